/// Repeats calls that failed in a way that may go away, after a while each.
///
/// A wait that would be longer than the patience is left to the caller, who can do something else meanwhile: the failure
/// is handed on with how long to wait, and an outbox entry comes back then.
///
/// Each repetition is told to the observer as `IntegrationSignal.failed` with the time until the next try. The failure
/// that is handed on is not: whoever gets it says what becomes of it.
public struct Retrying<Clock: ServiceClock, Jitter: JitterSource>: CallGuard {
    /// When failures are tried again.
    public let policy: RetryPolicy

    /// The longest wait.
    public let patience: Duration

    private let clock: Clock
    private let jitter: Jitter
    private let observer: any IntegrationObserver

    /// Repeats calls.
    ///
    /// - Parameters:
    ///   - policy: When failures are tried again.
    ///   - patience: The longest wait; what would be longer is handed on.
    ///   - clock: Time.
    ///   - jitter: Chance.
    ///   - observer: Who is told.
    public init(
        _ policy: RetryPolicy = RetryPolicy(),
        patience: Duration = .seconds(60),
        clock: Clock = WallClock(),
        jitter: Jitter = SystemJitter(),
        observer: any IntegrationObserver = NoObserver()
    ) {
        self.policy = policy
        self.patience = patience
        self.clock = clock
        self.jitter = jitter
        self.observer = observer
    }

    /// Runs a call until it succeeds, nothing is to be gained, or the wait is too long.
    public func run<Value: Sendable>(
        _ call: CallDescription,
        _ work: @escaping @Sendable () async throws(AdapterFailure) -> Value
    ) async throws(AdapterFailure) -> Value {
        var attempt = 1
        while true {
            let failure: AdapterFailure
            do {
                return try await work()
            } catch {
                failure = error
            }
            guard var delay = policy.delay(after: attempt, for: failure, jitter: jitter) else { throw failure }
            // Jitter on top of what the system asks for is no reason to give up.
            if let asked = failure.retryAfter, asked <= patience { delay = min(delay, patience) }
            guard delay <= patience else {
                var handedOn = failure
                handedOn.retryAfter = failure.retryAfter ?? delay
                throw handedOn
            }
            observer.receive(.failed(failure, of: call.sequence, attempt: attempt, again: delay), at: clock.now)
            try await clock.sleep(for: delay)
            attempt += 1
        }
    }
}
