#if CommandLine
import ArgumentParser

/// The command `concord ownership check`.
struct OwnershipCheckCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say what is wrong with a policy before the first claim comes.",
        discussion: """
            Findings go to standard output as compilers print theirs: ties, fields that nobody owns, approvals that can \
            never be given, stages that are never reached.

            Status: 0 no errors, 1 errors, 64 wrong usage, 65 a document has not the form of one, 66 no such file.
            """
    )

    @Argument(help: "The documents, which lie over the default matrix.")
    var files: [String]

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("Whom documents are looked up for: region=EMEA. May be repeated.", valueName: "key=value")
    )
    var scope: [String] = []

    @Option(
        help: ArgumentHelp(
            "The day on which documents are looked up: 2026-11-21. Today, if not given.",
            valueName: "day"
        )
    )
    var on: String?

    @Flag(help: "The documents are the whole policy: the default matrix is not below them.")
    var alone = false

    @OptionGroup var systems: SystemOptions

    func run(on console: Console) throws -> ExitStatus {
        let request = try OwnershipRequest(
            policies: files,
            scope: scope,
            systems: systems.system,
            isAlone: alone,
            day: try OwnershipOptions.day(on, nil, console),
            console
        )
        return try OwnershipReports(request: request).check(on: console)
    }
}
#endif
