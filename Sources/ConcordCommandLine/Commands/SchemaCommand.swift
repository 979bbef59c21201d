#if CommandLine
import ArgumentParser

/// The command `concord schema`.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Look at the canonical records and their versions.",
        subcommands: [
            SchemaListCommand.self, SchemaShowCommand.self, SchemaDiffCommand.self, SchemaMigrateCommand.self,
            SchemaVerifyCommand.self,
        ],
        defaultSubcommand: SchemaListCommand.self
    )
}
#endif
