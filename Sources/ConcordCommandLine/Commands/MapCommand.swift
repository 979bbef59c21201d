#if CommandLine
import ArgumentParser

/// The command `concord map`.
struct MapCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract: "Turn a vendor's objects into canonical records, one a line.",
        discussion: """
            The input is any number of JSON values: objects one a line (NDJSON), documents over many lines, arrays, and the \
            answers of queries. Records go to standard output as they come; refused objects and warnings go, one a line, \
            to the file of --rejects, or to standard error. A mistake costs the line that it is on.

            Status: 0 all accepted, 1 some refused, 64 wrong usage, 65 nothing in it was an object, 66 no such file.
            """
    )

    @Option(help: ArgumentHelp("The system that the objects come from: salesforce, certinia:emea.", valueName: "name"))
    var system: String

    @Option(help: ArgumentHelp("The vendor's type of object: Account, Opportunity.", valueName: "type"))
    var object: String

    @Option(help: ArgumentHelp("The tenant or organisation within the system.", valueName: "name"))
    var tenant: String?

    @Option(help: ArgumentHelp("The currency of amounts that come without one: EUR.", valueName: "code"))
    var currency: String?

    @Option(help: ArgumentHelp("The time zone of dates that come without one: Europe/Berlin.", valueName: "zone"))
    var timeZone: String?

    @Option(
        help: ArgumentHelp("When the objects are taken in: 2026-11-21T09:00:00Z. Now, if not given.", valueName: "time")
    )
    var at: String?

    @Option(help: ArgumentHelp("The file for refused objects and warnings.", valueName: "file"))
    var rejects: String?

    @Flag(help: "Account for every leaf of every object: mapped, kept, dropped or unknown.")
    var coverage = false

    @Option(
        help: ArgumentHelp(
            "The file for the account of each source field and each crosswalk; --coverage is then understood.",
            valueName: "file"
        )
    )
    var coverageTo: String?

    @Option(help: "The form of that account.")
    var coverageFormat = CoverageFormat.json

    @Option(
        help: ArgumentHelp(
            "The day on which rows of crosswalks must hold: 2025-12-31. That of --at, if not given.",
            valueName: "day"
        )
    )
    var codesAsOf: String?

    @Option(
        help: ArgumentHelp(
            "Explain a field of the records (stage.canonical), a source (/StageName), or all. May be repeated.",
            valueName: "field"
        )
    )
    var explain: [String] = []

    @Flag(help: "Explain each object, not only the first.")
    var explainEach = false

    @Option(help: ArgumentHelp("The file for explanations; standard error, if not given.", valueName: "file"))
    var explainTo: String?

    @Option(help: "The form of explanations.")
    var explainFormat = Explaining.Format.text

    @Option(
        help: ArgumentHelp("A firm's overlay upon the mapping, as JSON. May be repeated.", valueName: "file")
    )
    var overlay: [String] = []

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp(
            "Whom overlays are looked up for: businessUnit=EMEA. May be repeated.",
            valueName: "key=value"
        )
    )
    var scope: [String] = []

    @Argument(help: "The files, or - for standard input.")
    var files: [String]

    func run(on console: Console) throws -> ExitStatus {
        let run = try MappingRun(
            system: system,
            object: object,
            tenant: tenant,
            currency: currency,
            timeZone: timeZone,
            at: at,
            rejects: rejects,
            hasCoverage: coverage,
            coverageFile: coverageTo,
            coverageFormat: coverageFormat,
            codesAsOf: codesAsOf,
            explaining: try Explaining(explain, isEach: explainEach, file: explainTo, format: explainFormat),
            overlays: try OverlaySet(files: overlay, scope: scope),
            files: files
        )
        return try run.run(on: console)
    }
}

extension Explaining.Format: ExpressibleByArgument {}
extension CoverageFormat: ExpressibleByArgument {}
#endif
