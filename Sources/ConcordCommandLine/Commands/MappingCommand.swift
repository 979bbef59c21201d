#if CommandLine
import ArgumentParser

/// The command `concord mapping`.
struct MappingCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mapping",
        abstract: "Look at the mappings of vendors' objects.",
        subcommands: [
            MappingListCommand.self, MappingTableCommand.self, MappingFieldsCommand.self, MappingCheckCommand.self,
            MappingDiffCommand.self,
        ],
        defaultSubcommand: MappingListCommand.self
    )
}
#endif
