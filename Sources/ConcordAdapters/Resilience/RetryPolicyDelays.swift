/// A retry policy for the entries of the outbox, with chance of its own.
///
/// ```swift
/// var policy = RetryPolicy()
/// policy.locked = RetrySchedule(firstDelay: .seconds(600), maximumDelay: .seconds(86_400), attempts: 30)
/// let integration = Integration(…, retry: RetryPolicyDelays(policy))
/// ```
public struct RetryPolicyDelays: RetryDelays {
    /// When failures are tried again.
    public let policy: RetryPolicy

    private let jitter: any JitterSource

    /// A policy with chance of its own.
    ///
    /// - Parameters:
    ///   - policy: When failures are tried again.
    ///   - jitter: Chance.
    public init(_ policy: RetryPolicy = RetryPolicy(), jitter: any JitterSource = SystemJitter()) {
        self.policy = policy
        self.jitter = jitter
    }

    /// How long to wait before the next try.
    public func delay(after failure: AdapterFailure, attempt: Int) -> Duration? {
        policy.delay(after: attempt, for: failure, jitter: jitter)
    }
}
