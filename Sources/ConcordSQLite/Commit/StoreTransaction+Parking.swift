#if SQLite
import ConcordAdapters
import ConcordConfiguration
import ConcordValues
import GRDB

extension StoreTransaction {
    mutating func park(_ letter: DeadLetter) throws {
        var entry: OutboxEntry?
        if case .outbound(let message) = letter.message { entry = message }
        let isNew = try db.run(
            """
            INSERT OR IGNORE INTO letter (system, object, id, message, outbound, letter) VALUES (?, ?, ?, ?, ?, ?)
            """,
            .system(letter.sequence.system),
            .text(letter.sequence.object),
            .text(letter.sequence.id),
            .text(letter.id),
            entry.map { .hash($0.key) } ?? .null,
            .text(letter.jsonText())
        )
        guard isNew > 0, let entry else { return }
        try hold(.hash(entry.key), isParked: true)
    }

    mutating func release(_ ids: [String], of sequence: SequenceKey) throws {
        for id in ids {
            let place: [SQLValue] = [
                .system(sequence.system), .text(sequence.object), .text(sequence.id), .text(id),
            ]
            let found = try db.first(
                "SELECT number, outbound FROM letter WHERE system = ? AND object = ? AND id = ? AND message = ?",
                place[0],
                place[1],
                place[2],
                place[3]
            ) { row in (number: row.integer(0), outbound: row.isNull(1) ? nil : row.bytes(1)) }
            guard let found else { continue }
            try db.run("DELETE FROM letter WHERE number = ?", .integer(found.number))
            guard let key = found.outbound else { continue }
            try hold(.bytes(key), isParked: false)
            try makeDue(.bytes(key))
        }
    }

    /// Parks an entry, or takes it up again.
    private mutating func hold(_ key: SQLValue, isParked: Bool) throws {
        let system = try db.first(
            "SELECT system FROM outbox WHERE key = ? AND parked = ?",
            key,
            .truth(!isParked)
        ) { $0.system(0) }
        guard let system else { return }
        try db.run("UPDATE outbox SET parked = ? WHERE key = ?", .truth(isParked), key)
        depths[system, default: 0] += isParked ? -1 : 1
    }

    private func makeDue(_ key: SQLValue) throws {
        let found = try db.first("SELECT entry FROM outbox WHERE key = ?", key) { row in
            try row.form(0, OutboxEntry.self)
        }
        guard var entry = found, entry.notBefore != nil else { return }
        entry.notBefore = nil
        try attempt(entry)
    }
}
#endif
