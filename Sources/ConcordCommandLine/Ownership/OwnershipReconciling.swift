import ConcordOwnership
import ConcordSchema
import ConcordValues

/// Writes where systems disagree, a report for each record, as Markdown.
struct OwnershipReconciling {
    /// Recorded claims.
    let source: ClaimSource
    /// How records are owned.
    let book: OwnershipBook
    /// The time whose knowledge is asked for.
    let asOf: Instant
    /// What hangs on records, such as clients' names.
    let context: BusinessContext
    /// Whether records are told on which all agree.
    let tellsAgreement: Bool
    /// The classes of values that may be shown.
    let visible: Set<Sensitivity>

    /// Runs it.
    func run(on console: Console) throws -> ExitStatus {
        var (told, agreed, passedOver) = (0, 0, 0)
        try source.eachLedger { ledger in
            guard let ownership = try book.ownership(of: ledger) else {
                passedOver += 1
                return
            }
            let record = ownership.record(from: ledger, asOf: asOf)
            let key = record.record
            let title = context[key].client.map { "\($0) (\(key))" }
            let report = record.reconciliation(title: title, revealing: visible)
            let isAgreed = report.disagreements.isEmpty
            if isAgreed { agreed += 1 }
            if isAgreed, !tellsAgreement { return }
            if told > 0 { try console.output.writeLine() }
            told += 1
            try console.output.write(report.markdown)
        }
        try console.output.flush()
        let count = MappingTally.count(source.records, "record")
        try source.tell("\(count), \(agreed) agreed", book: book, passedOver: passedOver, on: console)
        return source.status
    }
}
