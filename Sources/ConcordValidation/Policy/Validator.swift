internal import ConcordConfiguration
public import ConcordSchema
internal import ConcordValues

/// The rules that apply to one kind of record in some circumstances, ready to look at any number of records.
public struct Validator<Record: CanonicalRecord>: Sendable {
    /// One reference, which the verdicts share.
    @usableFromInline let rules: BoundRules<Record>

    init(
        policy: String,
        rules: [ValidationRule<Record>],
        documents: [ConfigurationDocument<ValidationSettings>],
        understoodExtensions: Set<String>,
        circumstances: Circumstances
    ) {
        self.rules = BoundRules(
            policy: policy,
            rules: rules,
            documents: documents,
            understoodExtensions: understoodExtensions,
            circumstances: circumstances
        )
    }

    /// Which rules these are.
    public var stamp: PolicyStamp { rules.stamp }

    /// What the rules that look say of themselves, with the weights that they have here.
    public var descriptions: [(rule: RuleDescription, weight: Finding.Weight, layer: String?)] {
        rules.declared.map { ($0.description, $0.weight, $0.layer) }
    }

    /// Validates a record as it was read.
    ///
    /// The rules look even if reading found errors, so that everything is told at once; what reading could not fill holds
    /// nothing or a placeholder then.
    ///
    /// - Parameters:
    ///   - draft: The record, with the issues of reading.
    ///   - related: The records that are at hand beside it.
    /// - Returns: What is to be said of it.
    @inlinable
    public func verdict(on draft: consuming Draft<Record>, with related: RelatedRecords = .none) -> Verdict<Record> {
        // The record is lent to the rules: taken out of the draft for each, it would be copied for each, which costs more
        // than the rules.
        let (findings, gaps) = rules.examine(draft.value, with: related)
        return Verdict(draft: draft, findings: findings, gaps: gaps)
    }

    /// Validates a record that was made elsewhere.
    @inlinable
    public func verdict(on record: Record, with related: RelatedRecords = .none) -> Verdict<Record> {
        verdict(on: Draft(record), with: related)
    }
}
