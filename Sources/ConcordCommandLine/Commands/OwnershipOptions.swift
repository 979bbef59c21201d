#if CommandLine
import ArgumentParser
import ConcordSchema
import ConcordValues

/// The options that say which policy decides.
struct OwnershipOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("A firm's document over the default matrix, as JSON. May be repeated.", valueName: "file")
    )
    var policy: [String] = []

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp("Whom documents are looked up for: region=EMEA. May be repeated.", valueName: "key=value")
    )
    var scope: [String] = []

    @Option(
        help: ArgumentHelp(
            "The day on which documents are looked up: 2026-11-21. The day of the claims' time, or today.",
            valueName: "day"
        )
    )
    var on: String?

    @Flag(help: "The documents are the whole policy: the default matrix is not below them.")
    var alone = false

    /// The policy that they say.
    func request(systems: [String], honoured: [String] = [], asOf: Instant? = nil, _ console: Console) throws
        -> OwnershipRequest
    {
        try OwnershipRequest(
            policies: policy,
            scope: scope,
            systems: systems,
            isAlone: alone,
            honoured: honoured,
            day: try Self.day(on, asOf, console),
            console
        )
    }

    /// The day on which documents are looked up.
    static func day(_ text: String?, _ asOf: Instant?, _ console: Console) throws -> LocalDate {
        if let text { return try RunSettings.option("--on", text) { text throws(ValueError) in try LocalDate(text) } }
        guard let day = (asOf ?? console.now())?.localDate else {
            throw CommandFailure(.inputOutput, "the system's clock does not answer; state the day with --on")
        }
        return day
    }
}

/// The options that say which systems play which roles.
struct SystemOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A system and its role: crm=salesforce:emea. May be repeated. If neither this nor the policy names any, roles "
                + "follow from the products' names.",
            valueName: "role=system"
        )
    )
    var system: [String] = []
}

/// The options of all commands that fold claims.
struct ClaimOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The time whose knowledge is asked for; now, if not given.", valueName: "time"))
    var asOf: String?

    @Option(
        help: ArgumentHelp(
            "An earlier policy whose approvals still count: halden-marsh@7. May be repeated.",
            valueName: "name@version"
        )
    )
    var honour: [String] = []

    @Option(
        help: ArgumentHelp(
            "Values that may be shown: personal, commercial, compensation, financial, all.",
            valueName: "classes"
        )
    )
    var show: [String] = []

    @Option(
        help: ArgumentHelp("A file that says what hangs on records: clients, open invoices.", valueName: "file")
    )
    var context: String?

    @Flag(help: "The lines of each record stand together in a large input, in whatever order the records are.")
    var grouped = false

    @Argument(help: "The files of claims, or - for standard input.")
    var claims: [String]

    /// The time whose knowledge is asked for.
    func time(_ console: Console) throws -> Instant {
        if let asOf {
            return try RunSettings.option("--as-of", asOf) { text throws(ValueError) in try Instant(text) }
        }
        guard let now = console.now() else {
            throw CommandFailure(.inputOutput, "the system's clock does not answer; state the time with --as-of")
        }
        return now
    }

    /// The claims.
    func source(_ console: Console) throws -> ClaimSource {
        try ClaimSource(claims, isGrouped: grouped, console)
    }

    /// The classes of values that may be shown.
    func visible() throws -> Set<Sensitivity> { try ValidationRequest.visible(show) }
}
#endif
