import ConcordValues

/// What one system says about one unit, as the evaluation keeps it.
struct Statement {
    /// Where its claim stands among the claims.
    let claim: Int32
    let event: Int32
    let value: ClaimValue
    /// Since when the system says so.
    var since: Instant
    /// When it ends by itself.
    let until: Moment?
    /// The rule that let it, and the rank that it gave.
    var rule: Int32
    var rank: UInt8
    /// The approval that is needed; -1 for none.
    let requirement: Int32
    /// Whether it only proposes.
    let isProposal: Bool
}

/// What one system has said about one unit so far.
struct Lane {
    let system: Int32
    let role: Int32
    /// The system's greatest event about the unit.
    var latest: Int32 = -1
    /// What holds of what it said.
    var accepted: Statement?
    /// What it says beyond that: what waits, or was refused.
    var voice: Statement?
    /// What comes back when what holds ends by itself.
    var beneath: [Statement] = []
    /// What was sent to it last, until it answers.
    var emitted: ClaimValue?
    /// What was sent to it last, and how often.
    var sent: ClaimValue?
    var sendings: Int32 = 0
    /// What it said last: what it is known to hold.
    var held: ClaimValue = .absent
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
    var lanes: [Lane] = []
    var adoption: Adoption?
    var override: Override?
    var approvals: [Int32] = []
    /// The values that a status that cannot go back has had.
    var past: [String] = []
    /// The last event that spoke of the unit.
    var touched: Int32 = -1
    /// What is shown, since when, and how often it has changed.
    var shown: ClaimValue = .absent
    var shownSince: Instant?
    var changes: Int32 = 0

    init(target: Int32, key: String) {
        self.target = target
        self.key = key
    }

    @inline(__always)
    func lane(of system: Int32) -> Int? {
        for index in lanes.indices where lanes[index].system == system { return index }
        return nil
    }
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
    let entry: Int32
    var unit: Int32
    var mark: OutcomeMark
    var rule: Int32
}

/// An item of a list, as a key of the evaluation's table.
struct ItemKey: Hashable {
    let target: Int32
    let key: String
}
