#if SQLite
public import ConcordAdapters
import ConcordConfiguration
public import ConcordOwnership
import ConcordSchema
import GRDB

extension SQLiteStore: ApprovalDesk {
    /// What was decided since.
    public func decisions(after cursor: SourceCursor?, limit: Int) async throws(AdapterFailure) -> ApprovalPage {
        let start = cursor.map { Int64($0.text) } ?? 0
        return try await read { db in
            let last = try db.first("SELECT coalesce(max(number), 0) FROM approval") { $0.integer(0) } ?? 0
            guard let start, start >= 0, start <= last else {
                throw AdapterFailure(
                    .policy,
                    "there is no cursor \"\(cursor?.text ?? "")\" of decisions",
                    remedy: "Begin again without a cursor."
                )
            }
            let rows = try db.all(
                "SELECT number, line FROM approval WHERE number > ? ORDER BY number LIMIT ?",
                .integer(start),
                .limit(max(1, limit))
            ) { row in (number: row.integer(0), decision: try row.approval(1)) }
            let end = rows.last?.number ?? min(start, last)
            return ApprovalPage(
                rows.map(\.decision),
                next: end == 0 ? cursor : SourceCursor("\(end)"),
                hasMore: end < last
            )
        }
    }

    /// Takes somebody's decision.
    public func submit(_ decision: ApprovalDecision) async throws(AdapterFailure) {
        try await write { db in
            let line = decision.jsonText()
            try db.run(
                "INSERT OR IGNORE INTO approval (hash, line) VALUES (?, ?)",
                .hash(ContentHash(ofBytes: Array(line.utf8))),
                .text(line)
            )
        }
    }
}

extension SQLRow {
    fileprivate func approval(_ column: Int32) throws -> ApprovalDecision {
        let line: ClaimLine
        do throws(Refusal) {
            line = try ClaimLine(json: text(column))
        } catch {
            throw StoredFormDamage(what: "a decision: \(error.issues.map(\.description).joined(separator: "; "))")
        }
        guard case .approval(let decision) = line else {
            throw StoredFormDamage(what: "something else in the place of a decision")
        }
        return decision
    }
}
#endif
