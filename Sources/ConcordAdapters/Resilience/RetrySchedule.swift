/// When something is tried again: growing delays up to a bound, and a number of tries after which nobody tries any more.
public struct RetrySchedule: Sendable, Hashable {
    /// The longest delay after the first try.
    public var firstDelay: Duration

    /// What each further delay is multiplied by; at least 1.
    public var factor: Int

    /// The longest delay of all.
    public var maximumDelay: Duration

    /// How often it is tried in all, the first time included.
    public var attempts: Int

    /// A schedule.
    ///
    /// - Parameters:
    ///   - firstDelay: The longest delay after the first try.
    ///   - factor: What each further delay is multiplied by.
    ///   - maximumDelay: The longest delay of all.
    ///   - attempts: How often it is tried in all.
    public init(firstDelay: Duration, factor: Int = 2, maximumDelay: Duration, attempts: Int) {
        self.firstDelay = max(.zero, firstDelay)
        self.factor = max(1, factor)
        self.maximumDelay = max(.zero, maximumDelay)
        self.attempts = max(1, attempts)
    }

    /// The longest delay after a try.
    ///
    /// - Parameter attempt: How often it was tried; at least 1.
    /// - Returns: The first delay, multiplied once for each further try, up to the bound.
    public func longestDelay(after attempt: Int) -> Duration {
        var delay = min(firstDelay, maximumDelay)
        var passed = 1
        // A delay of nothing and a factor of one never reach the bound.
        let isGrowing = delay > .zero && factor > 1
        while isGrowing, passed < attempt, delay < maximumDelay {
            let (seconds, overflows) = delay.components.seconds.multipliedReportingOverflow(by: Int64(factor))
            if overflows || seconds > maximumDelay.components.seconds { return maximumDelay }
            delay = min(delay * factor, maximumDelay)
            passed += 1
        }
        return delay
    }
}
