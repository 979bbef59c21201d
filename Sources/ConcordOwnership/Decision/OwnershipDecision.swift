public import ConcordValues

/// What became of what one event says about one unit.
public struct OwnershipDecision: Sendable, Hashable {
    /// The event.
    public let event: String

    /// The system that spoke.
    public let system: SystemID

    /// The path that the event names.
    public let entry: ClaimPath

    /// The unit: the path itself, or the item or the group that it is of.
    public let unit: ClaimPath

    /// What became of it.
    public let outcome: Outcome

    /// The rule that decided, if one applies.
    public let rule: String?
}

extension OwnershipDecision: Comparable {
    /// Whether the first decision sorts before the second: by event, unit, entry, and then by what they say.
    public static func < (left: Self, right: Self) -> Bool {
        if left.event != right.event { return left.event.utf8.lexicographicallyPrecedes(right.event.utf8) }
        if left.unit != right.unit { return left.unit < right.unit }
        if left.entry != right.entry { return left.entry < right.entry }
        return left.outcome.description < right.outcome.description
    }
}

extension OwnershipDecision: CustomStringConvertible {
    /// `e-1 crm paymentTerms: accepted (customer.billing)`.
    public var description: String {
        "\(event) \(system) \(unit): \(outcome)" + (rule.map { " (\($0))" } ?? "")
    }
}
