import Dispatch
import Synchronization

/// Waits in a command, which has no task, for work that has one.
final class Waiting<Value: Sendable, Failure: Error>: Sendable {
    private let done = DispatchSemaphore(value: 0)
    private let result = Mutex<Result<Value, Failure>?>(nil)

    private init() {}

    /// Does asynchronous work and waits for it.
    static func run(_ work: @escaping @Sendable () async throws(Failure) -> Value) -> Result<Value, Failure> {
        let waiting = Waiting()
        Task.detached {
            let found: Result<Value, Failure>
            do throws(Failure) {
                found = .success(try await work())
            } catch {
                found = .failure(error)
            }
            waiting.result.withLock { $0 = found }
            waiting.done.signal()
        }
        while true {
            waiting.done.wait()
            if let found = waiting.result.withLock({ $0 }) { return found }
        }
    }
}
