#if CommandLine
import ArgumentParser
import ConcordAdapters

/// The command `concord exceptions show`.
struct ExceptionsShowCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show all of one exception: what, where, what hangs on it, what can be done."
    )

    @Option(help: ArgumentHelp("The file that `concord sync` keeps.", valueName: "file"))
    var store: String

    @Option(help: "The form.")
    var format = ExceptionFormat.text

    @Argument(help: "The exception's id, or the beginning of it.")
    var id: String

    func run(on console: Console) throws -> ExitStatus {
        let entry = try ExceptionSearch(store: StoreChoice.openExisting(store)).entry(id)
        switch format {
        case .text:
            for line in ExceptionTable.lines(entry, width: console.output.columns) {
                try console.output.writeLine(line)
            }
        case .json: try console.output.writeLine(entry.exception.jsonText())
        }
        return .success
    }
}
#endif
