public import ConcordConfiguration
public import ConcordValues

/// Somebody's word on one proposed change of one unit (OWNERSHIP R16).
///
/// It is bound to what it was given for: the value that there was, the value that is to be, and the policy. If any of them
/// is another one by then, it does not count. It may come before the change that it is about, and waits.
public struct ApprovalDecision: Sendable, Hashable {
    /// What somebody can say.
    public enum Verdict: String, Sendable, Hashable, CaseIterable {
        /// The change may be made.
        case approve
        /// The change must not be made.
        case reject
    }

    /// The decision's id.
    public let id: String

    /// The record.
    public let record: RecordKey

    /// The unit: a field, an atomic group, an item.
    ///
    /// Nothing larger: one slow approver must not block the rest (R17).
    public let unit: ClaimPath

    /// The digest of the value that there was.
    public let base: ContentHash

    /// The digest of the value that is to be.
    public let proposed: ContentHash

    /// The policy under which it was given: `acme-ownership@7`.
    public let policy: String

    /// Who says so.
    public let approver: String

    /// As what.
    public let role: BusinessRole

    /// When.
    public let time: Instant

    /// Until when it is good; without end if nil.
    public let expires: Instant?

    /// What is said.
    public let verdict: Verdict

    /// A decision.
    ///
    /// - Parameters:
    ///   - id: The decision's id.
    ///   - record: The record.
    ///   - unit: The unit.
    ///   - base: The digest of the value that there was.
    ///   - proposed: The digest of the value that is to be.
    ///   - policy: The policy under which it was given.
    ///   - approver: Who says so.
    ///   - role: As what.
    ///   - time: When.
    ///   - expires: Until when it is good.
    ///   - verdict: What is said.
    public init(
        id: String,
        record: RecordKey,
        unit: ClaimPath,
        base: ContentHash,
        proposed: ContentHash,
        policy: String,
        approver: String,
        role: BusinessRole,
        time: Instant,
        expires: Instant? = nil,
        verdict: Verdict = .approve
    ) {
        self.id = id
        self.record = record
        self.unit = unit
        self.base = base
        self.proposed = proposed
        self.policy = policy
        self.approver = approver
        self.role = role
        self.time = time
        self.expires = expires
        self.verdict = verdict
    }
}
