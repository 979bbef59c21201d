import ConcordOwnership
import ConcordSchema
import ConcordValues

/// Folds recorded claims to records, one JSON document a line, with exceptions and decisions beside them.
struct OwnershipView {
    /// Recorded claims.
    let source: ClaimSource
    /// How records are owned.
    let book: OwnershipBook
    /// The time whose knowledge is asked for.
    let asOf: Instant
    /// What hangs on records.
    let context: BusinessContext
    /// In how many days somebody should have decided about an exception.
    let dueDays: Int?
    /// The classes of values that exceptions may show.
    let visible: Set<Sensitivity>
    /// The file for exceptions.
    let exceptions: String?
    /// The file for decisions.
    let decisions: String?

    /// Runs it.
    func run(on console: Console) throws -> ExitStatus {
        let exceptionOutput = try Output.file(ifNamed: exceptions)
        let decisionOutput = try Output.file(ifNamed: decisions)
        var (records, found, passedOver) = (0, 0, 0)
        let newline: [UInt8] = [UInt8(ascii: "\n")]
        try source.eachLedger { ledger in
            guard let ownership = try book.ownership(of: ledger) else {
                passedOver += 1
                return
            }
            let record = ownership.record(from: ledger, asOf: asOf)
            records += 1
            found += record.exceptions.count
            try record.document.withUnsafeBytes { try console.output.write($0) }
            try newline.withUnsafeBytes { try console.output.write($0) }
            if let decisionOutput {
                for decision in record.decisions {
                    try decisionOutput.writeLine(decision.jsonText(about: record.record))
                }
            }
            guard let exceptionOutput, !record.exceptions.isEmpty else { return }
            let cases = record.cases(
                context: { _ in context[record.record] },
                due: { due(for: $0, in: ledger) },
                revealing: visible
            )
            for found in cases { try exceptionOutput.writeLine(found.jsonText()) }
        }
        try console.output.flush()
        try exceptionOutput?.flush()
        try decisionOutput?.flush()
        let told = "\(MappingTally.count(records, "record")), \(MappingTally.count(found, "exception"))"
        try source.tell(told, book: book, passedOver: passedOver, on: console)
        return source.status
    }

    /// Days after the latest of the events that an exception came from.
    private func due(for exception: OwnershipException, in ledger: ClaimLedger) -> Instant? {
        guard let dueDays else { return nil }
        let latest = ledger.events.filter { exception.events.contains($0.id) }.map(\.businessTime)
            .max { $0.secondsSince1970 < $1.secondsSince1970 }
        return latest?.adding(days: dueDays)
    }
}

extension Instant {
    /// The instant some days of 24 hours later; nil if there is none.
    func adding(days: Int) -> Instant? {
        let (seconds, overflowed) = Int64(days).multipliedReportingOverflow(by: 86_400)
        let (sum, isTooFar) = secondsSince1970.addingReportingOverflow(seconds)
        if overflowed || isTooFar { return nil }
        return try? Instant(secondsSince1970: sum, nanoseconds: nanosecond, offset: offset)
    }
}
