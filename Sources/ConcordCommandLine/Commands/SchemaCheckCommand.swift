#if CommandLine
import ArgumentParser

/// The command `concord schema check`.
struct SchemaCheckCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Say what a change of schema breaks, with a document that shows it.",
        discussion: """
            OLD and NEW are files with JSON Schemas, or names of canonical records. The verdicts of all modes are shown; \
            --mode and --require choose the one that the status is about.

            Status: 0 compatible, 1 incompatible, 2 unknown, 64 wrong usage, 65 no JSON, 66 no such file.
            """
    )

    @Argument(help: "The old schema, and those before it, oldest first.")
    var old: [String]

    @Option(
        help: ArgumentHelp("What the status is about: writer-aware, containment, registry-strict, registry-lenient.")
    )
    var mode = "writer-aware"

    @Option(help: ArgumentHelp("What is required: backward, forward, full."))
    var require = "backward"

    @Flag(help: "Show the steps of the proofs.")
    var explain = false

    @Option(help: "The form of what is told.")
    var format = SchemaCheck.Format.text

    func run(on console: Console) throws -> ExitStatus {
        guard let new = old.last, old.count >= 2 else {
            throw CommandFailure(.usage, "two schemas are needed, the old one and the new one")
        }
        return try SchemaCheck(
            old: Array(old.dropLast()),
            new: new,
            mode: mode,
            require: require,
            explains: explain,
            format: format
        )
        .run(on: console)
    }
}

extension SchemaCheck.Format: ExpressibleByArgument {}
#endif
