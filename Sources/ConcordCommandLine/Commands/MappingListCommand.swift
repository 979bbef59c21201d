#if CommandLine
import ArgumentParser

/// The command `concord mapping list`.
struct MappingListCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the mappings."
    )

    @Option(help: "The form of the list.")
    var format = MappingListing.Format.text

    func run(on console: Console) throws -> ExitStatus {
        try MappingListing(format: format).run(on: console)
    }
}

extension MappingListing.Format: ExpressibleByArgument {}
#endif
