public import ConcordAdapters
public import ConcordMapping
public import ConcordOwnership
public import ConcordValues

extension ChaosStore {
    /// All that was said about some records.
    public func ledgers(of records: [RecordKey]) async throws(AdapterFailure) -> [ClaimLedger] {
        try await ask("ledgers") { store throws(AdapterFailure) in try await store.ledgers(of: records) }
    }

    /// The records that somebody spoke of.
    public func records(after record: RecordKey?, limit: Int) async throws(AdapterFailure) -> [RecordKey] {
        try await ask("records") { store throws(AdapterFailure) in try await store.records(after: record, limit: limit)
        }
    }
}

extension ChaosStore {
    /// The documents of some records.
    public func documents(of records: [RecordKey]) async throws(AdapterFailure) -> [RecordKey: StoredRecord] {
        try await ask("documents") { store throws(AdapterFailure) in try await store.documents(of: records) }
    }
}

extension ChaosStore {
    /// Objects as they came last.
    public func originals(of sequences: [SequenceKey]) async throws(AdapterFailure) -> [SequenceKey: [UInt8]] {
        try await ask("originals") { store throws(AdapterFailure) in try await store.originals(of: sequences) }
    }
}

extension ChaosStore {
    /// The canonical ids of some objects.
    public func canonicalIDs(of keys: [ExternalKey]) async throws(AdapterFailure) -> [ExternalKey: String] {
        try await ask("canonicalIDs") { store throws(AdapterFailure) in try await store.canonicalIDs(of: keys) }
    }

    /// The vendors' names for a record.
    public func externalKeys(of id: String) async throws(AdapterFailure) -> [ExternalKey] {
        try await ask("externalKeys") { store throws(AdapterFailure) in try await store.externalKeys(of: id) }
    }
}

extension ChaosStore {
    /// How far a source was read.
    public func cursor(of source: String) async throws(AdapterFailure) -> SourceCursor? {
        try await ask("cursor") { store throws(AdapterFailure) in try await store.cursor(of: source) }
    }
}

extension ChaosStore {
    /// What is to be sent to a system.
    public func due(
        for system: SystemID,
        at time: Instant,
        limit: Int
    ) async throws(AdapterFailure) -> [OutboxEntry] {
        try await ask("due") { store throws(AdapterFailure) in try await store.due(for: system, at: time, limit: limit)
        }
    }

    /// All that is to be sent about some records to a system.
    public func entries(
        for system: SystemID,
        of records: [RecordKey]
    ) async throws(AdapterFailure) -> [OutboxEntry] {
        try await ask("entries") { store throws(AdapterFailure) in try await store.entries(for: system, of: records) }
    }

    /// When the next entry for a system may be tried that may not be yet.
    public func nextDue(for system: SystemID, after time: Instant) async throws(AdapterFailure) -> Instant? {
        try await ask("nextDue") { store throws(AdapterFailure) in try await store.nextDue(for: system, after: time) }
    }

    /// How many entries there are for a system, parked ones left out.
    public func depth(for system: SystemID) async throws(AdapterFailure) -> Int {
        try await ask("depth") { store throws(AdapterFailure) in try await store.depth(for: system) }
    }
}

extension ChaosStore {
    /// Which of some sequences are parked.
    public func parked(among sequences: [SequenceKey]) async throws(AdapterFailure) -> Set<SequenceKey> {
        try await ask("parked") { store throws(AdapterFailure) in try await store.parked(among: sequences) }
    }

    /// The sequences that are parked, sorted.
    public func parkedSequences(
        after sequence: SequenceKey?,
        limit: Int
    ) async throws(AdapterFailure) -> [SequenceKey] {
        try await ask("parkedSequences") { store throws(AdapterFailure) in
            try await store.parkedSequences(after: sequence, limit: limit)
        }
    }

    /// The letters of a sequence.
    public func letters(of sequence: SequenceKey) async throws(AdapterFailure) -> [DeadLetter] {
        try await ask("letters") { store throws(AdapterFailure) in try await store.letters(of: sequence) }
    }
}
