#if SQLite
public import ConcordAdapters
public import ConcordOwnership
public import ConcordValues
import GRDB

extension SQLiteStore: Outbox {
    /// What is to be sent to a system.
    public func due(
        for system: SystemID,
        at time: Instant,
        limit: Int
    ) async throws(AdapterFailure) -> [OutboxEntry] {
        try await read { db in
            let atOnce = try db.all(
                """
                SELECT number FROM outbox
                WHERE system = ? AND isFirst = 1 AND parked = 0 AND dueSeconds IS NULL AND dueNanoseconds IS NULL
                ORDER BY number LIMIT ?
                """,
                .system(system),
                .limit(limit)
            ) { $0.integer(0) }
            let again = try db.all(
                """
                SELECT number FROM outbox
                WHERE system = ? AND isFirst = 1 AND parked = 0 AND dueSeconds IS NOT NULL
                    AND (dueSeconds, dueNanoseconds) <= (?, ?)
                ORDER BY number LIMIT ?
                """,
                .system(system),
                time.sortSeconds,
                time.sortNanoseconds,
                .limit(limit)
            ) { $0.integer(0) }
            return try (atOnce + again).sorted().prefix(max(0, limit))
                .compactMap { number in
                    try db.first("SELECT entry FROM outbox WHERE number = ?", .integer(number)) { try $0.form(0) }
                }
        }
    }

    /// All that is to be sent about some records to a system.
    public func entries(
        for system: SystemID,
        of records: [RecordKey]
    ) async throws(AdapterFailure) -> [OutboxEntry] {
        try await read { db in
            try records.flatMap { record in
                guard let number = try db.number(of: record) else { return [OutboxEntry]() }
                return try db.all(
                    "SELECT entry FROM outbox WHERE record = ? AND system = ? ORDER BY number",
                    .integer(number),
                    .system(system)
                ) { try $0.form(0) }
            }
        }
    }

    /// When the next entry for a system may be tried that may not be yet.
    public func nextDue(for system: SystemID, after time: Instant) async throws(AdapterFailure) -> Instant? {
        try await read { db in
            try db.first(
                """
                SELECT entry FROM outbox
                WHERE system = ? AND isFirst = 1 AND parked = 0 AND dueSeconds IS NOT NULL
                    AND (dueSeconds, dueNanoseconds) > (?, ?)
                ORDER BY dueSeconds, dueNanoseconds, number LIMIT 1
                """,
                .system(system),
                time.sortSeconds,
                time.sortNanoseconds
            ) { try $0.form(0, OutboxEntry.self).notBefore } ?? nil
        }
    }

    /// How many entries there are for a system, parked ones left out.
    public func depth(for system: SystemID) async throws(AdapterFailure) -> Int {
        try await read { db in
            try db.first("SELECT entries FROM backlog WHERE system = ?", .system(system)) { Int($0.integer(0)) } ?? 0
        }
    }
}
#endif
