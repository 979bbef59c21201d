#if CommandLine
public import ArgumentParser
public import ConcordAdapters
import ConcordValidation
import ConcordValues

/// The options of all commands that run an integration.
struct SyncOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder to read: SYSTEM/OBJECT/FILE below it.", valueName: "dir"))
    var from: String?

    @Option(help: ArgumentHelp("The folder for vendors' patches: SYSTEM/OBJECT/KEY.json below it.", valueName: "dir"))
    var to: String?

    @Option(
        help: ArgumentHelp("A system that is written to; else all of the policy and of --from.", valueName: "system")
    )
    var target: [String] = []

    @OptionGroup var policy: OwnershipOptions

    @OptionGroup var systems: SystemOptions

    @Option(
        help: ArgumentHelp("A firm's document upon the default rules, as JSON. May be repeated.", valueName: "file")
    )
    var rules: [String] = []

    @Option(help: "What becomes of records that break rules: they are refused and wait, or are taken in as they are.")
    var broken = ValidationStrictness.refuse

    @Option(help: ArgumentHelp("A firm's overlay upon its mapping, as JSON. May be repeated.", valueName: "file"))
    var overlay: [String] = []

    @Option(help: ArgumentHelp("A file of who is who, one link a line.", valueName: "file"))
    var crosswalk: String?

    @Option(help: ArgumentHelp("A file that says what hangs on records: clients, invoices.", valueName: "file"))
    var context: String?

    @Option(help: ArgumentHelp("The currency of amounts that come without one: EUR.", valueName: "code"))
    var currency: String?

    @Option(help: ArgumentHelp("The time zone of dates that come without one: Europe/Berlin.", valueName: "zone"))
    var timeZone: String?

    @Option(help: ArgumentHelp("The time; now, if not given.", valueName: "time"))
    var at: String?

    @Option(
        help: ArgumentHelp(
            "How many messages are taken at once; 2,048, and 512 where nothing is kept in a file.",
            valueName: "n"
        )
    )
    var batch: Int?

    @Option(help: ArgumentHelp("How many threads map and decide.", valueName: "n"))
    var jobs = 1

    @Flag(help: "Keep no documents of records beside their claims.")
    var noDocuments = false

    @Flag(help: "Keep no vendors' objects; what is sent is then never a patch of one.")
    var noOriginals = false

    @Flag(help: "Let a patch count as sent before it is on the disk.")
    var fast = false

    /// What they say.
    ///
    /// - Parameter isKept: Whether the store stays when the process ends. If it does not, nobody could read a document, and
    ///   vendors' objects are only needed where patches of them are written.
    func plan(_ console: Console, isKept: Bool = true) throws -> SyncPlan {
        let settings = try RunSettings(currency: currency, timeZone: timeZone, at: at)
        let time = try settings.time(on: console)
        return SyncPlan(
            from: from,
            to: to,
            ownership: try policy.request(systems: systems.system, asOf: time, console),
            validation: try ValidationRequest(
                policies: rules,
                readyFor: [],
                scope: [],
                country: nil,
                today: "\(time.localDate)",
                show: [],
                console
            ),
            strictness: broken,
            settings: settings,
            targets: target,
            pace: Pace(batchSize: batch ?? (isKept ? 2_048 : 512), interval: .seconds(2), emission: .afterwards, workers: jobs),
            extent: IntegrationSettings(
                storesDocuments: isKept && !noDocuments,
                keepsOriginals: !noOriginals && (isKept || to != nil)
            ),
            context: context,
            crosswalk: crosswalk,
            isDurable: !fast,
            overlays: try OverlaySet(files: overlay, scope: [])
        )
    }
}

extension ValidationStrictness: ExpressibleByArgument {}
#endif
