import ConcordSchema

/// Lists the canonical records.
struct SchemaListing {
    /// Runs it.
    func run(on console: Console) throws -> ExitStatus {
        let output = console.output
        var table = TextTable(["RECORD", "FIELDS", "WHAT IT IS"])
        for record in SchemaCatalogue.records {
            table.append([record.tag, String(record.fields.count), record.documentation])
        }
        let style = Style(isColoured: output.isColoured)
        for line in table.lines(width: output.columns, heading: style.strong) { try output.writeLine(line) }
        return .success
    }
}
