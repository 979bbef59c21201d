#if CommandLine
import ArgumentParser

/// The command `concord replay`.
struct ReplayCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "replay",
        abstract: "Read refused objects once more, out of their repair kits.",
        discussion: """
            The input is what `concord map` wrote to --rejects: kits of any mix of mappings and systems, one a line. Each \
            object is read as the run would have read it that refused it, at that run's time and for its tenant, with the \
            overlays that are given now. What is accepted goes to standard output, with the ids that it would have had; what \
            is refused again goes to --rejects as a new kit. Replaying the same kits twice gives the same bytes twice.

            Status: 0 all repaired, 1 some refused again, 64 wrong usage, 65 nothing in it was a kit, 66 no such file.
            """
    )

    @OptionGroup var upon: OverlayOptions

    @Option(
        help: ArgumentHelp(
            "The day on which overlays are looked up: 2026-11-21. The day of each kit's run, if not given.",
            valueName: "day"
        )
    )
    var on: String?

    @Option(help: ArgumentHelp("The file for records; standard output, if not given.", valueName: "file"))
    var output: String?

    @Option(
        help: ArgumentHelp(
            "The file for what is refused again, and for warnings; standard error, if not given.",
            valueName: "file"
        )
    )
    var rejects: String?

    @Option(help: ArgumentHelp("The tenant of kits that name none.", valueName: "name"))
    var tenant: String?

    @Option(help: ArgumentHelp("The currency for kits whose run had none: EUR.", valueName: "code"))
    var currency: String?

    @Option(help: ArgumentHelp("The time zone for kits whose run had none: Europe/Berlin.", valueName: "zone"))
    var timeZone: String?

    @Option(
        help: ArgumentHelp("The time of ingestion of kits that do not say it. Now, if not given.", valueName: "time")
    )
    var at: String?

    @Argument(help: "The files with repair kits, or - for standard input.")
    var files: [String]

    func run(on console: Console) throws -> ExitStatus {
        try Replay(
            files: files,
            output: output,
            rejects: rejects,
            overlays: try upon.overlays(),
            settings: try RunSettings(tenant: tenant, currency: currency, timeZone: timeZone, at: at),
            day: on
        )
        .run(on: console)
    }
}
#endif
