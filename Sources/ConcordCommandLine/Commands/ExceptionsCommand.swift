#if CommandLine
import ArgumentParser

/// The command `concord exceptions`.
struct ExceptionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exceptions",
        abstract: "See what waits for people, decide about it, and go on.",
        subcommands: [
            ExceptionsListCommand.self, ExceptionsShowCommand.self, ExceptionsResolveCommand.self,
            ExceptionsReplayCommand.self,
        ]
    )
}
#endif
