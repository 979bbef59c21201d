#if CommandLine
import ArgumentParser

/// The command `concord mapping check`.
struct MappingCheckCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check overlays against a mapping, and say what they change.",
        discussion: """
            Nothing is read but the overlays: what is wrong with them is said as compilers say it, with file, line and \
            advice.

            Status: 0 they fit, 64 wrong usage, 65 they are refused, 66 no such file.
            """
    )

    @Argument(help: ArgumentHelp("The mapping: salesforce/opportunity.", valueName: "name"))
    var name: String

    @Option(help: ArgumentHelp("An overlay as JSON. May be repeated.", valueName: "file"))
    var overlay: [String]

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("Whom they are looked up for: businessUnit=EMEA. May be repeated.", valueName: "key=value")
    )
    var scope: [String] = []

    @Option(
        help: ArgumentHelp("The day on which they are looked up: 2026-11-21. Today, if not given.", valueName: "day")
    )
    var on: String?

    func run(on console: Console) throws -> ExitStatus {
        try OverlayCheck(
            pack: try Pack.named(name),
            overlays: try OverlaySet(files: overlay, scope: scope),
            day: on
        )
        .run(on: console)
    }
}
#endif
