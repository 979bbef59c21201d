import Synchronization

/// Lets one task after the other do something: the most urgent first, and of equally urgent ones who asked first.
///
/// Decisions about records are made and stored in turns: what a task reads from the store is then still so when it stores
/// what follows. Waiting for systems happens outside of turns.
final class Turn: Sendable {
    private struct State {
        var isTaken = false
        /// By priority, those of each in the order in which they asked.
        var waiting: [CallPriority: [CheckedContinuation<Void, Never>]] = [:]

        mutating func takeNext() -> CheckedContinuation<Void, Never>? {
            guard let priority = waiting.filter({ !$0.value.isEmpty }).keys.max() else { return nil }
            return waiting[priority]?.removeFirst()
        }
    }

    private let state = Mutex(State())

    /// Does something when it is this task's turn.
    func take<Value: Sendable>(
        _ priority: CallPriority = .normal,
        _ work: () async throws(AdapterFailure) -> Value
    ) async throws(AdapterFailure) -> Value {
        await enter(priority)
        defer { leave() }
        return try await work()
    }

    private func enter(_ priority: CallPriority) async {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                if state.isTaken {
                    state.waiting[priority, default: []].append(continuation)
                    return false
                }
                state.isTaken = true
                return true
            }
            if isFree { continuation.resume() }
        }
    }

    private func leave() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            let next = state.takeNext()
            state.isTaken = next != nil
            return next
        }
        next?.resume()
    }
}
