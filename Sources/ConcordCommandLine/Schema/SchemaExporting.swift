import ConcordCompatibility

/// Writes a record's JSON Schema.
struct SchemaExporting {
    /// The record's name.
    let name: String

    /// Whether what is written is asked for, and not what is read.
    let isWriter: Bool

    /// Runs it.
    func run(on console: Console) throws -> ExitStatus {
        let record = try SchemaCatalogue.record(named: name)
        let schema = JSONSchema(of: record, side: isWriter ? .writer : .reader)
        try console.output.writeLine(schema.document.indented)
        return .success
    }
}
