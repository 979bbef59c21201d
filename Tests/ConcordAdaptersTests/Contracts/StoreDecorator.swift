import ConcordAdapters
import ConcordConfiguration
import ConcordMapping
import ConcordOwnership
import ConcordValues

/// A store that stands on another one, and answers as that does where it has no answer of its own.
protocol StoreDecorator: IntegrationStore {
    var inner: MemoryStore { get }
}

extension StoreDecorator {
    func commit(_ commit: StoreCommit) async throws(AdapterFailure) { try await inner.commit(commit) }

    func ledgers(of records: [RecordKey]) async throws(AdapterFailure) -> [ClaimLedger] {
        try await inner.ledgers(of: records)
    }

    func records(after record: RecordKey?, limit: Int) async throws(AdapterFailure) -> [RecordKey] {
        try await inner.records(after: record, limit: limit)
    }

    func documents(of records: [RecordKey]) async throws(AdapterFailure) -> [RecordKey: StoredRecord] {
        try await inner.documents(of: records)
    }

    func originals(of sequences: [SequenceKey]) async throws(AdapterFailure) -> [SequenceKey: [UInt8]] {
        try await inner.originals(of: sequences)
    }

    func canonicalIDs(of keys: [ExternalKey]) async throws(AdapterFailure) -> [ExternalKey: String] {
        try await inner.canonicalIDs(of: keys)
    }

    func externalKeys(of id: String) async throws(AdapterFailure) -> [ExternalKey] {
        try await inner.externalKeys(of: id)
    }

    func cursor(of source: String) async throws(AdapterFailure) -> SourceCursor? {
        try await inner.cursor(of: source)
    }

    func due(
        for system: SystemID,
        at time: Instant,
        limit: Int
    ) async throws(AdapterFailure) -> [OutboxEntry] {
        try await inner.due(for: system, at: time, limit: limit)
    }

    func entries(
        for system: SystemID,
        of records: [RecordKey]
    ) async throws(AdapterFailure) -> [OutboxEntry] {
        try await inner.entries(for: system, of: records)
    }

    func nextDue(for system: SystemID, after time: Instant) async throws(AdapterFailure) -> Instant? {
        try await inner.nextDue(for: system, after: time)
    }

    func depth(for system: SystemID) async throws(AdapterFailure) -> Int {
        try await inner.depth(for: system)
    }

    func parked(among sequences: [SequenceKey]) async throws(AdapterFailure) -> Set<SequenceKey> {
        try await inner.parked(among: sequences)
    }

    func parkedSequences(
        after sequence: SequenceKey?,
        limit: Int
    ) async throws(AdapterFailure) -> [SequenceKey] {
        try await inner.parkedSequences(after: sequence, limit: limit)
    }

    func letters(of sequence: SequenceKey) async throws(AdapterFailure) -> [DeadLetter] {
        try await inner.letters(of: sequence)
    }

    func exceptions(
        _ filter: ExceptionFilter,
        limit: Int
    ) async throws(AdapterFailure) -> [QueuedException] {
        try await inner.exceptions(filter, limit: limit)
    }

    func exception(_ id: ContentHash) async throws(AdapterFailure) -> ExceptionEntry? {
        try await inner.exception(id)
    }

    func openCount() async throws(AdapterFailure) -> Int {
        try await inner.openCount()
    }

    func resolutions(of record: RecordKey) async throws(AdapterFailure) -> [ExceptionResolution] {
        try await inner.resolutions(of: record)
    }

    func decisions(after cursor: SourceCursor?, limit: Int) async throws(AdapterFailure) -> ApprovalPage {
        try await inner.decisions(after: cursor, limit: limit)
    }

    func submit(_ decision: ApprovalDecision) async throws(AdapterFailure) {
        try await inner.submit(decision)
    }

    func begin(
        _ key: ContentHash,
        fingerprint: ContentHash,
        at time: Instant
    ) async throws(AdapterFailure) -> IdempotencyState {
        try await inner.begin(key, fingerprint: fingerprint, at: time)
    }

    func complete(
        _ key: ContentHash,
        _ receipt: TargetReceipt,
        at time: Instant
    ) async throws(AdapterFailure) {
        try await inner.complete(key, receipt, at: time)
    }

    func abandon(_ key: ContentHash) async throws(AdapterFailure) {
        try await inner.abandon(key)
    }

    @discardableResult
    func forget(before time: Instant) async throws(AdapterFailure) -> Int {
        try await inner.forget(before: time)
    }
}
