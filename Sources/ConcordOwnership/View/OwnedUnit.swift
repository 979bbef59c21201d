public import ConcordConfiguration
public import ConcordValues

/// What holds of one unit of a record, who says so, who says otherwise, and what waits.
public struct OwnedUnit: Sendable, Hashable {
    /// Why a value is shown.
    public enum Basis: String, Sendable, Hashable, CaseIterable {
        /// Nothing is shown: nobody may say anything, or there is to be nothing.
        case none
        /// The owner says so.
        case owner
        /// The owner says nothing; the next in rank does (OWNERSHIP R13).
        case provisional
        /// Somebody proposed it, it was approved, and the owner has not said anything else since.
        case approved
        /// A steward overrides the owner, for a time.
        case override
    }

    /// Somebody who says something about the unit.
    public struct Voice: Sendable, Hashable {
        /// The system.
        public let system: SystemID
        /// The event in which it last said so.
        public let event: String
        /// What it says.
        public let value: ClaimValue
        /// Since when.
        public let since: Instant
        /// What became of it.
        public let outcome: Outcome
    }

    /// A change that waits for approval.
    public struct Pending: Sendable, Hashable {
        /// Who proposes what, since when.
        public let voice: Voice
        /// What must be approved, and by whom; nil if it waits for the owner to say the same.
        public let requirement: ApprovalRequirement?
        /// The roles that have not approved yet.
        public let missingRoles: [BusinessRole]
        /// How many people more must approve.
        public let missingPeople: Int
        /// The digest of the value that there is: an approval is bound to it.
        public let base: ContentHash
        /// The digest of the value that is to be.
        public let proposed: ContentHash
        /// Approvals that do not count, because the value or the policy has changed since; sorted.
        public let staleApprovals: [String]
        /// Approvals that do not count, because who proposed gave them; sorted.
        public let selfApprovals: [String]
    }

    /// The unit: `paymentTerms`, `#billing`, `contacts[c-1]`.
    public let path: ClaimPath

    /// What holds; `cleared` if there is to be nothing, `absent` if nobody says anything that counts.
    public let value: ClaimValue

    /// Why.
    public let basis: Basis

    /// Who says so, the one that decides first; others say the same and keep it if the first gives it up (R15).
    public let holders: [Voice]

    /// Since when it holds.
    public let since: Instant?

    /// The rule that let it.
    public let rule: String?

    /// The role that owns the unit now, if one does.
    public let owner: SystemRole?

    /// Who says otherwise, sorted by system: nobody's word is lost.
    public let dissent: [Voice]

    /// What waits for approval, sorted by system (R18).
    public let pending: [Pending]

    /// How often what holds has changed.
    public let changes: Int
}
