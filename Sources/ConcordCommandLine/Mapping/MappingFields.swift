import ConcordMapping
import ConcordSchema

/// Writes the vendors' fields that some mappings know.
struct MappingFields {
    /// The form of the lists.
    enum Format: String, CaseIterable {
        /// One document with a heading for each mapping.
        case markdown
        /// A JSON array.
        case json
    }

    /// The mappings' names; all mappings, if there is none.
    let names: [String]

    /// The form of the lists.
    let format: Format

    /// The file for them; nil for standard output.
    let file: String?

    /// Runs it.
    func run(on console: Console) throws -> ExitStatus {
        var packs: [Pack] = []
        for name in names { packs.append(try Pack.named(name)) }
        let catalogues = (names.isEmpty ? Pack.all : packs).map { $0.makeCatalogue() }
        let output = try file.map { path throws(CommandFailure) in try Output.file(path) } ?? console.output
        switch format {
        case .markdown: try output.write(catalogues.map(\.markdown).joined(separator: "\n"))
        case .json:
            var writer = JSONWriter(capacity: 1 << 14)
            writer.beginList()
            for catalogue in catalogues {
                catalogue.write(to: &writer)
                writer.endItem()
            }
            writer.endList()
            try output.writeLine(writer.text())
        }
        try output.flush()
        return .success
    }
}
