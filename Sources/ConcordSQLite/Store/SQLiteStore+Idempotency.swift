#if SQLite
public import ConcordAdapters
public import ConcordConfiguration
public import ConcordValues
import GRDB

extension SQLiteStore: IdempotencyStore {
    /// Begins something under a key, if nobody has.
    public func begin(
        _ key: ContentHash,
        fingerprint: ContentHash,
        at time: Instant
    ) async throws(AdapterFailure) -> IdempotencyState {
        try await write { db in
            let isNew = try db.run(
                "INSERT OR IGNORE INTO receipt (key, fingerprint, begun) VALUES (?, ?, ?)",
                .hash(key),
                .hash(fingerprint),
                .text(time.description)
            )
            if isNew > 0 { return .new }
            let known = try db.first(
                "SELECT fingerprint, receipt, begun FROM receipt WHERE key = ?",
                .hash(key)
            ) { row -> IdempotencyState in
                if try row.hash(0) != fingerprint { return .mismatch }
                return row.isNull(1) ? .begun(at: try row.instant(2)) : .completed(try row.form(1))
            }
            return known ?? .new
        }
    }

    /// Says what came of it.
    public func complete(
        _ key: ContentHash,
        _ receipt: TargetReceipt,
        at time: Instant
    ) async throws(AdapterFailure) {
        try await write { db in
            _ = try db.run(
                """
                UPDATE receipt SET receipt = ?, doneSeconds = ?, doneNanoseconds = ?
                WHERE key = ? AND receipt IS NULL
                """,
                .text(receipt.jsonText()),
                time.sortSeconds,
                time.sortNanoseconds,
                .hash(key)
            )
        }
    }

    /// Says that nothing came of it.
    public func abandon(_ key: ContentHash) async throws(AdapterFailure) {
        try await write { db in
            _ = try db.run("DELETE FROM receipt WHERE key = ? AND receipt IS NULL", .hash(key))
        }
    }

    /// Forgets keys that were completed before a time.
    @discardableResult
    public func forget(before time: Instant) async throws(AdapterFailure) -> Int {
        try await write { db in
            try db.run(
                """
                DELETE FROM receipt
                WHERE receipt IS NOT NULL AND (doneSeconds, doneNanoseconds) < (?, ?)
                """,
                time.sortSeconds,
                time.sortNanoseconds
            )
        }
    }
}
#endif
