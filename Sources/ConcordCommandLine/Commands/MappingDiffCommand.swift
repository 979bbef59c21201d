#if CommandLine
import ArgumentParser

/// The command `concord mapping diff`.
struct MappingDiffCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say how a mapping with some overlays differs from the same with others.",
        discussion: """
            The difference is told by what it means: which codes become something else, which rules came, went and changed. \
            With a sample of the vendor's objects it is said how many of them become other records, are accepted, or are \
            refused, and in which fields.

            Status: 0 they were compared, 64 wrong usage, 65 the overlays are refused, 66 no such file.
            """
    )

    @Argument(help: ArgumentHelp("The mapping: salesforce/opportunity.", valueName: "name"))
    var name: String

    @Option(help: ArgumentHelp("An overlay as it is to be, as JSON. May be repeated.", valueName: "file"))
    var overlay: [String] = []

    @Option(
        help: ArgumentHelp(
            "An overlay as it was. May be repeated; without any, the mapping alone is compared.",
            valueName: "file"
        )
    )
    var against: [String] = []

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("Whom they are looked up for: businessUnit=EMEA. May be repeated.", valueName: "key=value")
    )
    var scope: [String] = []

    @Option(
        help: ArgumentHelp("The day on which they are looked up: 2026-11-21. Today, if not given.", valueName: "day")
    )
    var on: String?

    @Option(
        help: ArgumentHelp("A file with the vendor's objects, read with both. May be repeated.", valueName: "file")
    )
    var sample: [String] = []

    @Option(help: ArgumentHelp("The system that the sample comes from: salesforce:emea.", valueName: "name"))
    var system: String?

    @Option(help: ArgumentHelp("The currency of amounts that come without one: EUR.", valueName: "code"))
    var currency: String?

    @Option(help: ArgumentHelp("The time zone of dates that come without one: Europe/Berlin.", valueName: "zone"))
    var timeZone: String?

    @Option(help: "The form of the difference.")
    var format = PlanDifference.Format.text

    func run(on console: Console) throws -> ExitStatus {
        try PlanDifference(
            pack: try Pack.named(name),
            overlays: try OverlaySet(files: overlay, scope: scope),
            earlier: try OverlaySet(files: against, scope: scope),
            system: system,
            settings: try RunSettings(currency: currency, timeZone: timeZone),
            day: on,
            sample: sample,
            format: format
        )
        .run(on: console)
    }
}

extension PlanDifference.Format: ExpressibleByArgument {}
#endif
