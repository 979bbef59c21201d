#if CommandLine
import ArgumentParser

/// The command `concord schema`.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Look at the canonical records, export their JSON Schema, and check what a change of schema breaks.",
        subcommands: [
            SchemaListCommand.self, SchemaShowCommand.self, SchemaExportCommand.self, SchemaCheckCommand.self,
        ],
        defaultSubcommand: SchemaListCommand.self
    )
}
#endif
