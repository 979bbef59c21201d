/// What became of a claim.
public enum Outcome: Sendable, Hashable {
    /// Another event has its id and says something else; neither counts (OWNERSHIP R6).
    case quarantined
    /// It says what the system was told: an acknowledgement, not a change.
    case echo
    /// It says what was known.
    case unchanged
    /// The same system said something greater since, or a greater claim took its place; the event that did is named.
    case superseded(by: String)
    /// It holds, and a higher-ranked system's claim goes before it; that claim's event is named.
    case outranked(by: String)
    /// No rule speaks of it.
    case outOfScope(ScopeReason)
    /// The rules do not let it.
    case refused(RefusalReason)
    /// It waits for approval.
    case pending
    /// It holds.
    case accepted
    /// It says nothing: what a delta leaves open, what could not be read.
    case silent
    /// It gives up what the system said before.
    case withdrawn
    /// Its time has not come.
    case scheduled
    /// Its time is over.
    case ended
}

/// Why no rule speaks of a claim.
public enum ScopeReason: String, Sendable, Hashable, CaseIterable {
    /// The system plays no role in the policy.
    case unknownSystem
    /// Neither the record's declaration nor the policy knows the path.
    case unknownPath
    /// No rule applies to the path.
    case noRule
}

/// Why the rules do not let a claim.
public enum RefusalReason: String, Sendable, Hashable, CaseIterable {
    /// Nobody granted it.
    case notGranted
    /// It is forbidden, whatever is granted.
    case forbidden
    /// The stage, the legal entity or the region that rules name is not known (OWNERSHIP R11).
    case notEvaluable
    /// The status cannot go back.
    case statusBackwards
    /// Somebody who may approve it rejected it.
    case rejected
    /// Two items of a keyed list have one key, or one has none (OWNERSHIP R2).
    case ambiguousKey
    /// A delta says only something of an atomic group (OWNERSHIP R3).
    case incompleteGroup
    /// The value is not of the form that the policy says.
    case malformed
    /// An override lacks a reason, an approver that is somebody else, or a steward (OWNERSHIP R14).
    case overrideTerms
}

extension Outcome: CustomStringConvertible {
    /// The outcome in a word or two.
    public var description: String {
        switch self {
        case .quarantined: "quarantined"
        case .echo: "echo"
        case .unchanged: "unchanged"
        case .superseded(let event): "superseded by \(event)"
        case .outranked(let event): "outranked by \(event)"
        case .outOfScope(let reason): "out of scope: \(reason.rawValue)"
        case .refused(let reason): "refused: \(reason.rawValue)"
        case .pending: "pending"
        case .accepted: "accepted"
        case .silent: "silent"
        case .withdrawn: "withdrawn"
        case .scheduled: "scheduled"
        case .ended: "ended"
        }
    }
}

/// An outcome without texts, as the evaluation keeps it.
struct OutcomeMark {
    enum Kind: UInt8 {
        case echo, unchanged, superseded, unknownSystem, unknownPath, noRule, notGranted, forbidden, notEvaluable
        case statusBackwards, rejected, ambiguousKey, incompleteGroup, malformed, overrideTerms
        case pending, accepted, silent, withdrawn, ended
    }

    var kind: Kind
    /// The event that took its place, if one did.
    var by: Int32 = -1

    init(_ kind: Kind, by: Int32 = -1) {
        self.kind = kind
        self.by = by
    }

    func outcome(_ events: [ClaimEvent]) -> Outcome {
        switch kind {
        case .echo: .echo
        case .unchanged: .unchanged
        case .superseded: .superseded(by: by >= 0 ? events[Int(by)].id : "")
        case .unknownSystem: .outOfScope(.unknownSystem)
        case .unknownPath: .outOfScope(.unknownPath)
        case .noRule: .outOfScope(.noRule)
        case .notGranted: .refused(.notGranted)
        case .forbidden: .refused(.forbidden)
        case .notEvaluable: .refused(.notEvaluable)
        case .statusBackwards: .refused(.statusBackwards)
        case .rejected: .refused(.rejected)
        case .ambiguousKey: .refused(.ambiguousKey)
        case .incompleteGroup: .refused(.incompleteGroup)
        case .malformed: .refused(.malformed)
        case .overrideTerms: .refused(.overrideTerms)
        case .pending: .pending
        case .accepted: .accepted
        case .silent: .silent
        case .withdrawn: .withdrawn
        case .ended: .ended
        }
    }
}
