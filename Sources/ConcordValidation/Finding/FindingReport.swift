internal import ConcordSchema

/// What a rule reported, before the rule's own words, weight and actor are joined to it.
@usableFromInline
struct FindingReport: Sendable {
    /// The number of the check.
    let rule: Int
    let path: RecordPath
    let expected: String
    let expectedValue: String?
    let observed: String?
    let related: String?
}
