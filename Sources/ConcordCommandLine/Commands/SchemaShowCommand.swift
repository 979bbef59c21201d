#if CommandLine
import ArgumentParser

/// The command `concord schema show`.
struct SchemaShowCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show a record's fields as a table."
    )

    @Argument(help: "The record: customer, time-entry.")
    var name: String

    @Option(help: "How many levels of nested records are shown below it.")
    var depth = 0

    func run(on console: Console) throws -> ExitStatus {
        try SchemaTable(name: name, depth: depth).run(on: console)
    }
}
#endif
