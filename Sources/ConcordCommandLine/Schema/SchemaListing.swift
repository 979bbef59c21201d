import ConcordSchema
import ConcordValues
import ConcordVersions

/// Lists the canonical records.
struct SchemaListing {
    /// Whether all published versions are listed, with their dates.
    var hasVersions = false

    /// Runs it.
    func run(on console: Console) throws -> ExitStatus {
        let output = console.output
        let table = hasVersions ? Self.versions : Self.records
        let style = Style(isColoured: output.isColoured)
        for line in table.lines(width: output.columns, heading: style.strong) { try output.writeLine(line) }
        return .success
    }

    private static var records: TextTable {
        var table = TextTable(["RECORD", "FIELDS", "WHAT IT IS"])
        for record in SchemaCatalogue.records {
            table.append([record.tag, String(record.fields.count), record.documentation])
        }
        return table
    }

    private static func told(_ day: LocalDate?) -> String { day?.description ?? "" }

    private static var versions: TextTable {
        var table = TextTable(["VERSION", "PUBLISHED", "DEPRECATED", "SUNSET", "WHAT CHANGED"])
        for history in VersionCatalogue.histories {
            for version in history.versions {
                let number = version.version ?? 1
                let dates = history.dates[number]
                let change = history.changes.first { $0.version == number }
                table.append([
                    version.tag, told(dates?.published), told(dates?.deprecated), told(dates?.sunset),
                    change?.summary ?? "The first version",
                ])
            }
        }
        return table
    }
}
