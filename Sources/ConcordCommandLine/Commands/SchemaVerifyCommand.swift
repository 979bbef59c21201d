#if CommandLine
import ArgumentParser

/// The command `concord schema verify`.
struct SchemaVerifyCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Say whether every published version is as it was published.",
        discussion: """
            The folder has registry.json and a file for each version, customer/1.json.

            Status: 0 all as published, 1 something changed, 64 wrong usage, 65 no registry, 66 no such file.
            """
    )

    @Option(help: ArgumentHelp("The day that sunset dates are compared with: 2026-11-21.", valueName: "day"))
    var today: String?

    @Option(help: "The form of what is told.")
    var format = VersionVerification.Format.text

    @Argument(help: "The folder.")
    var folder: String

    func run(on console: Console) throws -> ExitStatus {
        try VersionVerification(folder: folder, today: today, format: format).run(on: console)
    }
}

extension VersionVerification.Format: ExpressibleByArgument {}
#endif
