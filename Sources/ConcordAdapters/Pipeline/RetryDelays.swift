/// When what failed is tried again (OWNERSHIP R21).
public protocol RetryDelays: Sendable {
    /// How long to wait before the next try; nil if there is none and a person must look.
    ///
    /// - Parameters:
    ///   - failure: Why the last try failed.
    ///   - attempt: Which try that was, from 1.
    /// - Returns: How long to wait.
    func delay(after failure: AdapterFailure, attempt: Int) -> Duration?
}

/// A second, twice as long each time, a hundred seconds at most: five tries in all, three if nobody knows what is wrong.
///
/// What a system asks for itself is waited for. A lock is tried again for longer, because people hold it.
public struct StandardRetryDelays: RetryDelays {
    private let jitter: any JitterSource

    /// The delays.
    ///
    /// - Parameter jitter: What spreads them, so that not all come back at once.
    public init(jitter: any JitterSource = SystemJitter()) { self.jitter = jitter }

    /// How long to wait before the next try.
    public func delay(after failure: AdapterFailure, attempt: Int) -> Duration? {
        guard failure.failureClass.isRetryable, attempt < attempts(failure.failureClass) else { return nil }
        if let asked = failure.retryAfter { return asked + .milliseconds(Int(jitter.next() * 250)) }
        let first = failure.failureClass == .locked ? 30.0 : 1.0
        var seconds = first
        for _ in 1..<max(1, attempt) { seconds = min(100 * first, seconds * 2) }
        // Between half of it and all of it.
        return .milliseconds(Int(seconds * 500 * (1 + jitter.next())))
    }

    private func attempts(_ failureClass: FailureClass) -> Int {
        switch failureClass {
        case .transient, .rateLimited: 5
        case .locked: 12
        case .unknown: 3
        case .policy, .validation, .mapping, .cancelled: 1
        }
    }
}
