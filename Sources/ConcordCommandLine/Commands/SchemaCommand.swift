#if CommandLine
import ArgumentParser

/// The command `concord schema`.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Look at the canonical records.",
        subcommands: [SchemaListCommand.self, SchemaShowCommand.self],
        defaultSubcommand: SchemaListCommand.self
    )
}
#endif
