#if CommandLine
import ArgumentParser

/// The command `concord ownership reconcile`.
struct OwnershipReconcileCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "reconcile",
        abstract: "Write where systems disagree, as Markdown: who says what, since when, whose value holds."
    )

    @OptionGroup var options: OwnershipOptions
    @OptionGroup var systems: SystemOptions
    @OptionGroup var input: ClaimOptions

    @Flag(help: "Records on which all agree are told as well.")
    var all = false

    func run(on console: Console) throws -> ExitStatus {
        let asOf = try input.time(console)
        let request = try options.request(systems: systems.system, honoured: input.honour, asOf: asOf, console)
        return try OwnershipReconciling(
            source: try input.source(console),
            book: try OwnershipBook(request),
            asOf: asOf,
            context: try BusinessContext(ifNamed: input.context, console),
            tellsAgreement: all,
            visible: try input.visible()
        )
        .run(on: console)
    }
}
#endif
