import ConcordAdapters
import ConcordMapping
import ConcordValues

/// A synchronisation that is ready to run.
struct SyncRun<Store: IntegrationStore>: Sendable {
    let integration: Integration<Store>
    let sources: [FolderSource]
    let links: [IdentityLink]

    /// Runs it to its end.
    func run() async throws(AdapterFailure) -> RunAccount {
        if !links.isEmpty {
            var commit = StoreCommit()
            commit.links = links
            try await integration.store.commit(commit)
        }
        if sources.isEmpty {
            try await integration.takeApprovals()
            return try await integration.send()
        }
        return try await integration.run(sources)
    }

    /// Deals once more with sequences that wait, and sends what follows.
    ///
    /// - Parameter wanted: The sequences; all that wait if there are none.
    /// - Returns: How many messages went on, and which sequences still cannot be dealt with, and why.
    /// - Throws: What kept it from going on.
    func replay(_ wanted: [SequenceKey]) async throws(AdapterFailure) -> (Int, [(SequenceKey, AdapterFailure)]) {
        var released = 0
        var failures: [(SequenceKey, AdapterFailure)] = []
        var last: SequenceKey?
        while true {
            let sequences =
                wanted.isEmpty ? try await integration.store.parkedSequences(after: last, limit: 1_000) : wanted
            for sequence in sequences {
                let source = sources.first { $0.system == sequence.system }
                let result = try await integration.replay(sequence, rereading: source)
                released += result.released
                if let failure = result.failure { failures.append((sequence, failure)) }
            }
            last = sequences.last
            if !wanted.isEmpty || sequences.isEmpty { break }
        }
        _ = try await integration.send()
        return (released, failures)
    }
}
