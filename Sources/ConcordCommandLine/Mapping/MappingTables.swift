import ConcordMapping
import ConcordSchema

/// Writes some mappings as tables.
struct MappingTables {
    /// The form of the tables.
    enum Format: String, CaseIterable {
        /// One document with a heading for each mapping.
        case markdown
        /// One sheet.
        case csv
        /// A JSON array.
        case json
        /// One page for a browser.
        case html
    }

    /// The mappings' names; all mappings, if there is none.
    let names: [String]

    /// The form of the tables.
    let format: Format

    /// The file for them; nil for standard output.
    let file: String?

    /// A file with earlier tables as JSON, to compare with; nil for none.
    let earlier: String?

    /// Runs it.
    func run(on console: Console) throws -> ExitStatus {
        var packs: [Pack] = []
        for name in names { packs.append(try Pack.named(name)) }
        let tables = (names.isEmpty ? Pack.all : packs).map { $0.makeTable() }
        let before = try earlier.map { try read($0, on: console) } ?? []
        let output = try file.map { path throws(CommandFailure) in try Output.file(path) } ?? console.output
        switch format {
        case .markdown: try output.write(tables.map { markdown($0, before) }.joined(separator: "\n"))
        case .csv: try output.write(MappingTable.csv(of: tables))
        case .html: try output.write(MappingPage(tables, comparedTo: before).html)
        case .json:
            var writer = JSONWriter(capacity: 1 << 14)
            writer.beginList()
            for table in tables {
                table.write(to: &writer)
                writer.endItem()
            }
            writer.endList()
            try output.writeLine(writer.text())
        }
        try output.flush()
        return .success
    }

    /// The table, and behind it what is not as it was.
    private func markdown(_ table: MappingTable, _ before: [MappingTable]) -> String {
        guard let earlier = before.first(where: { $0.name == table.name }) else { return table.markdown }
        return "\(table.markdown)\n```\n\(table.difference(from: earlier))\n```\n"
    }

    private func read(_ path: String, on console: Console) throws -> [MappingTable] {
        guard format == .markdown || format == .html else {
            throw CommandFailure(.usage, "--against is for the formats markdown and html")
        }
        let bytes = try console.input(path).readAll()
        do throws(ReadFailure) {
            return try MappingTable.tables(fromJSON: bytes)
        } catch {
            throw CommandFailure(
                .data,
                "\(path) holds no tables as `concord mapping table --format json` writes them; at byte \(error.offset), "
                    + "expected \(error.expected)"
            )
        }
    }
}
