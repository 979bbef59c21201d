public import ConcordSchema

/// One thing that is wrong with a predicate.
public struct PredicateProblem: Error, Sendable, Hashable {
    /// What kind of problem it is; stable.
    public let code: IssueCode

    /// Where in the predicate's text it is.
    public let position: SourcePosition

    /// What was expected, in words.
    public let expected: String

    /// What was found; nil if nothing was there.
    public let found: String?

    /// What to do about it.
    public let advice: String?

    /// What is wrong with a predicate.
    ///
    /// - Parameters:
    ///   - code: What kind of problem it is.
    ///   - position: Where in the predicate's text it is.
    ///   - expected: What was expected, in words.
    ///   - found: What was found.
    ///   - advice: What to do about it.
    public init(
        _ code: IssueCode,
        at position: SourcePosition,
        expected: String,
        found: String? = nil,
        advice: String? = nil
    ) {
        self.code = code
        self.position = position
        self.expected = expected
        self.found = found
        self.advice = advice
    }
}

extension PredicateProblem: CustomStringConvertible {
    /// The problem in one line: `1:7: error: expected …`.
    public var description: String {
        var text = "\(position.line):\(position.column): error: expected \(expected)"
        if let found { text += ", found \(found)" }
        if let advice { text += "; \(advice)" }
        return "\(text) [\(code)]".onOneLine
    }
}

extension IssueCode {
    /// The text is no predicate.
    public static let predicateSyntax: Self = "predicate.syntax"
    /// The text is CEL, of a part that predicates do not have.
    public static let predicateUnsupported: Self = "predicate.unsupported"
    /// The predicate is longer, or nested deeper, than one that people can read.
    public static let predicateSize: Self = "predicate.size"
    /// A name that nobody declared.
    public static let predicateName: Self = "predicate.unknownName"
    /// A comparison of what cannot be compared, or a condition that is none.
    public static let predicateType: Self = "predicate.type"
    /// A comparison that says the same of every record.
    public static let predicateConstant: Self = "predicate.constant"
}
