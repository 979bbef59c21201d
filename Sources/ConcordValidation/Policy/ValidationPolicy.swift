public import ConcordConfiguration
public import ConcordSchema
internal import ConcordValues

/// What is asked of the records of a firm: rules for each kind of record, and the documents by which the firm sets them.
///
/// ```swift
/// let policy = ValidationPolicy("acme", version: 1) {
///     Rulebook.timeEntry
///     RuleSet<Retainer> { … }
/// }
/// let validator = policy.validator(for: TimeEntry.self, in: Circumstances(today: today, readyFor: [.bill]))
/// let verdict = validator.verdict(on: draft)
/// ```
public struct ValidationPolicy: Sendable {
    /// The policy's name.
    public let name: String

    /// Its version, counted from 1.
    public let version: Int

    /// The extensions that change what a record means and that the firm understands, by their URLs.
    public let understoodExtensions: Set<String>

    /// The documents upon the policy.
    let layers: ConfigurationStack<ValidationSettings>?

    private let sets: [any AnyRuleSet]

    /// A policy.
    ///
    /// - Parameters:
    ///   - name: The policy's name.
    ///   - version: Its version, counted from 1.
    ///   - understoodExtensions: The extensions that change what a record means and that the firm understands.
    ///   - sets: The sets of rules; those of one record are joined.
    public init(
        _ name: String,
        version: Int,
        understanding understoodExtensions: Set<String> = [],
        @ValidationPolicyBuilder sets: () -> [ValidationPolicyPart]
    ) {
        self.init(
            name: name,
            version: version,
            understoodExtensions: understoodExtensions,
            layers: nil,
            sets: Self.joined(sets().map(\.set))
        )
    }

    init(
        name: String,
        version: Int,
        understoodExtensions: Set<String>,
        layers: ConfigurationStack<ValidationSettings>?,
        sets: [any AnyRuleSet]
    ) {
        self.name = name
        self.version = version
        self.understoodExtensions = understoodExtensions
        self.layers = layers
        self.sets = sets
    }

    private static func joined(_ sets: [any AnyRuleSet]) -> [any AnyRuleSet] {
        var result: [any AnyRuleSet] = []
        for set in sets {
            if let index = result.firstIndex(where: { $0.record.name == set.record.name }) {
                result[index] = result[index].joined(with: set)
            } else {
                result.append(set)
            }
        }
        return result
    }

    /// The kinds of records that there are rules for, in the order in which they were declared.
    public var records: [RecordDescription] { sets.map(\.record) }

    /// What all rules say of themselves, in the order in which they were declared.
    public var rules: [RuleDescription] { sets.flatMap(\.descriptions) }

    /// The rules for one kind of record; none if the policy has none.
    public func rules<Record: CanonicalRecord>(for type: Record.Type) -> RuleSet<Record> {
        for set in sets {
            if let set = set as? RuleSet<Record> { return set }
        }
        return RuleSet {}
    }

    /// The policy with further rules.
    ///
    /// - Parameter sets: The sets of rules; those of one record are joined.
    /// - Returns: The policy under the same name.
    public func adding(@ValidationPolicyBuilder _ sets: () -> [ValidationPolicyPart]) -> ValidationPolicy {
        ValidationPolicy(
            name: name,
            version: version,
            understoodExtensions: understoodExtensions,
            layers: layers,
            sets: Self.joined(self.sets + sets().map(\.set))
        )
    }

    /// The policy with documents upon it.
    ///
    /// - Parameter documents: The documents, in any order, that were read against this policy.
    /// - Returns: The policy; which documents count is decided for each circumstances, by scope and day.
    /// - Throws: A `ConfigurationRefusal`, if two documents of one layer set the same rule for somebody on some day.
    public func configured(
        by documents: [ConfigurationDocument<ValidationSettings>]
    ) throws(ConfigurationRefusal) -> ValidationPolicy {
        let stack = try ConfigurationStack((layers?.documents ?? []) + documents) { document in
            document.content.settings.map { ConfigurationKey("rule \($0.code)", at: $0.position) }
                + document.content.additions.map { ConfigurationKey("add \($0.code)", at: $0.position) }
        }
        return ValidationPolicy(
            name: name,
            version: version,
            understoodExtensions: understoodExtensions,
            layers: stack,
            sets: sets
        )
    }

    /// The rules that apply to one kind of record in some circumstances, bound and ready.
    ///
    /// Make one and use it for many records: binding rules costs more than validating a record.
    ///
    /// - Parameters:
    ///   - type: The kind of record.
    ///   - circumstances: The circumstances.
    /// - Returns: The validator.
    public func validator<Record: CanonicalRecord>(
        for type: Record.Type,
        in circumstances: Circumstances
    ) -> Validator<Record> {
        var scope = circumstances.scope
        if let country = circumstances.country { scope[.country] = country.description }
        let documents = layers?.documents(for: scope, on: circumstances.today).applied ?? []
        return Validator(
            policy: "\(name)@\(version)",
            rules: rules(for: type).rules,
            documents: documents,
            understoodExtensions: understoodExtensions,
            circumstances: circumstances
        )
    }
}

extension ConfigurationScope.Key {
    /// The country of the legal entity that sells, by its ISO 3166-1 code.
    public static let country = Self(rawValue: "country")
}

/// A set of rules as a part of a policy.
public struct ValidationPolicyPart: Sendable {
    let set: any AnyRuleSet
}

/// Collects the sets of a policy.
@resultBuilder
public enum ValidationPolicyBuilder {
    /// A set of rules.
    public static func buildExpression<Record: CanonicalRecord>(_ set: RuleSet<Record>) -> ValidationPolicyPart {
        ValidationPolicyPart(set: set)
    }

    /// All sets.
    public static func buildBlock(_ parts: ValidationPolicyPart...) -> [ValidationPolicyPart] { parts }
}
