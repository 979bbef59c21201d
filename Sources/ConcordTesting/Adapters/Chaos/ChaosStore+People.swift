public import ConcordAdapters
public import ConcordConfiguration
public import ConcordOwnership
public import ConcordValues

extension ChaosStore {
    /// The exceptions that are open.
    public func exceptions(
        _ filter: ExceptionFilter,
        limit: Int
    ) async throws(AdapterFailure) -> [QueuedException] {
        try await ask("exceptions") { store throws(AdapterFailure) in try await store.exceptions(filter, limit: limit) }
    }

    /// An exception, open or not.
    public func exception(_ id: ContentHash) async throws(AdapterFailure) -> ExceptionEntry? {
        try await ask("exception") { store throws(AdapterFailure) in try await store.exception(id) }
    }

    /// How many are open.
    public func openCount() async throws(AdapterFailure) -> Int {
        try await ask("openCount") { store throws(AdapterFailure) in try await store.openCount() }
    }

    /// What people decided about a record's exceptions.
    public func resolutions(of record: RecordKey) async throws(AdapterFailure) -> [ExceptionResolution] {
        try await ask("resolutions") { store throws(AdapterFailure) in try await store.resolutions(of: record) }
    }
}

extension ChaosStore {
    /// What was decided since.
    public func decisions(after cursor: SourceCursor?, limit: Int) async throws(AdapterFailure) -> ApprovalPage {
        try await ask("decisions") { store throws(AdapterFailure) in
            try await store.decisions(after: cursor, limit: limit)
        }
    }

    /// Takes somebody's decision.
    public func submit(_ decision: ApprovalDecision) async throws(AdapterFailure) {
        try await ask("submit") { store throws(AdapterFailure) in try await store.submit(decision) }
    }
}

extension ChaosStore {
    /// Begins something under a key, if nobody has.
    public func begin(
        _ key: ContentHash,
        fingerprint: ContentHash,
        at time: Instant
    ) async throws(AdapterFailure) -> IdempotencyState {
        try await ask("begin") { store throws(AdapterFailure) in
            try await store.begin(key, fingerprint: fingerprint, at: time)
        }
    }

    /// Says what came of it.
    public func complete(
        _ key: ContentHash,
        _ receipt: TargetReceipt,
        at time: Instant
    ) async throws(AdapterFailure) {
        try await ask("complete") { store throws(AdapterFailure) in try await store.complete(key, receipt, at: time) }
    }

    /// Says that nothing came of it.
    public func abandon(_ key: ContentHash) async throws(AdapterFailure) {
        try await ask("abandon") { store throws(AdapterFailure) in try await store.abandon(key) }
    }

    /// Forgets keys that were completed before a time.
    @discardableResult
    public func forget(before time: Instant) async throws(AdapterFailure) -> Int {
        try await ask("forget") { store throws(AdapterFailure) in try await store.forget(before: time) }
    }
}
