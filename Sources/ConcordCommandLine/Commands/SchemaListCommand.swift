#if CommandLine
import ArgumentParser

/// The command `concord schema list`.
struct SchemaListCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the canonical records."
    )

    func run(on console: Console) throws -> ExitStatus {
        try SchemaListing().run(on: console)
    }
}
#endif
