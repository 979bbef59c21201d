import Synchronization

/// Lets so many calls at a time through, and so many wait: a slow system fills its own queue and nobody else's.
///
/// It is how a limit on *concurrent* requests is kept, as NetSuite has one for each account. Those that wait go by
/// priority, then in the order in which they came. If too many wait, the newest of the lowest priority is answered
/// `rateLimited`; that is the call itself unless more hangs on it.
public final class Bulkhead: CallGuard {
    /// How many calls may be under way.
    public let maximumConcurrency: Int

    /// How many calls may wait.
    public let maximumWaiting: Int

    private let queue = Mutex(Queue())

    /// A bulkhead.
    ///
    /// - Parameters:
    ///   - maximumConcurrency: How many calls may be under way; at least 1.
    ///   - maximumWaiting: How many calls may wait.
    public init(maximumConcurrency: Int, maximumWaiting: Int = 1_000) {
        self.maximumConcurrency = max(1, maximumConcurrency)
        self.maximumWaiting = max(0, maximumWaiting)
    }

    /// How many calls are under way, and how many wait.
    public var load: (underWay: Int, waiting: Int) { queue.withLock { ($0.underWay, $0.waiting.count) } }

    /// Runs a call as soon as it is its turn.
    public func run<Value: Sendable>(
        _ call: CallDescription,
        _ work: @escaping @Sendable () async throws(AdapterFailure) -> Value
    ) async throws(AdapterFailure) -> Value {
        switch await enter(call.priority) {
        case .admitted: break
        case .cancelled: throw .cancelled
        case .full:
            throw AdapterFailure(
                .rateLimited,
                "\(maximumConcurrency) calls are under way and \(maximumWaiting) wait",
                system: call.system
            )
        }
        defer { leave() }
        return try await work()
    }

    private enum Admission: Sendable {
        case admitted
        case cancelled
        case full
    }

    private struct Waiter: Sendable {
        let number: Int
        let priority: CallPriority
        let continuation: CheckedContinuation<Admission, Never>
    }

    private struct Queue {
        var underWay = 0
        var waiting: [Waiter] = []
        var next = 0
    }

    private func enter(_ priority: CallPriority) async -> Admission {
        let number = queue.withLock { queue in
            queue.next += 1
            return queue.next
        }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let waiter = Waiter(number: number, priority: priority, continuation: continuation)
                let answer: (CheckedContinuation<Admission, Never>, Admission)? = queue.withLock { queue in
                    // Under the lock: whoever cancels later finds the waiter in the queue.
                    if Task.isCancelled { return (continuation, .cancelled) }
                    if queue.underWay < maximumConcurrency {
                        queue.underWay += 1
                        return (continuation, .admitted)
                    }
                    let place = queue.waiting.firstIndex { $0.priority < priority } ?? queue.waiting.endIndex
                    queue.waiting.insert(waiter, at: place)
                    guard queue.waiting.count > maximumWaiting else { return nil }
                    return queue.waiting.popLast().map { ($0.continuation, .full) }
                }
                answer?.0.resume(returning: answer?.1 ?? .full)
            }
        } onCancel: {
            let waiter: Waiter? = queue.withLock { queue in
                guard let place = queue.waiting.firstIndex(where: { $0.number == number }) else { return nil }
                return queue.waiting.remove(at: place)
            }
            waiter?.continuation.resume(returning: .cancelled)
        }
    }

    private func leave() {
        // The place goes straight to the next one, so that nobody who comes meanwhile takes it.
        let next: Waiter? = queue.withLock { queue in
            if queue.waiting.isEmpty {
                queue.underWay -= 1
                return nil
            }
            return queue.waiting.removeFirst()
        }
        next?.continuation.resume(returning: .admitted)
    }
}
