import ConcordValues
import Foundation

@testable import ConcordCommandLine

/// Runs commands in this process, with streams that are memory and a clock that stands still.
enum Shell {
    /// What a command left behind.
    struct Result {
        let status: Int32
        let output: String
        let errors: String

        /// The lines of standard output.
        var lines: [Substring] { output.split(separator: "\n") }
        /// The lines of standard error.
        var errorLines: [Substring] { errors.split(separator: "\n") }
    }

    private final class Memory {
        var bytes: [UInt8] = []
        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    /// Runs a command.
    ///
    /// - Parameters:
    ///   - input: What stands on standard input.
    ///   - chunk: How many bytes of it come at a time.
    ///   - columns: The width of the terminal.
    ///   - isTerminal: Whether a person is looking.
    ///   - body: The command.
    /// - Returns: What it left behind.
    static func run(
        input: String = "",
        chunk: Int = 1 << 16,
        columns: Int = 100,
        isTerminal: Bool = false,
        _ body: (Console) throws -> ExitStatus
    ) -> Result {
        let (output, errors) = (Memory(), Memory())
        var rest = Array(input.utf8)[...]
        var seconds = 0.0
        let console = Console(
            input: Input("-") { memory in
                let part = rest.prefix(min(chunk, memory.count))
                memory.copyBytes(from: part)
                rest = rest.dropFirst(part.count)
                return part.count
            },
            output: Output(isTerminal: isTerminal, columns: columns) { output.bytes += $0 },
            errors: Output(isTerminal: isTerminal, columns: columns) { errors.bytes += $0 },
            now: { try? Instant("2026-11-21T09:00:00Z") },
            uptime: {
                seconds += 1
                return seconds
            }
        )
        let status = console.run(body)
        return Result(status: status.rawValue, output: output.text, errors: errors.text)
    }

    /// Runs the command line.
    static func run(
        _ arguments: String...,
        input: String = "",
        chunk: Int = 1 << 16,
        columns: Int = 100,
        isTerminal: Bool = false
    ) -> Result {
        run(input: input, chunk: chunk, columns: columns, isTerminal: isTerminal) { console in
            ConcordTool.run(arguments, on: console)
        }
    }

    /// Runs the command line with arguments that were put together before.
    static func run(_ arguments: [String]) -> Result {
        run { console in ConcordTool.run(arguments, on: console) }
    }

    /// The folder of the package.
    static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The path of a fixture.
    static func fixture(_ name: String) -> String {
        package.appending(path: "Fixtures").appending(path: name).path
    }

    /// The folder of the files that the tests make; it goes when they are over.
    private static let scratch: URL = {
        let process = ProcessInfo.processInfo.processIdentifier
        let folder = FileManager.default.temporaryDirectory.appending(path: "concord-shell-\(process)")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        atexit { try? FileManager.default.removeItem(at: Shell.scratch) }
        return folder
    }()

    /// A new file, removed when the tests are over.
    static func temporary(_ text: String = "") throws -> String {
        let url = scratch.appending(path: "\(UUID().uuidString).json")
        try Data(text.utf8).write(to: url)
        return url.path
    }
}
