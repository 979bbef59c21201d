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
        func member(_ name: String, _ text: String) {
            writer.write(name: name)
            writer.write(text)
            writer.endItem()
        }
        func member(_ name: String, _ number: Int) {
            writer.write(name: name)
            writer.write(Int64(number))
            writer.endItem()
        }
        writer.beginObject()
        member("mapping", pack.name)
        member("version", pack.version)
        member("system", pack.system)
        member("object", pack.object)
        member("api", pack.api)
        member("record", pack.target)
        member("law", pack.law.word)
        if let reason = pack.law.reason { member("reason", reason) }
        member("rules", pack.ruleCount)
        writer.endObject()
    }
}
