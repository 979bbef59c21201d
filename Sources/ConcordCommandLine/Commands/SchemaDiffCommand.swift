#if CommandLine
import ArgumentParser

/// The command `concord schema diff`.
struct SchemaDiffCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Show the steps between two published versions of a record."
    )

    @Argument(help: "A version: customer/1.")
    var first: String

    @Argument(help: "Another one: customer/2; the newest without a number.")
    var second: String

    func run(on console: Console) throws -> ExitStatus {
        try VersionDifference(first: first, second: second).run(on: console)
    }
}
#endif
