#if CommandLine
import ArgumentParser

/// The command `concord` and those below it.
struct ConcordTool: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "concord",
        abstract: "The shared language of a professional-services firm's systems.",
        discussion: """
            Start with `concord demo`. Records come and go as NDJSON on standard streams, so that the commands can be put \
            behind one another and into pipelines.
            """,
        subcommands: [
            DemoCommand.self, MapCommand.self, ReplayCommand.self, MappingCommand.self, SchemaCommand.self,
            OwnershipCommand.self, ValidateCommand.self, SyncCommand.self, ExceptionsCommand.self,
            CanonicalizeCommand.self,
        ]
    )

    /// Runs the command that the arguments name.
    ///
    /// - Parameters:
    ///   - arguments: The arguments, without the command's own name.
    ///   - console: What it works with.
    /// - Returns: What it tells the shell.
    static func run(_ arguments: [String], on console: Console) -> ExitStatus {
        console.run { console in
            do {
                var command = try parseAsRoot(arguments)
                guard let command = command as? any ConsoleCommand else {
                    // Help and the like, which ArgumentParser knows itself.
                    try command.run()
                    return .success
                }
                return try command.run(on: console)
            } catch let failure as CommandFailure {
                throw failure
            } catch {
                let status = ExitStatus(rawValue: exitCode(for: error).rawValue)
                let output = status == .success ? console.output : console.errors
                try output.writeLine(fullMessage(for: error, columns: console.output.columns))
                return status
            }
        }
    }
}

/// A command that works with a console instead of the process's own streams.
protocol ConsoleCommand: ParsableCommand {
    /// Runs the command.
    ///
    /// - Returns: What it tells the shell.
    /// - Throws: A ``CommandFailure`` for what the caller should hear.
    func run(on console: Console) throws -> ExitStatus
}

extension ConsoleCommand {
    /// Runs the command with the process's own streams.
    mutating func run() throws {
        let command = self
        throw ExitCode(Console.process().run { try command.run(on: $0) }.rawValue)
    }
}
#else
/// What stands for the command where it is switched off.
enum ConcordTool {
    /// Says how to switch the command on.
    static func run(_ arguments: [String], on console: Console) -> ExitStatus {
        console.run { _ in
            throw CommandFailure(
                .usage,
                "the command is built without its trait; build or run it with --traits CommandLine, as in "
                    + "`swift run --traits CommandLine concord demo`"
            )
        }
    }
}
#endif
