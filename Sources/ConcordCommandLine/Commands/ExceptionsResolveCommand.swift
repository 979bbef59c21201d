#if CommandLine
public import ArgumentParser
import ConcordAdapters
public import ConcordOwnership

/// The command `concord exceptions resolve`.
struct ExceptionsResolveCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve",
        abstract: "Decide about an exception: who, what, why.",
        discussion: """
            An approval or a rejection is kept for the next `concord sync`, which takes it in like everything else that was \
            said; the exception ends when nothing is missing any more. Everything else ends it at once.
            """
    )

    @Option(help: ArgumentHelp("The file that `concord sync` keeps.", valueName: "file"))
    var store: String

    @Option(help: "What is decided.")
    var action: ExceptionCase.Action

    @Option(help: ArgumentHelp("Who decides.", valueName: "name"))
    var by: String

    @Option(name: .customLong("as"), help: ArgumentHelp("As what: finance.", valueName: "role"))
    var role: String?

    @Option(help: ArgumentHelp("Why.", valueName: "text"))
    var reason: String

    @Option(help: ArgumentHelp("When; now, if not given.", valueName: "time"))
    var at: String?

    @Argument(help: "The exception's id, or the beginning of it.")
    var id: String

    func run(on console: Console) throws -> ExitStatus {
        let opened = try StoreChoice.openExisting(store)
        let entry = try ExceptionSearch(store: opened).entry(id)
        guard entry.state == .open else {
            throw CommandFailure(.rejected, "\(entry.exception.id) is no longer open")
        }
        let time = try RunSettings(at: at).time(on: console)
        let resolving = ExceptionResolving(
            exception: entry.exception,
            action: action,
            person: by,
            role: role,
            reason: reason,
            time: time
        )
        try resolving.run(over: opened)
        try console.output.writeLine("\(action.rawValue) by \(by): \(entry.exception.headline)")
        return .success
    }
}

extension ExceptionCase.Action: ExpressibleByArgument {}
#endif
