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
