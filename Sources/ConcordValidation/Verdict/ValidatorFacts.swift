internal import ConcordSchema

/// What all verdicts of one validator share.
@usableFromInline
final class ValidatorFacts: Sendable {
    /// Which rules looked.
    let stamp: PolicyStamp

    /// The codes of the checks, which are sorted.
    let codes: [IssueCode]

    init(stamp: PolicyStamp, codes: [IssueCode]) {
        self.stamp = stamp
        self.codes = codes
    }
}
