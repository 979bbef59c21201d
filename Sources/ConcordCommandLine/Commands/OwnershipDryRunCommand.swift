#if CommandLine
import ArgumentParser
import ConcordValues

/// The command `concord ownership dryrun`.
struct OwnershipDryRunCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "dryrun",
        abstract: "Say what another policy would make of recorded claims, and what that is worth.",
        discussion: """
            Each record is folded under the policy that is to be (--policy) and under the one in force (--against; the \
            default matrix, if not given). Nothing is written anywhere.

            Status: 0 all lines were read, 1 some were not, 64 wrong usage, 65 nothing could be read or a policy is refused.
            """
    )

    @OptionGroup var options: OwnershipOptions
    @OptionGroup var systems: SystemOptions
    @OptionGroup var input: ClaimOptions

    @Option(help: ArgumentHelp("A document of the policy in force. May be repeated.", valueName: "file"))
    var against: [String] = []

    @Option(
        help: ArgumentHelp(
            "Where in a record it stands what it is worth: totals.payable, totalValue.",
            valueName: "path"
        )
    )
    var worth: String?

    @Option(help: ArgumentHelp("The amount above which changes are counted by themselves: 10000.", valueName: "amount"))
    var above: String?

    @Option(help: ArgumentHelp("How many changes are shown, those that are worth most.", valueName: "number"))
    var limit = 20

    @Option(help: "The form of the report.")
    var format = OwnershipDryRunning.Format.markdown

    func run(on console: Console) throws -> ExitStatus {
        let asOf = try input.time(console)
        let threshold = try above.map { text throws(CommandFailure) in
            try RunSettings.option("--above", text) { text throws(ValueError) in try ExactDecimal(text) }
        }
        return try OwnershipDryRunning(
            source: try input.source(console),
            next: try options.request(systems: systems.system, honoured: input.honour, asOf: asOf, console),
            current: try OwnershipRequest(
                policies: against,
                scope: options.scope,
                systems: systems.system,
                isAlone: options.alone && !against.isEmpty,
                day: try OwnershipOptions.day(options.on, asOf, console),
                console
            ),
            asOf: asOf,
            worth: worth,
            threshold: threshold,
            limit: limit,
            context: try BusinessContext(ifNamed: input.context, console),
            visible: try input.visible(),
            format: format
        )
        .run(on: console)
    }
}

extension OwnershipDryRunning.Format: ExpressibleByArgument {}
#endif
