#if SQLite
public import ConcordAdapters
public import ConcordOwnership
import ConcordSchema
import GRDB

extension SQLiteStore: ClaimStore {
    /// All that was said about some records.
    public func ledgers(of records: [RecordKey]) async throws(AdapterFailure) -> [ClaimLedger] {
        try await read { db in try records.map { try db.ledger(of: $0) } }
    }

    /// The records that somebody spoke of.
    public func records(after record: RecordKey?, limit: Int) async throws(AdapterFailure) -> [RecordKey] {
        try await read { db in
            // Something may be known or to be sent about a record that nobody spoke of.
            let sql: StaticString =
                record == nil
                ? """
                SELECT name, id FROM record
                WHERE (name, id) >= (?, ?) AND EXISTS (
                    SELECT 1 FROM claim WHERE place >= number << 24 AND place < (number + 1) << 24
                )
                ORDER BY name, id LIMIT ?
                """
                : """
                SELECT name, id FROM record
                WHERE (name, id) > (?, ?) AND EXISTS (
                    SELECT 1 FROM claim WHERE place >= number << 24 AND place < (number + 1) << 24
                )
                ORDER BY name, id LIMIT ?
                """
            return try db.all(sql, .text(record?.name ?? ""), .text(record?.id ?? ""), .limit(limit)) {
                RecordKey($0.text(0), $0.text(1))
            }
        }
    }
}

extension Database {
    fileprivate func ledger(of record: RecordKey) throws -> ClaimLedger {
        var ledger = ClaimLedger(record)
        guard let number = try number(of: record) else { return ledger }
        _ = try all(
            "SELECT line FROM claim WHERE place >= ? AND place < ? ORDER BY place",
            .integer(ClaimPlace.first(of: number)),
            .integer(ClaimPlace.end(of: number))
        ) { row in ledger.insert(try row.claim(0, about: record)) }
        return ledger
    }
}

extension SQLRow {
    fileprivate func claim(_ column: Int32, about record: RecordKey) throws -> ClaimLine {
        let result: Result<ClaimLine, Refusal> = withBytes(column) { bytes in
            Result { () throws(Refusal) in try ClaimLine(json: bytes.bindMemory(to: UInt8.self)) }
        }
        switch result {
        case .success(let line): return line
        case .failure(let refusal):
            let issues = refusal.issues.map(\.description).joined(separator: "; ")
            throw StoredFormDamage(what: "a line about \(record): \(issues)")
        }
    }
}
#endif
