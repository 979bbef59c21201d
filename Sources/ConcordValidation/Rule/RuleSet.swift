public import ConcordSchema

/// The rules for one kind of record.
public struct RuleSet<Record: CanonicalRecord>: Sendable {
    /// The rules, in the order in which they were declared.
    public let rules: [ValidationRule<Record>]

    /// A set of rules.
    ///
    /// - Parameter rules: The rules; two of one code stop the process, because documents could not tell them apart.
    public init(@RuleSetBuilder<Record> _ rules: () -> [ValidationRule<Record>]) {
        self.init(rules())
    }

    init(_ rules: [ValidationRule<Record>]) {
        var codes: Set<IssueCode> = []
        for rule in rules {
            precondition(codes.insert(rule.description.code).inserted, "two rules are called \(rule.description.code)")
        }
        self.rules = rules
    }
}

/// Collects the rules of a set.
@resultBuilder
public enum RuleSetBuilder<Record: CanonicalRecord> {
    /// A rule.
    public static func buildExpression(_ rule: ValidationRule<Record>) -> [ValidationRule<Record>] { [rule] }

    /// Rules that were put together elsewhere.
    public static func buildExpression(_ rules: [ValidationRule<Record>]) -> [ValidationRule<Record>] { rules }

    /// The rules of another set.
    public static func buildExpression(_ set: RuleSet<Record>) -> [ValidationRule<Record>] { set.rules }

    /// All rules.
    public static func buildBlock(_ rules: [ValidationRule<Record>]...) -> [ValidationRule<Record>] {
        rules.flatMap(\.self)
    }

    /// Rules that are there under a condition.
    public static func buildOptional(_ rules: [ValidationRule<Record>]?) -> [ValidationRule<Record>] { rules ?? [] }

    /// The rules of the first branch.
    public static func buildEither(first rules: [ValidationRule<Record>]) -> [ValidationRule<Record>] { rules }

    /// The rules of the second branch.
    public static func buildEither(second rules: [ValidationRule<Record>]) -> [ValidationRule<Record>] { rules }

    /// The rules of each turn of a loop.
    public static func buildArray(_ rules: [[ValidationRule<Record>]]) -> [ValidationRule<Record>] {
        rules.flatMap(\.self)
    }
}

/// A set of rules whose record is not known by type.
protocol AnyRuleSet: Sendable {
    var record: RecordDescription { get }
    var descriptions: [RuleDescription] { get }
    func joined(with other: any AnyRuleSet) -> any AnyRuleSet
}

extension RuleSet: AnyRuleSet {
    var record: RecordDescription { Record.schema.description }

    var descriptions: [RuleDescription] { rules.map(\.description) }

    func joined(with other: any AnyRuleSet) -> any AnyRuleSet {
        RuleSet(rules + ((other as? Self)?.rules ?? []))
    }
}
