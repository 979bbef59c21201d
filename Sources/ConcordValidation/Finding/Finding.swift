public import ConcordConfiguration
public import ConcordSchema

/// What a rule found in a record: what is wrong, where, what was expected, what to do and who does it.
public struct Finding: Sendable, Hashable {
    /// How much a finding weighs.
    public enum Weight: Sendable, Hashable {
        /// Worth knowing; nothing needs to be done.
        case info
        /// Accepted, but somebody should look.
        case warning
        /// Accepted once somebody in this role has agreed.
        case approval(BusinessRole)
        /// Refused.
        case error
    }

    /// The rule that found it.
    public let code: IssueCode

    /// How much it weighs.
    public let weight: Weight

    /// The place in the record: `lines[2].amount`.
    public let path: RecordPath

    /// What was expected, in words.
    public let expected: String

    /// The value that was expected, as JSON, if there is one.
    public let expectedValue: String?

    /// What was found, as JSON; nil if nothing was there.
    public let observed: String?

    /// Who may see the values.
    public let sensitivity: Sensitivity

    /// What to do.
    public let remedy: String

    /// Who does it.
    public let actor: BusinessRole

    /// Where the rule is written: `EN 16931 BR-CO-10`.
    public let clause: String?

    /// Another record that matters, such as the project of a time entry: `project p-1`.
    public let related: String?

    /// The document that set the rule, if one did: `acme-eu@3`.
    public let layer: String?
}

extension Finding.Weight: CustomStringConvertible {
    /// The weight as messages begin with it: `error`, `needs approval by finance`.
    public var description: String {
        switch self {
        case .info: "info"
        case .warning: "warning"
        case .approval(let role): "needs approval by \(role)"
        case .error: "error"
        }
    }
}

extension Finding: Comparable {
    /// Whether the first finding stands before the second: by place, by rule, and then by what they say.
    public static func < (left: Self, right: Self) -> Bool {
        if left.path != right.path { return left.path.stands(before: right.path) }
        return (left.code.rawValue, left.expected, left.expectedValue ?? "", left.observed ?? "")
            < (right.code.rawValue, right.expected, right.expectedValue ?? "", right.observed ?? "")
    }
}

extension RecordPath {
    /// Whether this path stands before another one: items by their numbers, everything else by its text.
    fileprivate func stands(before other: RecordPath) -> Bool {
        for (step, otherStep) in zip(steps, other.steps) where step != otherStep {
            if case .index(let index) = step, case .index(let otherIndex) = otherStep { return index < otherIndex }
            return RecordPath([step]).description < RecordPath([otherStep]).description
        }
        return steps.count < other.steps.count
    }
}

extension Finding {
    /// The finding in one line, with the values that somebody may see.
    ///
    /// - Parameter visible: The classes of values that may be shown; others are `•••`.
    /// - Returns: The line, without a line's end.
    public func text(showing visible: Set<Sensitivity> = [.open]) -> String {
        let isVisible = visible.contains(sensitivity)
        func shown(_ value: String) -> String { isVisible ? value : "•••" }
        var text = "\(weight) \(code)"
        if !path.steps.isEmpty { text += " at \(path)" }
        text += ": expected \(expected)"
        if let expectedValue { text += ", \(shown(expectedValue))" }
        if let observed { text += ", found \(shown(observed))" }
        if let related { text += "; see \(related)" }
        text += ". \(actor): \(remedy)"
        if let clause { text += " (\(clause))" }
        if let layer { text += " [set by \(layer)]" }
        return text.onOneLine
    }

    /// The finding as an issue, as everything else that is wrong with a document is told.
    ///
    /// What needs an approval is a warning there; values that are not open are `•••`.
    public var issue: Issue {
        let severity: Issue.Severity =
            switch weight {
            case .info: .info
            case .warning, .approval: .warning
            case .error: .error
            }
        let isOpen = sensitivity == .open
        return Issue(
            code,
            severity: severity,
            path: path,
            expected: expectedValue.map { "\(expected), \(isOpen ? $0 : "•••")" } ?? expected,
            observed: observed.map { isOpen ? $0 : "•••" },
            remedy: "\(actor): \(remedy)",
            rule: code.rawValue
        )
    }
}

extension Finding: CustomStringConvertible {
    /// The finding in one line; values that are not for everybody are `•••`.
    public var description: String { text() }
}
