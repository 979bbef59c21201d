#if CommandLine
import ArgumentParser

/// The command `concord demo`.
struct DemoCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Follow one deal from the vendors' bytes to canonical records, and a change back."
    )

    @Option(
        help: ArgumentHelp(
            "The folder with the vendors' payloads; the package's own, if not given.",
            valueName: "folder"
        )
    )
    var fixtures: String?

    func run(on console: Console) throws -> ExitStatus {
        try Demo(fixtures: fixtures).run(on: console)
    }
}
#endif
