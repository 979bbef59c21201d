import ConcordAdapters
import ConcordConfiguration
import ConcordMapping
import ConcordOwnership
import ConcordTesting
import ConcordValues
import Synchronization

/// Stores that break one promise each, by the promise.
enum BrokenStores {
    static let all: [(promise: String, what: String, report: @Sendable () async -> ContractReport)] = [
        ("store.refusedLeavesNothing", "commits in two steps", { await report(TwoStepStore()) }),
        ("exceptions.resolved", "forgets that exceptions were resolved", { await report(ReopeningStore()) }),
        ("exceptions.withdrawn", "opens nothing again that was withdrawn", { await report(ClosedStore()) }),
        ("outbox.begunKept", "replaces entries that were begun", { await report(ReplacingStore()) }),
        ("outbox.order", "sends entries in the order of their keys", { await report(SortingStore()) }),
        ("links.notOver", "gives new links over old ones", { await report(RelinkingStore()) }),
        ("keys.beginOnce", "begins a key for everybody", { await report(GenerousStore()) }),
        ("records.last", "keeps documents as text", { await report(TextStore()) }),
        (
            "approvals.unknownCursor", "gives decisions from the beginning for an unknown cursor",
            { await report(RewindingStore()) }
        ),
        ("store.lasts", "loses the last commit when it is closed", { await lossy() }),
    ]

    private static func report<Store: IntegrationStore>(_ make: @autoclosure @escaping @Sendable () -> Store) async
        -> ContractReport
    {
        await IntegrationStoreContract { make() }.report()
    }

    private static func lossy() async -> ContractReport {
        var contract = IntegrationStoreContract { LossyStore() }
        contract.reopen = { try await $0.reopened() }
        return await contract.report()
    }
}

private struct TwoStepStore: StoreDecorator {
    let inner = MemoryStore()

    func commit(_ commit: StoreCommit) async throws(AdapterFailure) {
        var (first, second) = (StoreCommit(), commit)
        first.claims = commit.claims
        second.claims = []
        try await inner.commit(first)
        try await inner.commit(second)
    }
}

private final class ReopeningStore: StoreDecorator {
    let inner = MemoryStore()
    private let reopened = Mutex<[ContentHash: QueuedException]>([:])

    func commit(_ commit: StoreCommit) async throws(AdapterFailure) {
        for exception in commit.opened {
            guard case .resolved = try await inner.exception(exception.id)?.state else { continue }
            reopened.withLock { $0[exception.id] = exception }
        }
        try await inner.commit(commit)
    }

    func openCount() async throws(AdapterFailure) -> Int {
        try await inner.openCount() + reopened.withLock { $0.count }
    }

    func exception(_ id: ContentHash) async throws(AdapterFailure) -> ExceptionEntry? {
        if let exception = reopened.withLock({ $0[id] }) { return ExceptionEntry(exception, .open) }
        return try await inner.exception(id)
    }
}

private struct ClosedStore: StoreDecorator {
    let inner = MemoryStore()

    func commit(_ commit: StoreCommit) async throws(AdapterFailure) {
        var commit = commit
        var kept: [QueuedException] = []
        for exception in commit.opened {
            if case .withdrawn = try await inner.exception(exception.id)?.state { continue }
            kept.append(exception)
        }
        commit.opened = kept
        try await inner.commit(commit)
    }
}

private struct ReplacingStore: StoreDecorator {
    let inner = MemoryStore()

    func commit(_ commit: StoreCommit) async throws(AdapterFailure) {
        for entry in commit.planned {
            var removal = StoreCommit()
            let known = try await inner.entries(for: entry.plan.system, of: [entry.plan.record])
            removal.delivered = known.map(\.key).filter { $0 != entry.key }
            try await inner.commit(removal)
        }
        try await inner.commit(commit)
    }
}

private struct SortingStore: StoreDecorator {
    let inner = MemoryStore()

    func due(for system: SystemID, at time: Instant, limit: Int) async throws(AdapterFailure) -> [OutboxEntry] {
        let due = try await inner.due(for: system, at: time, limit: .max)
        return Array(due.sorted { $0.key.description < $1.key.description }.prefix(limit))
    }
}

private final class RelinkingStore: StoreDecorator {
    let inner = MemoryStore()
    private let links = Mutex<[ExternalKey: String]>([:])

    func commit(_ commit: StoreCommit) async throws(AdapterFailure) {
        var commit = commit
        links.withLock { links in
            for link in commit.links { links[link.key] = link.id }
        }
        commit.links = []
        try await inner.commit(commit)
    }

    func canonicalIDs(of keys: [ExternalKey]) async throws(AdapterFailure) -> [ExternalKey: String] {
        links.withLock { links in links.filter { keys.contains($0.key) } }
    }

    func externalKeys(of id: String) async throws(AdapterFailure) -> [ExternalKey] {
        links.withLock { links in links.filter { $0.value == id }.keys.sorted { $0.sequence < $1.sequence } }
    }
}

private struct GenerousStore: StoreDecorator {
    let inner = MemoryStore()

    func begin(
        _ key: ContentHash,
        fingerprint: ContentHash,
        at time: Instant
    ) async throws(AdapterFailure) -> IdempotencyState {
        let state = try await inner.begin(key, fingerprint: fingerprint, at: time)
        if case .begun = state { return .new }
        return state
    }
}

private struct TextStore: StoreDecorator {
    let inner = MemoryStore()

    func documents(of records: [RecordKey]) async throws(AdapterFailure) -> [RecordKey: StoredRecord] {
        try await inner.documents(of: records)
            .mapValues { record in
                let text = String(decoding: record.document, as: UTF8.self)
                return StoredRecord(key: record.key, document: Array(text.utf8), changedAt: record.changedAt)
            }
    }
}

private struct RewindingStore: StoreDecorator {
    let inner = MemoryStore()

    func decisions(after cursor: SourceCursor?, limit: Int) async throws(AdapterFailure) -> ApprovalPage {
        try await inner.decisions(after: cursor.flatMap { Int($0.text) == nil ? nil : $0 }, limit: limit)
    }
}

private final class LossyStore: StoreDecorator {
    let inner = MemoryStore()
    private let commits = Mutex<[StoreCommit]>([])

    func commit(_ commit: StoreCommit) async throws(AdapterFailure) {
        try await inner.commit(commit)
        commits.withLock { $0.append(commit) }
    }

    func reopened() async throws(AdapterFailure) -> LossyStore {
        let store = LossyStore()
        for commit in commits.withLock({ $0.dropLast() }) { try await store.commit(commit) }
        return store
    }
}
