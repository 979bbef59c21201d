#if SQLite
import ConcordAdapters
import ConcordConfiguration
import ConcordOwnership
import ConcordValues
import GRDB

/// One commit on its way into the file.
///
/// What it remembers is no more than the commit names.
struct StoreTransaction {
    let db: Database
    private var numbers: [RecordKey: Int64] = [:]

    /// How many more entries each system has.
    var depths: [SystemID: Int64] = [:]

    init(_ db: Database) { self.db = db }

    /// Stores everything, in the order in which the commit declares it.
    mutating func apply(_ commit: StoreCommit) throws {
        try store(commit.claims)
        for record in commit.records { try store(record) }
        for (sequence, object) in commit.originals { try store(object, of: sequence) }
        for link in commit.links { try store(link) }
        for entry in commit.planned { try plan(entry) }
        for (system, record) in commit.settled { try settle(record, in: system) }
        for entry in commit.attempted { try attempt(entry) }
        for key in commit.delivered { try remove(key) }
        for letter in commit.parked { try park(letter) }
        for (sequence, ids) in commit.released { try release(ids, of: sequence) }
        for exception in commit.opened { try open(exception) }
        for (id, time) in commit.withdrawn { try close(id, 2, time.description) }
        for (record, resolution) in commit.resolved { try resolve(resolution, of: record) }
        for (source, cursor) in commit.cursors {
            try db.run(
                "INSERT INTO cursor VALUES (?, ?) ON CONFLICT (source) DO UPDATE SET text = excluded.text",
                .text(source),
                .text(cursor.text)
            )
        }
        for (system, more) in depths where more != 0 {
            try db.run(
                """
                INSERT INTO backlog VALUES (?, ?)
                ON CONFLICT (system) DO UPDATE SET entries = entries + excluded.entries
                """,
                .system(system),
                .integer(more)
            )
        }
    }

    /// The number of a record, which it is given if it has none.
    mutating func number(of record: RecordKey) throws -> Int64 {
        if let number = numbers[record] { return number }
        let number: Int64
        if let known = try db.number(of: record) {
            number = known
        } else {
            try db.run("INSERT INTO record (name, id) VALUES (?, ?)", .text(record.name), .text(record.id))
            number = db.lastInsertedRowID
        }
        numbers[record] = number
        return number
    }
}

extension Database {
    /// The number of a record; nil if nothing is known about it.
    func number(of record: RecordKey) throws -> Int64? {
        try first(
            "SELECT number FROM record WHERE name = ? AND id = ?",
            .text(record.name),
            .text(record.id)
        ) { $0.integer(0) }
    }
}
#endif
