public import ConcordAdapters

/// A store around which things go wrong.
///
/// What was committed is there after a crash: only the process died.
///
/// Nothing changes places here, and no system asks to be left alone; a store fails, is late, loses the answer, or is asked
/// twice.
public struct ChaosStore: IntegrationStore {
    let store: any IntegrationStore
    private let chaos: Chaos
    private static let possible: [ChaosFault] = [.delay, .failBefore, .loseAnswer, .crashBefore, .crashAfter]

    /// A store around which things go wrong.
    ///
    /// - Parameters:
    ///   - store: The store.
    ///   - chaos: What goes wrong.
    public init(_ store: any IntegrationStore, _ chaos: Chaos) {
        self.store = store
        self.chaos = chaos
    }

    /// Stores everything in one step, if nothing goes wrong; twice, if it is duplicated.
    public func commit(_ commit: StoreCommit) async throws(AdapterFailure) {
        let fate = chaos.fate("store", "commit", Self.possible + [.duplicate, .tear])
        try await chaos.call("store", fate, system: nil) { () async throws(AdapterFailure) in
            if fate.faults.contains(.tear) {
                chaos.note(.tear, at: "store")
                var part = StoreCommit()
                part.claims = commit.claims
                part.records = commit.records
                try await store.commit(part)
                throw AdapterFailure(.transient, "the disk failed in the middle of a commit")
            }
            try await store.commit(commit)
            guard fate.faults.contains(.duplicate) else { return }
            chaos.note(.duplicate, at: "store")
            try await store.commit(commit)
        }
    }

    /// Asks the store, if nothing goes wrong.
    func ask<Value>(
        _ question: String,
        _ body: (any IntegrationStore) async throws(AdapterFailure) -> Value
    ) async throws(AdapterFailure) -> Value {
        let fate = chaos.fate("store", question, Self.possible)
        return try await chaos.call("store", fate, system: nil) { () async throws(AdapterFailure) -> Value in
            try await body(store)
        }
    }
}
