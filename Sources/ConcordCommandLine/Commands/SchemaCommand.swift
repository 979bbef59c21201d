#if CommandLine
import ArgumentParser

/// The command `concord schema`.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Look at the canonical records and their versions, and say what a change of schema breaks.",
        subcommands: [
            SchemaListCommand.self, SchemaShowCommand.self, SchemaExportCommand.self, SchemaCheckCommand.self,
            SchemaDiffCommand.self, SchemaMigrateCommand.self, SchemaVerifyCommand.self,
        ],
        defaultSubcommand: SchemaListCommand.self
    )
}
#endif
