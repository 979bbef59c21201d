#if CommandLine
import ArgumentParser

/// The command `concord validate`.
struct ValidateCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Say what is wrong with canonical records, where, and who must act.",
        discussion: """
            The input is canonical records of any kinds, one a line (NDJSON) or documents over many lines. What is found goes \
            to standard output, one a line, as compilers print it. What always holds is asked; --ready-for asks for more. \
            Rules that need other records look only where those are at hand; those that did not look are counted.

            Status: 0 all valid, 1 some refused or waiting for approval, 64 wrong usage, 65 nothing in it was a record, 66 no \
            such file.
            """
    )

    @Option(
        help: ArgumentHelp("A firm's document upon the default rules, as JSON. May be repeated.", valueName: "file")
    )
    var policy: [String] = []

    @Option(
        help: ArgumentHelp(
            "What the records are to be ready for: sell, contract, startProject, logTime, bill, post. May be repeated.",
            valueName: "purpose"
        )
    )
    var readyFor: [String] = []

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("The part of the firm: legalEntity=hm-de. May be repeated.", valueName: "key=value")
    )
    var scope: [String] = []

    @Option(help: ArgumentHelp("The country whose law applies: DE.", valueName: "code"))
    var country: String?

    @Option(help: ArgumentHelp("The day that counts as today: 2026-11-21.", valueName: "day"))
    var today: String?

    @Option(
        help: ArgumentHelp("A file of records that are at hand beside the input. May be repeated.", valueName: "file")
    )
    var beside: [String] = []

    @Option(
        help: ArgumentHelp("A kind of record of which all are beside the input. May be repeated.", valueName: "record")
    )
    var complete: [String] = []

    @Option(
        help: ArgumentHelp(
            "Values that may be shown: personal, commercial, compensation, financial, all.",
            valueName: "classes"
        )
    )
    var show: [String] = []

    @Option(help: "The form of what is told.")
    var format = ValidationRun.Format.text

    @Option(help: ArgumentHelp("The file for the records that are valid.", valueName: "file"))
    var accepted: String?

    @Argument(help: "The files, or - for standard input.")
    var files: [String]

    func run(on console: Console) throws -> ExitStatus {
        let request = try ValidationRequest(
            policies: policy,
            readyFor: readyFor,
            scope: scope,
            country: country,
            today: today,
            show: show,
            console
        )
        return try ValidationRun(
            files: files,
            beside: beside,
            complete: complete,
            accepted: accepted,
            format: format,
            request: request
        )
        .run(on: console)
    }
}

extension ValidationRun.Format: ExpressibleByArgument {}
#endif
