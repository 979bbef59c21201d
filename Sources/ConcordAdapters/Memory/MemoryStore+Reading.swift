public import ConcordMapping
public import ConcordOwnership
public import ConcordValues
import Synchronization

extension MemoryStore: ClaimStore {
    /// All that was said about some records.
    public func ledgers(of records: [RecordKey]) async throws(AdapterFailure) -> [ClaimLedger] {
        contents.withLock { contents in records.map { contents.record($0)?.ledger ?? ClaimLedger($0) } }
    }

    /// The records that somebody spoke of.
    public func records(after record: RecordKey?, limit: Int) async throws(AdapterFailure) -> [RecordKey] {
        contents.withLock { contents in
            let known = contents.records.lazy.filter { !$0.ledger.isEmpty }.map(\.ledger.record)
                .filter { key in record.map { $0 < key } ?? true }
            return Array(known.sorted().prefix(max(0, limit)))
        }
    }
}

extension MemoryStore: RecordStore {
    /// The documents of some records.
    public func documents(of records: [RecordKey]) async throws(AdapterFailure) -> [RecordKey: StoredRecord] {
        contents.withLock { contents in
            var found: [RecordKey: StoredRecord] = [:]
            for record in records { found[record] = contents.record(record)?.document }
            return found
        }
    }
}

extension MemoryStore: OriginalStore {
    /// Objects as they came last.
    public func originals(of sequences: [SequenceKey]) async throws(AdapterFailure) -> [SequenceKey: [UInt8]] {
        contents.withLock { contents in
            var found: [SequenceKey: [UInt8]] = [:]
            for sequence in sequences { found[sequence] = contents.originals[sequence] }
            return found
        }
    }
}

extension MemoryStore: CrosswalkStore {
    /// The canonical ids of some objects.
    public func canonicalIDs(of keys: [ExternalKey]) async throws(AdapterFailure) -> [ExternalKey: String] {
        contents.withLock { contents in
            var found: [ExternalKey: String] = [:]
            if contents.canonical.isEmpty { return found }
            for key in keys { found[key] = contents.canonical[key] }
            return found
        }
    }

    /// The vendors' names for a record.
    public func externalKeys(of id: String) async throws(AdapterFailure) -> [ExternalKey] {
        contents.withLock { $0.external[id] ?? [] }.sorted { $0.sequence < $1.sequence }
    }
}

extension ExternalKey {
    /// The sequence of the object's messages.
    public var sequence: SequenceKey { SequenceKey(system, objectType, value) }
}

extension MemoryStore: CursorStore {
    /// How far a source was read.
    public func cursor(of source: String) async throws(AdapterFailure) -> SourceCursor? {
        contents.withLock { $0.cursors[source] }
    }
}

extension MemoryStore: ParkingLot {
    /// Which of some sequences are parked.
    public func parked(among sequences: [SequenceKey]) async throws(AdapterFailure) -> Set<SequenceKey> {
        contents.withLock { contents in
            contents.parked.isEmpty ? [] : Set(sequences.filter { contents.parked[$0] != nil })
        }
    }

    /// The sequences that are parked, sorted.
    public func parkedSequences(
        after sequence: SequenceKey?,
        limit: Int
    ) async throws(AdapterFailure) -> [SequenceKey] {
        contents.withLock { contents in
            let behind = contents.parked.keys.filter { key in sequence.map { $0 < key } ?? true }
            return Array(behind.sorted().prefix(max(0, limit)))
        }
    }

    /// The letters of a sequence.
    public func letters(of sequence: SequenceKey) async throws(AdapterFailure) -> [DeadLetter] {
        contents.withLock { $0.parked[sequence] ?? [] }
    }
}

extension MemoryStore: Outbox {
    /// What is to be sent to a system.
    public func due(
        for system: SystemID,
        at time: Instant,
        limit: Int
    ) async throws(AdapterFailure) -> [OutboxEntry] {
        contents.withLock { $0.outbox.due(for: system, at: time, limit: limit) }
    }

    /// All that is to be sent about some records to a system.
    public func entries(
        for system: SystemID,
        of records: [RecordKey]
    ) async throws(AdapterFailure) -> [OutboxEntry] {
        contents.withLock { $0.outbox.entries(for: system, of: records) }
    }

    /// When the next entry for a system may be tried that may not be yet.
    public func nextDue(for system: SystemID, after time: Instant) async throws(AdapterFailure) -> Instant? {
        contents.withLock { $0.outbox.nextDue(for: system, after: time) }
    }

    /// How many entries there are for a system, parked ones left out.
    public func depth(for system: SystemID) async throws(AdapterFailure) -> Int {
        contents.withLock { $0.outbox.depth(for: system) }
    }
}
