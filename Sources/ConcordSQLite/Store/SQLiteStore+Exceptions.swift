#if SQLite
public import ConcordAdapters
public import ConcordConfiguration
public import ConcordOwnership
import ConcordValues
import GRDB

extension SQLiteStore: ExceptionQueue {
    /// The exceptions that are open.
    public func exceptions(
        _ filter: ExceptionFilter,
        limit: Int
    ) async throws(AdapterFailure) -> [QueuedException] {
        var conditions = ["state = 0"]
        var values: [SQLValue] = []
        if let origin = filter.origin {
            conditions.append("origin = ?")
            values.append(.text(origin.rawValue))
        }
        if let owner = filter.owner {
            conditions.append("owner = ?")
            values.append(.text(owner.rawValue))
        }
        if let record = filter.record {
            conditions.append("recordName = ? AND recordID = ?")
            values += [.text(record.name), .text(record.id)]
        }
        if let system = filter.system {
            conditions.append("system = ?")
            values.append(.system(system))
        }
        if let due = filter.dueBefore {
            conditions.append("dueMissing = 0 AND (dueSeconds, dueNanoseconds) < (?, ?)")
            values += [due.sortSeconds, due.sortNanoseconds]
        }
        values.append(.limit(limit))
        let sql = """
            SELECT exception FROM exception WHERE \(conditions.joined(separator: " AND "))
            ORDER BY dueMissing, dueSeconds, dueNanoseconds, riskMissing, currency, risk DESC,
                openedSeconds, openedNanoseconds, id
            LIMIT ?
            """
        return try await read { [values] db in try db.all(sql, values) { try $0.form(0) } }
    }

    /// An exception, open or not.
    public func exception(_ id: ContentHash) async throws(AdapterFailure) -> ExceptionEntry? {
        try await read { db in
            try db.first("SELECT exception, state, ending FROM exception WHERE id = ?", .hash(id)) { row in
                let state: ExceptionEntry.State =
                    switch row.integer(1) {
                    case 1: .resolved(try row.form(2))
                    case 2: .withdrawn(at: try row.instant(2))
                    default: .open
                    }
                return ExceptionEntry(try row.form(0), state)
            }
        }
    }

    /// How many are open.
    public func openCount() async throws(AdapterFailure) -> Int {
        try await read { db in
            try db.first("SELECT count(*) FROM exception WHERE state = 0") { Int($0.integer(0)) } ?? 0
        }
    }

    /// What people decided about a record's exceptions.
    public func resolutions(of record: RecordKey) async throws(AdapterFailure) -> [ExceptionResolution] {
        try await read { db in
            try db.all(
                "SELECT resolution FROM resolution WHERE recordName = ? AND recordID = ? ORDER BY number",
                .text(record.name),
                .text(record.id)
            ) { try $0.form(0) }
        }
    }
}
#endif
