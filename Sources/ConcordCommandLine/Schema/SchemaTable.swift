import ConcordSchema
import ConcordValues

/// Shows a record's fields as a table, and those of the records inside it.
struct SchemaTable {
    /// The record's name.
    let name: String

    /// How many levels of nested records are shown below it.
    let depth: Int

    /// Runs it.
    func run(on console: Console) throws -> ExitStatus {
        let record = try SchemaCatalogue.record(named: name)
        let output = console.output
        var level = [record]
        var shown: Set<String> = [record.name]
        for remaining in stride(from: max(depth, 0), through: 0, by: -1) {
            var next: [RecordDescription] = []
            for record in level {
                try write(record, to: output)
                for nested in record.fields.compactMap(\.shape.record) where shown.insert(nested.name).inserted {
                    next.append(nested)
                }
            }
            if remaining == 0, !next.isEmpty {
                let names = next.map(\.name).joined(separator: ", ")
                let style = Style(isColoured: output.isColoured)
                let text = "Nested records (--depth \(max(depth, 0) + 1) shows them): \(names)"
                for line in TextTable.wrap(text, width: output.columns) { try output.writeLine(style.faint(line)) }
            }
            level = next
        }
        return .success
    }

    private func write(_ record: RecordDescription, to output: Output) throws {
        let style = Style(isColoured: output.isColoured)
        try output.writeLine(style.strong(record.tag))
        for line in TextTable.wrap(record.documentation, width: output.columns) { try output.writeLine(line) }
        try output.writeLine()
        let isOpen = record.fields.allSatisfy { $0.sensitivity == .open }
        let hasUnits = record.fields.contains { $0.unit != nil }
        var table = TextTable(
            ["FIELD", "TYPE", "NEED"] + (hasUnits ? ["UNIT"] : []) + (isOpen ? [] : ["SENSITIVITY"]) + ["MEANING"]
        )
        for field in record.fields {
            table.append(
                [field.name, field.shape.unwrapped.summary, Self.need(field)]
                    + (hasUnits ? [field.unit.map { $0.name ?? $0.description } ?? ""] : [])
                    + (isOpen ? [] : [field.sensitivity == .open ? "" : field.sensitivity.rawValue])
                    + [Self.meaning(field)]
            )
        }
        for line in table.lines(width: output.columns, heading: style.strong) { try output.writeLine(line) }
        try output.writeLine()
    }

    /// Whether a document must have the field: it must, it may leave it out, or it may and there is a value then.
    private static func need(_ field: FieldDescription) -> String {
        if field.isRequired { return "required" }
        return switch field.shape {
        case .optional, .list: "optional"
        default: "default"
        }
    }

    private static func meaning(_ field: FieldDescription) -> String {
        var shape = field.shape.unwrapped
        if case .list(let item, _) = shape { shape = item.unwrapped }
        guard case .code(_, let known) = shape, !known.isEmpty else { return field.documentation }
        let codes = known.prefix(8).joined(separator: ", ") + (known.count > 8 ? ", …" : "")
        return "\(field.documentation) (\(codes))"
    }
}
