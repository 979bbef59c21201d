import ConcordSchema
import ConcordValues

/// What one system says about one unit, as the evaluation keeps it.
///
/// Plain numbers, which are copied without counting references. The value is that of the claim.
struct Statement {
    /// Where its claim stands among the claims.
    var claim: Int32
    var event: Int32
    /// The rule that let it, and the rank that it gave.
    var rule: Int32
    /// The approval that is needed; -1 for none.
    var requirement: Int32
    var rank: UInt8
    /// Whether it only proposes.
    var isProposal: Bool
    /// Since when the system says so.
    var since: Instant
    /// When it ends by itself.
    let until: Moment?

    static let nothing = Statement(
        claim: -1,
        event: -1,
        rule: -1,
        requirement: -1,
        rank: OwnershipCell.unranked,
        isProposal: false,
        since: .placeholder,
        until: nil
    )
}

extension Statement {
    /// What is said with a claim, as a cell of the table of rights lets it.
    @inline(__always)
    init(_ claim: Int32, by speaker: Speaker, under cell: OwnershipCell) {
        self.init(
            claim: claim,
            event: speaker.event,
            rule: cell.rule,
            requirement: cell.requirement,
            rank: cell.rank,
            isProposal: false,
            since: speaker.instant,
            until: speaker.until
        )
    }
}

/// What one system has said about one unit so far.
///
/// Plain numbers, too. The lanes of all units stand in one array, each with the number of its unit's next one.
struct Lane {
    let system: Int32
    let role: Int32
    /// The next lane of the unit; -1 at the end.
    var next: Int32 = -1
    /// The system's greatest event about the unit.
    var latest: Int32 = -1
    /// The claim that says what the system is known to hold; -1 if it is not known, -2 for nothing.
    var held: Int32 = -1
    /// Where what was sent to it and what comes back stands; -1 if there is none of either.
    var memory: Int32 = -1
    /// What holds of what it said; a statement of no claim if nothing does.
    var holding = Statement.nothing
    /// What it says beyond that, likewise.
    var saying = Statement.nothing

    init(system: Int32, role: Int32) {
        self.system = system
        self.role = role
    }

    /// The lane of a system that says something for the first time, which holds.
    @inline(__always)
    init(holding statement: Statement, by speaker: Speaker) {
        self.init(system: speaker.system, role: speaker.role)
        latest = speaker.event
        held = statement.claim
        holding = statement
    }

    /// What holds of what it said.
    var accepted: Statement? {
        get { holding.claim < 0 ? nil : holding }
        set { holding = newValue ?? .nothing }
    }

    /// What it says beyond that: what waits, or was refused.
    var voice: Statement? {
        get { saying.claim < 0 ? nil : saying }
        set { saying = newValue ?? .nothing }
    }
}

/// What few lanes have: something was sent to them, or something of theirs ends by itself.
struct LaneMemory {
    /// What comes back when what holds ends by itself.
    var beneath: [Statement] = []
    /// What was sent to it last, until it answers.
    var emitted: ClaimValue?
    /// When that was; what it said at the same moment, it did not say in answer.
    var emittedAt = Moment.distantPast
    /// What was sent to it last, and how often.
    var sent: ClaimValue?
    var sendings: Int32 = 0
    /// Whether its last answer to a sending was something else than what was sent.
    var hasRewritten = false
    /// How often it answered with what was sent, and with something else.
    var echoes: Int32 = 0
    var nearMisses: Int32 = 0
}

/// What is known of one unit so far.
struct UnitState {
    /// A change of a system that may only propose, once it was approved.
    ///
    /// It stands until an owner says something else.
    struct Adoption {
        var statement: Statement
        let system: Int32
    }

    /// A steward's word, and what the owner said when it began.
    struct Override {
        let statement: Statement
        let system: Int32
        let ownerValue: ClaimValue
    }

    let target: Int32
    let key: String
    /// Its first lane; -1 if nobody spoke of it.
    var lanes: Int32 = -1
    /// The last event that spoke of the unit.
    var touched: Int32 = -1
    /// The claim whose value is shown, or -1; since when, and how often it has changed.
    var shown: Int32 = -1
    var changes: Int32 = 0
    var shownSince: Instant?
    /// What few units have; nil if there is nothing of it.
    private var rarities: Rarities?

    init(target: Int32, key: String) {
        self.target = target
        self.key = key
    }

    /// A unit of which somebody says something for the first time, which shows.
    @inline(__always)
    init(first claim: Int32, of target: Int32, in lane: Int32, by speaker: Speaker) {
        self.init(target: target, key: "")
        lanes = lane
        touched = speaker.event
        shown = claim
        changes = 1
        shownSince = speaker.instant
    }

    /// Whether all that there is to it is what its systems say.
    @inline(__always)
    var isOrdinary: Bool { rarities == nil || override == nil && adoption == nil && approvals.isEmpty }
}

extension UnitState {
    /// What few units have, held apart so that the others are small.
    ///
    /// It belongs to one unit alone: an evaluation is not copied.
    private final class Rarities {
        var adoption: Adoption?
        var override: Override?
        var approvals: [Int32] = []
        var past: [String] = []
    }

    private mutating func withRarities(_ change: (Rarities) -> Void) {
        let own = rarities ?? Rarities()
        rarities = own
        change(own)
    }

    /// What holds of a system that may only propose, because somebody approved it.
    var adoption: Adoption? {
        get { rarities?.adoption }
        set { if rarities != nil || newValue != nil { withRarities { $0.adoption = newValue } } }
    }

    /// A steward's word.
    var override: Override? {
        get { rarities?.override }
        set { if rarities != nil || newValue != nil { withRarities { $0.override = newValue } } }
    }

    /// The approvals of what is proposed for it.
    var approvals: [Int32] { rarities?.approvals ?? [] }

    /// The values that a status that cannot go back has had.
    var past: [String] { rarities?.past ?? [] }

    mutating func add(approval: Int32) { withRarities { $0.approvals.append(approval) } }

    mutating func add(past code: String) { withRarities { $0.past.append(code) } }
}

/// Whose value a unit shows.
enum Standing: Equatable {
    case nobody
    case lane(Int)
    case adoption
    case override
}

/// A claim and what became of it.
struct ClaimState {
    let event: Int32
    var entry: Int32
    var unit: Int32
    var mark: OutcomeMark
    var rule: Int32
    /// Where its value stands among those that are not an entry's as it is; -1 if it is.
    var derived: Int32 = -1

    /// A claim of an entry of an event, of which nothing is decided.
    init(_ event: Int32, _ entry: Int32) {
        self.event = event
        self.entry = entry
        unit = -1
        mark = OutcomeMark(.silent)
        rule = -1
    }
}

/// An item of a list, as a key of the evaluation's table.
struct ItemKey: Hashable {
    let target: Int32
    let key: String
}
