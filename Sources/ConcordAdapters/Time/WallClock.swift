import ConcordSchema
public import ConcordValues

#if canImport(Darwin)
import Darwin
#elseif canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#endif
// Beside Synchronization an optimised build finds `timespec` here first, in what the standard library shows of the C library.
#if canImport(SwiftOverlayShims)
import SwiftOverlayShims
#endif

/// The machine's clock, in UTC.
public struct WallClock: ServiceClock {
    /// The clock.
    public init() {}

    /// The time of the machine, to the millisecond.
    public var now: Instant {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        let milliseconds = Int(time.tv_nsec) / 1_000_000
        let now = try? Instant(
            secondsSince1970: Int64(time.tv_sec),
            nanoseconds: milliseconds * 1_000_000,
            fractionDigits: 3,
            offset: .utc
        )
        // A clock that is set beyond the year 9999 tells no time that anybody could use.
        return now ?? .placeholder
    }

    /// Waits by the machine's continuous clock.
    public func sleep(for duration: Duration) async throws(AdapterFailure) {
        do {
            try await Task.sleep(for: duration)
        } catch {
            throw .cancelled
        }
    }
}
