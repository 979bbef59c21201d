import ConcordMapping
import ConcordSchema

/// Lists the mappings.
struct MappingListing {
    /// The form of the list.
    enum Format: String, CaseIterable {
        /// A table for people.
        case text
        /// A JSON array.
        case json
    }

    /// The form of the list.
    let format: Format

    /// Runs it.
    func run(on console: Console) throws -> ExitStatus {
        let output = console.output
        switch format {
        case .text:
            var table = TextTable(["MAPPING", "OBJECT", "LAW", "RULES", "API"])
            for pack in Pack.all {
                table.append([pack.mapping, pack.object, pack.law.word, String(pack.ruleCount), pack.api])
            }
            let style = Style(isColoured: output.isColoured)
            for line in table.lines(width: output.columns, heading: style.strong) { try output.writeLine(line) }
        case .json:
            var writer = JSONWriter()
            writer.beginList()
            for pack in Pack.all {
                write(pack, to: &writer)
                writer.endItem()
            }
            writer.endList()
            try output.writeLine(writer.text())
        }
        return .success
    }

    private func write(_ pack: Pack, to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("mapping", pack.name)
        writer.member("version", pack.version)
        writer.member("system", pack.system)
        writer.member("object", pack.object)
        writer.member("api", pack.api)
        writer.member("record", pack.target)
        writer.member("law", pack.law.word)
        writer.member("reason", pack.law.reason)
        writer.member("rules", pack.ruleCount)
        writer.endObject()
    }
}
