public import ConcordSchema

/// A record that passed a policy; there is no other way to one.
///
/// A sink that takes `Validated<Invoice>` cannot be handed an invoice that nobody looked at. What the policy could not look
/// at, for want of other records, is in ``unchecked``: a sink decides whether that is enough for it.
public struct Validated<Record: CanonicalRecord>: Sendable {
    /// The record.
    public let record: Record

    /// What the rules found that does not refuse it.
    public let findings: [Finding]

    /// What was not at hand.
    let gaps: ValidationGaps<Record>

    /// What was agreed to.
    public let approvals: [FindingApproval]

    /// Which rules the record was validated with.
    public var stamp: PolicyStamp { gaps.rules.stamp }

    /// The rules that did not look, because something was not at hand; sorted.
    ///
    /// Where nothing was at hand beside the record, the rules look again to say so: ask once.
    public var unchecked: [UncheckedRule] { gaps.unchecked(of: record) }

    init(
        record: Record,
        findings: [Finding],
        gaps: ValidationGaps<Record>,
        approvals: [FindingApproval]
    ) {
        self.record = record
        self.findings = findings
        self.gaps = gaps
        self.approvals = approvals
    }
}
