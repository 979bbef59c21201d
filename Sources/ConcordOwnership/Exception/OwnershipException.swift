public import ConcordValues

/// Something about a record that a person must look at (OWNERSHIP R23).
public struct OwnershipException: Sendable, Hashable {
    /// What it is about.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A change waits for somebody's approval.
        case approvalNeeded
        /// Two events have one id and say different things.
        case idempotencyMismatch
        /// Owners of one rank say different things.
        case contested
        /// The stage, the legal entity or the region that rules name is not known.
        case notEvaluable
        /// Items of a list have one key, or none.
        case ambiguousKey
        /// A delta said only something of an atomic group.
        case incompleteGroup
        /// A value is not of the form that the policy says.
        case malformed
        /// A status was to go back.
        case statusBackwards
        /// A change was approved for a value that is no longer there.
        case staleApproval
        /// Who proposed a change approved it.
        case selfApproval
        /// An override lacks a reason, an approver or a steward.
        case overrideTerms
        /// A system answers what it is sent with something else, or never.
        case unacknowledged
    }

    /// What it is about.
    public let kind: Kind

    /// The unit.
    public let unit: ClaimPath

    /// The events that it came from, sorted.
    public let events: [String]

    /// The systems that are concerned, sorted.
    public let systems: [SystemID]
}

extension OwnershipException: Comparable {
    /// Whether the first exception sorts before the second: by unit, kind, events.
    public static func < (left: Self, right: Self) -> Bool {
        if left.unit != right.unit { return left.unit < right.unit }
        if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
        return left.events.lexicographicallyPrecedes(right.events)
    }
}

extension OwnershipException: CustomStringConvertible {
    /// `contested at paymentTerms (e-1, e-2)`.
    public var description: String {
        "\(kind.rawValue) at \(unit)" + (events.isEmpty ? "" : " (\(events.joined(separator: ", ")))")
    }
}
