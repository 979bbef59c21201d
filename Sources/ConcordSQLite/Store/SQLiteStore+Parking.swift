#if SQLite
public import ConcordAdapters
import ConcordValues
import GRDB

extension SQLiteStore: ParkingLot {
    /// Which of some sequences are parked.
    public func parked(among sequences: [SequenceKey]) async throws(AdapterFailure) -> Set<SequenceKey> {
        try await read { db in
            // Most of the time nothing is.
            if try db.first("SELECT 1 FROM letter LIMIT 1", row: { _ in true }) == nil { return [] }
            return Set(
                try sequences.filter { sequence in
                    try db.first(
                        "SELECT 1 FROM letter WHERE system = ? AND object = ? AND id = ? LIMIT 1",
                        .system(sequence.system),
                        .text(sequence.object),
                        .text(sequence.id)
                    ) { _ in true } != nil
                }
            )
        }
    }

    /// The sequences that are parked, sorted.
    public func parkedSequences(
        after sequence: SequenceKey?,
        limit: Int
    ) async throws(AdapterFailure) -> [SequenceKey] {
        try await read { db in
            let sql: StaticString =
                sequence == nil
                ? """
                SELECT DISTINCT system, object, id FROM letter WHERE (system, object, id) >= (?, ?, ?)
                ORDER BY system, object, id LIMIT ?
                """
                : """
                SELECT DISTINCT system, object, id FROM letter WHERE (system, object, id) > (?, ?, ?)
                ORDER BY system, object, id LIMIT ?
                """
            return try db.all(
                sql,
                .text(sequence?.system.text ?? ""),
                .text(sequence?.object ?? ""),
                .text(sequence?.id ?? ""),
                .limit(limit)
            ) { SequenceKey($0.system(0), $0.text(1), $0.text(2)) }
        }
    }

    /// The letters of a sequence.
    public func letters(of sequence: SequenceKey) async throws(AdapterFailure) -> [DeadLetter] {
        try await read { db in
            try db.all(
                "SELECT letter FROM letter WHERE system = ? AND object = ? AND id = ? ORDER BY number",
                .system(sequence.system),
                .text(sequence.object),
                .text(sequence.id)
            ) { try $0.form(0) }
        }
    }
}
#endif
