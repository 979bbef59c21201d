import ConcordConfiguration
import ConcordOwnership
import ConcordSchema
import ConcordValues

/// What hangs on records, as the host knows it: clients, projects, open invoices, amounts at risk.
///
/// ```
/// {"record":"customer","id":"c-1","client":"Northwind","openInvoices":2,"amountAtRisk":{"amount":"41000.00","currency":"EUR"}}
/// ```
struct BusinessContext {
    private var contexts: [RecordKey: ExceptionCase.Context] = [:]

    /// Nothing that is known.
    init() {}

    /// What stands in a file, one line for each record.
    ///
    /// - Throws: A ``CommandFailure`` that says which line cannot be read.
    init(ifNamed file: String?, _ console: Console) throws {
        guard let file else { return }
        let input = try console.input(file)
        var lines = LineReader { memory in try input.read(into: memory) }
        while let line = try lines.next() {
            do throws(ReadFailure) {
                try read(line.bytes)
            } catch {
                throw CommandFailure(
                    .data,
                    "\(file):\(line.number):\(error.offset + 1): error: expected \(error.expected) [\(error.code)]"
                )
            }
        }
    }

    /// What is known of a record.
    subscript(record: RecordKey) -> ExceptionCase.Context { contexts[record] ?? ExceptionCase.Context() }

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadFailure) {
        var reader = JSONReader(bytes)
        var (name, id) = ("", "")
        var context = ExceptionCase.Context()
        try reader.eachMember { member, reader throws(ReadFailure) in
            let place = reader.offset
            switch member {
            case "record": name = try reader.readString()
            case "id": id = try reader.readString()
            case "client": context.client = try reader.readString()
            case "project": context.project = try reader.readString()
            case "stage": context.stage = LifecycleStage(rawValue: try reader.readString())
            case "openInvoices": context.openInvoices = Int(try reader.readInteger())
            case "amountAtRisk":
                var money = Money.placeholder
                try money.read(from: &reader)
                context.amountAtRisk = money
            default:
                throw ReadFailure(
                    .unknownMember,
                    at: place,
                    expected: "one of record, id, client, project, stage, openInvoices, amountAtRisk"
                )
            }
        }
        try reader.finish()
        contexts[RecordKey(name, id)] = context
    }
}
