#if CommandLine
import ArgumentParser

/// The command `concord mapping table`.
struct MappingTableCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "table",
        abstract: "Write mappings as tables, one row a rule, to be reviewed.",
        discussion: """
            As html it is one page that needs nothing but itself, in which rows can be found, filtered and sorted.
            """
    )

    @Argument(help: ArgumentHelp("The mappings: salesforce/opportunity. All, if none is named.", valueName: "name"))
    var names: [String] = []

    @Option(help: "The form of the tables.")
    var format = MappingTables.Format.markdown

    @Option(help: ArgumentHelp("The file for them; standard output, if not given.", valueName: "file"))
    var output: String?

    @Option(help: ArgumentHelp("A file with earlier tables as JSON; what differs is marked.", valueName: "file"))
    var against: String?

    func run(on console: Console) throws -> ExitStatus {
        try MappingTables(names: names, format: format, file: output, earlier: against).run(on: console)
    }
}

extension MappingTables.Format: ExpressibleByArgument {}
#endif
