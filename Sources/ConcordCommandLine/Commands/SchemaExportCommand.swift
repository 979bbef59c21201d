#if CommandLine
import ArgumentParser

/// The command `concord schema export`.
struct SchemaExportCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write a record's JSON Schema (2020-12).",
        discussion: """
            The reader's schema says which documents are read: members and codes that nobody knows are kept. The writer's \
            schema says what is written: no members but the declared ones, no codes but the known ones.
            """
    )

    @Argument(help: "The record: customer, time-entry.")
    var name: String

    @Flag(help: "What this version writes.")
    var writer = false

    @Flag(help: "What this version reads; this is what is written without a flag.")
    var reader = false

    func run(on console: Console) throws -> ExitStatus {
        if writer, reader {
            throw CommandFailure(.usage, "--writer and --reader are two schemas; ask for one of them")
        }
        return try SchemaExporting(name: name, isWriter: writer).run(on: console)
    }
}
#endif
