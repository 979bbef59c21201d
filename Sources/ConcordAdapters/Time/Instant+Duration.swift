public import ConcordValues

extension Instant {
    /// The instant some time later, or earlier; as far as instants go, if it would be beyond them.
    ///
    /// - Parameter duration: How much later; negative for earlier.
    /// - Returns: The instant, with the same offset.
    public func advanced(by duration: Duration) -> Instant {
        let (seconds, attoseconds) = duration.components
        let nanoseconds = nanosecond + Int(attoseconds / 1_000_000_000)
        let carried = nanoseconds < 0 ? -1 : nanoseconds / 1_000_000_000
        let (sum, overflows) = secondsSince1970.addingReportingOverflow(seconds)
        let later = try? Instant(
            secondsSince1970: overflows ? .max : sum &+ Int64(carried),
            nanoseconds: nanoseconds - carried * 1_000_000_000,
            offset: offset
        )
        return later ?? self
    }

    /// How much later another instant is; negative if it is earlier.
    public func duration(to other: Instant) -> Duration {
        .seconds(other.secondsSince1970 - secondsSince1970) + .nanoseconds(other.nanosecond - nanosecond)
    }

    /// Whether the instant is an earlier point in time than another one, however each is written.
    public func isEarlier(than other: Instant) -> Bool { self < other && !isSamePoint(as: other) }
}
