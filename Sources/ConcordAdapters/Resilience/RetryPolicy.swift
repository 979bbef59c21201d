/// When failures are tried again, by their class (OWNERSHIP R21).
///
/// A pure value: ``delay(after:for:jitter:)`` answers for a call that is repeated at once (``Retrying``) as for an entry
/// of the outbox that waits for hours.
///
/// | Class | Tried | Delay |
/// |---|---|---|
/// | `transient` | 5 times | up to 1 s, 2 s, 4 s, 8 s |
/// | `rateLimited` | 8 times | what the system asks for; else up to 5 s, 10 s … 300 s |
/// | `locked` | 10 times | up to 60 s, 120 s … 3,600 s |
/// | `unknown` | 3 times | up to 1 s, 2 s |
/// | `policy`, `validation`, `mapping`, `cancelled` | once | |
public struct RetryPolicy: Sendable, Hashable {
    /// For what may go away by itself.
    public var transient = RetrySchedule(firstDelay: .seconds(1), maximumDelay: .seconds(100), attempts: 5)

    /// For too much in too short a time.
    public var rateLimited = RetrySchedule(firstDelay: .seconds(5), maximumDelay: .seconds(300), attempts: 8)

    /// For what somebody else holds.
    public var locked = RetrySchedule(firstDelay: .seconds(60), maximumDelay: .seconds(3_600), attempts: 10)

    /// For what nobody knows.
    public var unknown = RetrySchedule(firstDelay: .seconds(1), maximumDelay: .seconds(100), attempts: 3)

    /// The default policy.
    public init() {}

    /// The schedule of a class; nil for one that is never tried again.
    ///
    /// Which classes those are is not for a firm to change.
    public func schedule(for failureClass: FailureClass) -> RetrySchedule? {
        switch failureClass {
        case .transient: transient
        case .rateLimited: rateLimited
        case .locked: locked
        case .unknown: unknown
        case .policy, .validation, .mapping, .cancelled: nil
        }
    }

    /// How long to wait before the next try.
    ///
    /// Without a word of the system, *full jitter*: anything from nothing to the schedule's delay, so that those that
    /// failed together do not come back together. What a system asks for is a bound below which nobody tries; the jitter,
    /// up to the first delay, is added to it.
    ///
    /// - Parameters:
    ///   - attempt: How often it was tried; at least 1.
    ///   - failure: How it failed the last time.
    ///   - jitter: Chance.
    /// - Returns: How long; nil if it is not tried any more.
    public func delay(
        after attempt: Int,
        for failure: AdapterFailure,
        jitter: some JitterSource
    ) -> Duration? {
        guard let schedule = schedule(for: failure.failureClass), attempt < schedule.attempts else { return nil }
        let share = min(max(jitter.next(), 0), 1)
        guard let asked = failure.retryAfter, asked > .zero else {
            return schedule.longestDelay(after: attempt) * share
        }
        return asked + min(schedule.firstDelay, schedule.maximumDelay) * share
    }
}
