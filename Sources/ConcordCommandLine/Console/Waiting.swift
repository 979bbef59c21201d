import Dispatch
import Synchronization

/// Waits in a command, which has no task, for work that has one.
///
/// The work runs on threads of its own: who waits may hold one of those that tasks share, and there are as few of those as
/// the machine has cores.
final class Waiting<Value: Sendable, Failure: Error>: Sendable {
    private let done = DispatchSemaphore(value: 0)
    private let result = Mutex<Result<Value, Failure>?>(nil)

    private init() {}

    /// Does asynchronous work and waits for it.
    static func run(_ work: @escaping @Sendable () async throws(Failure) -> Value) -> Result<Value, Failure> {
        let waiting = Waiting()
        let threads = OwnThreads()
        Task.detached(executorPreference: threads) {
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

/// Threads that no other task uses.
private final class OwnThreads: TaskExecutor {
    private let queue = DispatchQueue(label: "concord", attributes: .concurrent)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
