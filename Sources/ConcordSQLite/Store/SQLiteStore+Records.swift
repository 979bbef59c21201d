#if SQLite
public import ConcordAdapters
public import ConcordMapping
public import ConcordOwnership
import GRDB

extension SQLiteStore: RecordStore {
    /// The documents of some records.
    public func documents(of records: [RecordKey]) async throws(AdapterFailure) -> [RecordKey: StoredRecord] {
        try await read { db in
            var found: [RecordKey: StoredRecord] = [:]
            for record in records {
                found[record] = try db.first(
                    """
                    SELECT document, changedAt FROM record JOIN document ON document.record = record.number
                    WHERE name = ? AND id = ?
                    """,
                    .text(record.name),
                    .text(record.id)
                ) { StoredRecord(key: record, document: $0.bytes(0), changedAt: try $0.instant(1)) }
            }
            return found
        }
    }
}

extension SQLiteStore: OriginalStore {
    /// Objects as they came last.
    public func originals(of sequences: [SequenceKey]) async throws(AdapterFailure) -> [SequenceKey: [UInt8]] {
        try await read { db in
            var found: [SequenceKey: [UInt8]] = [:]
            for sequence in sequences {
                found[sequence] = try db.first(
                    "SELECT bytes FROM original WHERE system = ? AND object = ? AND id = ?",
                    .system(sequence.system),
                    .text(sequence.object),
                    .text(sequence.id)
                ) { $0.bytes(0) }
            }
            return found
        }
    }
}

extension SQLiteStore: CursorStore {
    /// How far a source was read.
    public func cursor(of source: String) async throws(AdapterFailure) -> SourceCursor? {
        try await read { db in
            try db.first("SELECT text FROM cursor WHERE source = ?", .text(source)) { SourceCursor($0.text(0)) }
        }
    }
}

extension SQLiteStore: CrosswalkStore {
    /// The canonical ids of some objects.
    public func canonicalIDs(of keys: [ExternalKey]) async throws(AdapterFailure) -> [ExternalKey: String] {
        try await read { db in
            var found: [ExternalKey: String] = [:]
            for key in keys { found[key] = try db.canonicalID(of: key) }
            return found
        }
    }

    /// The vendors' names for a record.
    public func externalKeys(of id: String) async throws(AdapterFailure) -> [ExternalKey] {
        try await read { db in
            try db.all(
                "SELECT system, object, id FROM link WHERE canonical = ? ORDER BY system, object, id",
                .text(id)
            ) { ExternalKey(system: $0.system(0), objectType: $0.text(1), value: $0.text(2)) }
        }
    }
}

extension Database {
    /// The canonical id of an object; nil if it is not known.
    func canonicalID(of key: ExternalKey) throws -> String? {
        try first(
            "SELECT canonical FROM link WHERE system = ? AND object = ? AND id = ?",
            .system(key.system),
            .text(key.objectType),
            .text(key.value)
        ) { $0.text(0) }
    }
}
#endif
