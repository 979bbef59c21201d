public import ConcordSchema

/// A rule that did not look, because something was not at hand.
public struct UncheckedRule: Sendable {
    /// The rule.
    public let code: IssueCode

    let subject: MissingSubject

    /// What was not at hand: `project p-1`.
    public var missing: String { subject.description }
}

extension UncheckedRule: Hashable {
    /// Whether the same rule did not look for the same reason.
    public static func == (left: Self, right: Self) -> Bool {
        left.code == right.code && left.missing == right.missing
    }

    /// Hashes the rule and the reason.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(code)
        hasher.combine(missing)
    }
}

extension UncheckedRule: CustomStringConvertible {
    /// What did not look, and why: `time-entry.inProject was not checked, because project p-1 is not at hand`.
    public var description: String { "\(code) was not checked, because \(missing) is not at hand" }
}
