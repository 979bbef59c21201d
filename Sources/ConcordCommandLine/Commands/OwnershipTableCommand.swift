#if CommandLine
import ArgumentParser

/// The command `concord ownership table`.
struct OwnershipTableCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "table",
        abstract: "Write who owns which field as tables, one row a rule.",
        discussion: "As html it is one page that needs nothing but itself, in which rows can be found and filtered."
    )

    @OptionGroup var options: OwnershipOptions
    @OptionGroup var systems: SystemOptions

    @Option(help: ArgumentHelp("A record: customer. May be repeated; all, if none is named.", valueName: "name"))
    var record: [String] = []

    @Option(help: "The form of the tables.")
    var format = OwnershipReports.Format.markdown

    @Option(help: ArgumentHelp("The file for them; standard output, if not given.", valueName: "file"))
    var output: String?

    func run(on console: Console) throws -> ExitStatus {
        let request = try options.request(systems: systems.system, console)
        return try OwnershipReports(request: request)
            .writeTable(as: format, records: record, to: output, on: console)
    }
}

extension OwnershipReports.Format: ExpressibleByArgument {}
#endif
