#if SQLite
import ConcordAdapters
import ConcordConfiguration
import ConcordOwnership
import ConcordValues
import GRDB

extension StoreTransaction {
    func open(_ exception: QueuedException) throws {
        let risk = exception.context.amountAtRisk
        try db.run(
            // What was withdrawn opens again as it is now; what was resolved does not.
            """
            INSERT INTO exception VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)
            ON CONFLICT (id) DO UPDATE SET
                state = 0, origin = excluded.origin, owner = excluded.owner, recordName = excluded.recordName,
                recordID = excluded.recordID, system = excluded.system, dueMissing = excluded.dueMissing,
                dueSeconds = excluded.dueSeconds, dueNanoseconds = excluded.dueNanoseconds,
                riskMissing = excluded.riskMissing,
                currency = excluded.currency, risk = excluded.risk, openedSeconds = excluded.openedSeconds,
                openedNanoseconds = excluded.openedNanoseconds, exception = excluded.exception, ending = NULL
            WHERE state = 2
            """,
            .hash(exception.id),
            .text(exception.origin.rawValue),
            .optional(exception.owner?.rawValue),
            .optional(exception.record?.name),
            .optional(exception.record?.id),
            .optional(exception.sequence?.system.text),
            .truth(exception.due == nil),
            exception.due?.sortSeconds ?? .integer(0),
            exception.due?.sortNanoseconds ?? .integer(0),
            .truth(risk == nil),
            .text(risk?.currency.description ?? ""),
            .text(risk?.amount.sortText ?? ""),
            exception.openedAt.sortSeconds,
            exception.openedAt.sortNanoseconds,
            .text(exception.jsonText())
        )
    }

    /// Ends an exception that is open.
    ///
    /// - Parameters:
    ///   - id: The exception.
    ///   - state: 1 if it was resolved, 2 if it was withdrawn.
    ///   - ending: What was decided, or when it was withdrawn.
    /// - Returns: Whether it was open.
    /// - Throws: What the database says.
    @discardableResult
    func close(_ id: ContentHash, _ state: Int64, _ ending: String) throws -> Bool {
        try db.run(
            "UPDATE exception SET state = ?, ending = ? WHERE id = ? AND state = 0",
            .integer(state),
            .text(ending),
            .hash(id)
        ) > 0
    }

    func resolve(_ resolution: ExceptionResolution, of record: RecordKey?) throws {
        let text = resolution.jsonText()
        guard try close(resolution.exceptionCase, 1, text), let record else { return }
        try db.run(
            "INSERT INTO resolution (recordName, recordID, resolution) VALUES (?, ?, ?)",
            .text(record.name),
            .text(record.id),
            .text(text)
        )
    }
}
#endif
