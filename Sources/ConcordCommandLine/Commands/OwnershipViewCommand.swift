#if CommandLine
import ArgumentParser

/// The command `concord ownership view`.
struct OwnershipViewCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "view",
        abstract: "Fold claims to the records that hold, one JSON document a line.",
        discussion: """
            The same claims give the same bytes in whatever order they come.

            Status: 0 all lines were read, 1 some were not, 64 wrong usage, 65 nothing could be read or the policy is \
            refused, 66 no such file.
            """
    )

    @OptionGroup var options: OwnershipOptions
    @OptionGroup var systems: SystemOptions
    @OptionGroup var input: ClaimOptions

    @Option(help: ArgumentHelp("The file for exceptions, a JSON object a line.", valueName: "file"))
    var exceptions: String?

    @Option(help: ArgumentHelp("The file for decisions, a JSON object a line.", valueName: "file"))
    var decisions: String?

    @Option(help: ArgumentHelp("In how many days somebody should decide about an exception.", valueName: "days"))
    var due: Int?

    func run(on console: Console) throws -> ExitStatus {
        let asOf = try input.time(console)
        let request = try options.request(systems: systems.system, honoured: input.honour, asOf: asOf, console)
        return try OwnershipView(
            source: try input.source(console),
            book: try OwnershipBook(request),
            asOf: asOf,
            context: try BusinessContext(ifNamed: input.context, console),
            dueDays: due,
            visible: try input.visible(),
            exceptions: exceptions,
            decisions: decisions
        )
        .run(on: console)
    }
}
#endif
