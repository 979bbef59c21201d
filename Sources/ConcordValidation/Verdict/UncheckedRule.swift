public import ConcordSchema

/// A rule that did not look, because something was not at hand.
public struct UncheckedRule: Sendable, Hashable {
    /// The rule.
    public let code: IssueCode

    /// What was not at hand: `project p-1`.
    public let missing: String
}

extension UncheckedRule: CustomStringConvertible {
    /// What did not look, and why: `time-entry.inProject was not checked, because project p-1 is not at hand`.
    public var description: String { "\(code) was not checked, because \(missing) is not at hand" }
}
