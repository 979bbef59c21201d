import ConcordValues

/// What a command works with: the process's streams and clocks, or those of a test.
final class Console {
    /// Standard output, for what the command is there to give.
    let output: Output

    /// Standard error, for people.
    let errors: Output

    private let standardInput: Input
    /// The present time.
    let now: () -> Instant?

    /// Seconds on a clock that only goes forward.
    let uptime: () -> Double

    /// A console.
    ///
    /// - Parameters:
    ///   - input: Standard input.
    ///   - output: Standard output.
    ///   - errors: Standard error.
    ///   - now: The present time.
    ///   - uptime: Seconds on a clock that only goes forward.
    init(
        input: Input,
        output: Output,
        errors: Output,
        now: @escaping () -> Instant?,
        uptime: @escaping () -> Double
    ) {
        standardInput = input
        self.output = output
        self.errors = errors
        self.now = now
        self.uptime = uptime
    }

    /// The process's own.
    static func process() -> Console {
        Console(
            input: .descriptor(0),
            output: .descriptor(1, named: "standard output"),
            errors: .descriptor(2, named: "standard error"),
            now: Platform.now,
            uptime: Platform.uptime
        )
    }

    /// The input with a name: a file, or standard input for `-`.
    func input(_ name: String) throws(CommandFailure) -> Input {
        name == "-" ? standardInput : try .file(name)
    }

    /// Runs a command to its end and says what it tells the shell; what it failed of is told on standard error.
    func run(_ body: (Console) throws -> ExitStatus) -> ExitStatus {
        var status: ExitStatus
        do {
            status = try body(self)
            try output.flush()
        } catch let failure as CommandFailure {
            status = failure.status
            try? output.flush()
            try? errors.writeLine("concord: \(failure.message)")
        } catch {
            status = .inputOutput
            try? errors.writeLine("concord: \(error)")
        }
        try? errors.flush()
        return status
    }
}
