public import ConcordConfiguration
public import ConcordSchema

/// What a rule says of itself: for tables, for documents that set it, and for those who must act.
public struct RuleDescription: Sendable, Hashable {
    /// The rule's name, stable.
    public let code: IssueCode

    /// The record that it is about: `time-entry`.
    public let record: String

    /// What is asked, as a sentence that says how things should be.
    public let summary: String

    /// Where it is written, if somewhere: `EN 16931 BR-CO-10`.
    public let clause: String?

    /// How much it weighs where it is broken.
    public let weight: Finding.Weight

    /// Who puts it right.
    public let actor: BusinessRole

    /// What to do.
    public let remedy: String

    /// For whom, where and for what the rule is.
    public let applicability: RuleApplicability

    /// What a firm may set.
    public let parameters: [RuleParameter]
}
