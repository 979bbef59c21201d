#if CommandLine
import ArgumentParser

/// The command `concord ownership filter`.
struct OwnershipFilterCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "filter",
        abstract: "Write which fields a system may write and which it is sent, as JSON for its connector."
    )

    @OptionGroup var options: OwnershipOptions

    @Option(
        help: ArgumentHelp(
            "The system: netsuite. Or, as ROLE=SYSTEM, the role of one: erp=netsuite. May be repeated.",
            valueName: "name"
        )
    )
    var system: [String]

    @Option(help: ArgumentHelp("A record: invoice. May be repeated; all, if none is named.", valueName: "name"))
    var record: [String] = []

    @Option(help: ArgumentHelp("The record's stage: issued. The first one, if not given.", valueName: "stage"))
    var stage: String?

    func run(on console: Console) throws -> ExitStatus {
        let roles = system.filter { $0.contains("=") }
        let asked = system.filter { !$0.contains("=") }
        let request = try options.request(systems: roles, console)
        let played = roles.compactMap { $0.split(separator: "=", maxSplits: 1).last.map(String.init) }
        return try OwnershipReports(request: request)
            .writeFilters(for: asked.isEmpty ? played : asked, records: record, stage: stage, on: console)
    }
}
#endif
