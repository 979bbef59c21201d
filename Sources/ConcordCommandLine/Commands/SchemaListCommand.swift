#if CommandLine
import ArgumentParser

/// The command `concord schema list`.
struct SchemaListCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the canonical records, or all their published versions."
    )

    @Flag(help: "All published versions, with their dates.")
    var versions = false

    func run(on console: Console) throws -> ExitStatus {
        try SchemaListing(hasVersions: versions).run(on: console)
    }
}
#endif
