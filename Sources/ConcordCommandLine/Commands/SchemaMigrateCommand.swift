#if CommandLine
import ArgumentParser

/// The command `concord schema migrate`.
struct SchemaMigrateCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Write canonical records in another published version.",
        discussion: """
            The input is documents of one record in any of its versions, one a line or over many lines. What the version \
            cannot say is kept in the member "residue", so that nothing is lost on the way back.

            Status: 0 all written, 1 some refused, 64 wrong usage, 66 no such file.
            """
    )

    @Option(help: ArgumentHelp("The version: customer/1.", valueName: "version"))
    var to: String

    @Flag(help: "Leave out what the version cannot say.")
    var withoutResidue = false

    @Argument(help: "The files, or - for standard input.")
    var files: [String] = ["-"]

    func run(on console: Console) throws -> ExitStatus {
        try VersionMigration(target: to, keepsResidue: !withoutResidue, files: files).run(on: console)
    }
}
#endif
