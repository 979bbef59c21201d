#if CommandLine
import ArgumentParser

/// The command `concord map`.
struct MapCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract: "Turn a vendor's objects into canonical records, one a line, or records back into objects.",
        discussion: """
            The input is any number of JSON values: objects one a line (NDJSON), documents over many lines, arrays, and the \
            answers of queries. Records go to standard output as they come; refused objects and warnings go, one a line, \
            to the file of --rejects, or to standard error. A mistake costs the line that it is on.

            With --to, the input is canonical records, and the vendor's objects go to standard output, each with a line's \
            end behind it. With --onto, each record is written onto the object that it came from, of which every byte stays \
            that need not change; of an object that several records come of, those that are not given stay as they are. A \
            change that the mapping cannot write is a warning.

            Status: 0 all accepted, 1 some refused, 64 wrong usage, 65 nothing in it was an object, 66 no such file.
            """
    )

    @Option(help: ArgumentHelp("The system that the objects come from: salesforce, certinia:emea.", valueName: "name"))
    var system: String?

    @Option(help: ArgumentHelp("The vendor's type of object: Account, Opportunity.", valueName: "type"))
    var object: String?

    @Option(
        help: ArgumentHelp(
            "Write records as a system's objects: salesforce:emea/Opportunity.",
            valueName: "system/type"
        )
    )
    var to: String?

    @Option(
        help: ArgumentHelp(
            "With --to: a file of the objects that records are written onto. May be repeated.",
            valueName: "file"
        )
    )
    var onto: [String] = []

    @Option(name: .customLong("as"), help: "With --to: what is written of an object; patches need --onto.")
    var form: WrittenForm?

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

    @OptionGroup var upon: OverlayOptions

    @Option(
        help: ArgumentHelp(
            "How many threads map objects; what comes of it is the same. With --explain, one.",
            valueName: "n"
        )
    )
    var jobs = 1

    @Argument(help: "The files, or - for standard input.")
    var files: [String]

    func run(on console: Console) throws -> ExitStatus {
        let settings = try RunSettings(tenant: tenant, currency: currency, timeZone: timeZone, at: at)
        let overlays = try upon.overlays()
        let explaining = try Explaining(explain, isEach: explainEach, file: explainTo, format: explainFormat)
        if let to {
            guard system == nil, object == nil, !coverage, coverageTo == nil, explaining == nil, jobs == 1 else {
                throw CommandFailure(
                    .usage,
                    "--to says where records go; --system, --object, --coverage, --explain and --jobs are for the way in"
                )
            }
            let run = try WritingRun(
                target: to,
                settings: settings,
                originals: onto,
                form: form ?? .document,
                rejects: rejects,
                overlays: overlays,
                files: files
            )
            return try run.run(on: console)
        }
        guard let system, let object else {
            throw CommandFailure(
                .usage,
                "say which objects come in with --system and --object, or where records go with --to"
            )
        }
        guard onto.isEmpty, form == nil else {
            throw CommandFailure(.usage, "--onto and --as are for the way back; say where records go with --to")
        }
        let run = try MappingRun(
            system: system,
            object: object,
            settings: settings,
            rejects: rejects,
            hasCoverage: coverage,
            coverageFile: coverageTo,
            coverageFormat: coverageFormat,
            codesAsOf: codesAsOf,
            explaining: explaining,
            overlays: overlays,
            jobs: jobs,
            files: files
        )
        return try run.run(on: console)
    }
}

extension Explaining.Format: ExpressibleByArgument {}
extension CoverageFormat: ExpressibleByArgument {}

extension WrittenForm: ExpressibleByArgument {}
#endif
