import Synchronization

/// Lets one task after the other do something, in the order in which they asked.
///
/// Decisions about records are made and stored in turns: what a task reads from the store is then still so when it stores
/// what follows. Waiting for systems happens outside of turns.
final class Turn: Sendable {
    private struct State {
        var isTaken = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    /// Does something when it is this task's turn.
    func take<Value: Sendable>(
        _ work: () async throws(AdapterFailure) -> Value
    ) async throws(AdapterFailure) -> Value {
        await enter()
        defer { leave() }
        return try await work()
    }

    private func enter() async {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                if state.isTaken {
                    state.waiting.append(continuation)
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
            if state.waiting.isEmpty {
                state.isTaken = false
                return nil
            }
            return state.waiting.removeFirst()
        }
        next?.resume()
    }
}
