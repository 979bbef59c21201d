public import ConcordConfiguration
public import ConcordSchema

/// What one document says of a policy: which rules are off, weigh otherwise or have other limits, and which are added.
public struct ValidationSettings: Sendable {
    /// What is set of rules that there are.
    public let settings: [RuleSetting]

    /// Rules that are added, written as predicates.
    public let additions: [RuleAddition]

    /// The extensions that change what a record means and that are understood, by their URLs.
    public let understands: [String]
}

/// What a document says of one rule.
public struct RuleSetting: Sendable {
    /// The rule.
    public let code: IssueCode

    /// Whether it does not look.
    public let isOff: Bool

    /// How much it weighs instead; as declared if nil.
    public let weight: Finding.Weight?

    /// The parameters that are set.
    public let values: [String: RuleParameter.Value]

    /// Why.
    public let because: String

    /// Where the document says so.
    public let position: SourcePosition
}

/// A rule that a document adds.
public struct RuleAddition: Sendable {
    /// Its name.
    public let code: IssueCode

    /// The record that it is about.
    public let record: String

    /// When it applies; always if nil.
    public let condition: CheckedPredicate?

    /// What must hold.
    public let requirement: CheckedPredicate

    /// The names that the predicates use.
    let symbols: RecordSymbols

    /// The place that findings name.
    public let path: RecordPath

    /// What is expected, in words.
    public let expected: String

    /// What to do.
    public let remedy: String

    /// How much it weighs.
    public let weight: Finding.Weight

    /// Who puts it right.
    public let actor: BusinessRole

    /// What the record is to be ready for.
    public let readiness: [Readiness]

    /// Why.
    public let because: String

    /// Where the document says so.
    public let position: SourcePosition

    /// The rule for a type of record.
    func rule<Record: CanonicalRecord>() -> ValidationRule<Record> {
        ValidationRule(
            code,
            because,
            weight: weight,
            actor: actor,
            remedy: remedy,
            for: RuleApplicability(readiness: readiness)
        ) { record, examination in
            let values = RecordValues(record, symbols, today: examination.circumstances.today)
            if let condition, !condition.holds(for: values) { return }
            if requirement.holds(for: values) { return }
            let observed = withUnsafePointer(to: record) { record -> String? in
                guard let name = path.fields.first,
                    let number = Record.schema.description.fields.firstIndex(where: { $0.name == name })
                else { return nil }
                return Record.schema.json(ofField: number, of: UnsafeRawPointer(record))
            }
            examination.report(
                path: path,
                expected: expected,
                observed: observed.flatMap { Self.value(at: path.fields.dropFirst(), in: $0) }
            )
        }
    }

    private static func value(at names: ArraySlice<String>, in json: String) -> JSONText? {
        var json = json
        return json.withUTF8 { JSONPlace.json(at: Array(names), in: $0) }.flatMap { try? JSONText($0) }
    }
}
