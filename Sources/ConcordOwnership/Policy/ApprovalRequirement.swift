public import ConcordConfiguration

/// Whose approval a change needs, and for how long an approval is good (OWNERSHIP R16).
public struct ApprovalRequirement: Sendable, Hashable {
    /// The roles that must approve, each of them; sorted.
    public let roles: [BusinessRole]

    /// How many different people must approve in all; at least one for each role.
    public let people: Int

    /// For how many days an approval may wait for its change, or a change for its approval; nil without end.
    public let days: Int?

    /// A requirement.
    ///
    /// - Parameters:
    ///   - roles: The roles that must approve, each of them.
    ///   - people: How many different people must approve in all; as many as there are roles if fewer are asked for.
    ///   - days: For how many days an approval is good; nil without end.
    public init(_ roles: [BusinessRole], people: Int = 1, days: Int? = nil) {
        self.roles = Set(roles).sorted()
        self.people = max(people, self.roles.count)
        self.days = days
    }
}

extension ApprovalRequirement: CustomStringConvertible {
    /// The requirement in words: `finance and people`, `finance, 2 people`.
    public var description: String {
        var text = roles.map(\.rawValue).joined(separator: " and ")
        if people > roles.count { text += ", \(people) people" }
        if let days { text += ", within \(days) days" }
        return text
    }
}
