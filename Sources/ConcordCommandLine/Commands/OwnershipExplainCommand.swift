#if CommandLine
import ArgumentParser

/// The command `concord ownership explain`.
struct OwnershipExplainCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say why a field is as it is, and what became of each claim about it.",
        discussion: """
            Status: 0 it was explained, 1 nobody spoke of it or some lines were not read, 64 there is no such field.
            """
    )

    @OptionGroup var options: OwnershipOptions
    @OptionGroup var systems: SystemOptions
    @OptionGroup var input: ClaimOptions

    @Option(help: ArgumentHelp("The record: customer/c-1. All, if not given.", valueName: "record"))
    var record: String?

    @Option(help: ArgumentHelp("The field, the group or the item: paymentTerms, #address.", valueName: "field"))
    var field: String

    func run(on console: Console) throws -> ExitStatus {
        let asOf = try input.time(console)
        let request = try options.request(systems: systems.system, honoured: input.honour, asOf: asOf, console)
        return try OwnershipExplaining(
            source: try input.source(console),
            book: try OwnershipBook(request),
            asOf: asOf,
            record: record,
            field: field,
            visible: try input.visible()
        )
        .run(on: console)
    }
}
#endif
