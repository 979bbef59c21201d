import ConcordValues

/// A point in time, however it was written: instants with different offsets can be the same moment.
struct Moment: Hashable, Comparable {
    let seconds: Int64
    let nanoseconds: Int64

    init(_ instant: Instant) {
        seconds = instant.secondsSince1970
        nanoseconds = Int64(instant.nanosecond) + (instant.isLeapSecond ? 1_000_000_000 : 0)
    }

    private init(seconds: Int64) {
        self.seconds = seconds
        nanoseconds = 0
    }

    static let distantPast = Moment(seconds: .min)
    static let distantFuture = Moment(seconds: .max)

    static func < (left: Self, right: Self) -> Bool {
        left.seconds == right.seconds ? left.nanoseconds < right.nanoseconds : left.seconds < right.seconds
    }

    /// Whether two moments are at most so many days apart.
    func isWithin(_ days: Int, of other: Moment) -> Bool {
        let (apart, overflowed) = seconds.subtractingReportingOverflow(other.seconds)
        let (limit, tooMany) = Int64(days).multipliedReportingOverflow(by: 86_400)
        return tooMany || (!overflowed && apart.magnitude <= limit.magnitude)
    }
}
