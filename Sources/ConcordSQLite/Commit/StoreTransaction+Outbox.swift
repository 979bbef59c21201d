#if SQLite
import ConcordAdapters
import ConcordConfiguration
import ConcordOwnership
import ConcordValues
import GRDB

extension StoreTransaction {
    mutating func plan(_ entry: OutboxEntry) throws {
        let key = SQLValue.hash(entry.key)
        if try db.first("SELECT 1 FROM outbox WHERE key = ?", key, row: { _ in true }) != nil { return }
        try settle(entry.plan.record, in: entry.plan.system)
        let record = SQLValue.integer(try number(of: entry.plan.record))
        let system = SQLValue.system(entry.plan.system)
        try db.run(
            """
            INSERT INTO outbox
                (key, system, record, attempts, parked, isFirst, dueSeconds, dueNanoseconds, entry)
            VALUES
                (?1, ?2, ?3, ?4, 0, NOT EXISTS (SELECT 1 FROM outbox WHERE record = ?3 AND system = ?2), ?5, ?6, ?7)
            """,
            key,
            system,
            record,
            .integer(Int64(entry.attempts)),
            entry.notBefore?.sortSeconds ?? .null,
            entry.notBefore?.sortNanoseconds ?? .null,
            .text(entry.jsonText())
        )
        depths[entry.plan.system, default: 0] += 1
    }

    /// Forgets what was never begun.
    mutating func settle(_ record: RecordKey, in system: SystemID) throws {
        let record = try number(of: record)
        let forgotten = try db.run(
            "DELETE FROM outbox WHERE record = ? AND system = ? AND attempts = 0 AND parked = 0",
            .integer(record),
            .system(system)
        )
        if forgotten == 0 { return }
        depths[system, default: 0] -= Int64(forgotten)
        try lead(record, .system(system))
    }

    func attempt(_ entry: OutboxEntry) throws {
        try db.run(
            "UPDATE outbox SET attempts = ?, dueSeconds = ?, dueNanoseconds = ?, entry = ? WHERE key = ?",
            .integer(Int64(entry.attempts)),
            entry.notBefore?.sortSeconds ?? .null,
            entry.notBefore?.sortNanoseconds ?? .null,
            .text(entry.jsonText()),
            .hash(entry.key)
        )
    }

    mutating func remove(_ key: ContentHash) throws {
        let found = try db.first("SELECT number, system, record, parked FROM outbox WHERE key = ?", .hash(key)) {
            row in (number: row.integer(0), system: row.system(1), record: row.integer(2), isParked: row.isSo(3))
        }
        guard let found else { return }
        try db.run("DELETE FROM outbox WHERE number = ?", .integer(found.number))
        if !found.isParked { depths[found.system, default: 0] -= 1 }
        try lead(found.record, .system(found.system))
    }

    /// Whoever stands in front now is the first.
    private func lead(_ record: Int64, _ system: SQLValue) throws {
        try db.run(
            """
            UPDATE outbox SET isFirst = 1
            WHERE number = (SELECT min(number) FROM outbox WHERE record = ? AND system = ?) AND isFirst = 0
            """,
            .integer(record),
            system
        )
    }
}
#endif
