/// Who may say what about some fields, somewhere, at some stage.
///
/// Exactly one rule decides about a field for a claim: the most specific that applies (OWNERSHIP R10). A field goes before
/// its group, a group before the whole record; a legal entity before a region, a region before everywhere; a stage before
/// any stage; compared in this order. Two rules of one rank that can both apply make the policy be refused. What the rule
/// does not grant is refused. Prohibitions are gathered from *all* rules that apply: one forbids whatever others permit.
public struct OwnershipRule: Sendable, Hashable {
    /// The rule's name in its policy, which decisions cite: `customer.billing`.
    public let id: String

    /// What the rule is about.
    public let target: OwnershipTarget

    /// Where it holds.
    public let scope: OwnershipScope

    /// The stage at which it holds; any if nil.
    public let stage: LifecycleStage?

    /// What is granted, to each role once.
    ///
    /// Of those who may create or update, an earlier one's value survives before a later one's (R13): the first is the
    /// owner.
    public let grants: [OwnershipGrant]

    /// What is forbidden, whatever other rules grant.
    public let prohibitions: [OwnershipProhibition]

    /// Why, for people.
    public let because: String?

    /// A rule.
    ///
    /// - Parameters:
    ///   - id: The rule's name in its policy.
    ///   - target: What it is about.
    ///   - scope: Where it holds.
    ///   - stage: The stage at which it holds; any if nil.
    ///   - grants: What is granted, the owner first.
    ///   - prohibitions: What is forbidden.
    ///   - because: Why, for people.
    public init(
        _ id: String,
        _ target: OwnershipTarget,
        scope: OwnershipScope = .everywhere,
        stage: LifecycleStage? = nil,
        grants: [OwnershipGrant],
        prohibitions: [OwnershipProhibition] = [],
        because: String? = nil
    ) {
        self.id = id
        self.target = target
        self.scope = scope
        self.stage = stage
        self.grants = grants
        self.prohibitions = prohibitions
        self.because = because
    }
}

/// What a rule is about: a whole record, a group of its fields, or one field.
public enum OwnershipTarget: Sendable, Hashable {
    /// All fields of the record.
    case record
    /// The fields of a group that the record's ownership declares.
    case group(String)
    /// One field, by the names from the record to it: `["paymentTerms"]`.
    case field([String])
}

/// Where a rule holds; the values are read from the record's claims as of the business time (OWNERSHIP R12).
public struct OwnershipScope: Sendable, Hashable {
    /// The legal entity; any if nil.
    public let legalEntity: String?

    /// The region; any if nil.
    public let region: String?

    /// A scope.
    public init(legalEntity: String? = nil, region: String? = nil) {
        self.legalEntity = legalEntity
        self.region = region
    }

    /// Everywhere.
    public static let everywhere = OwnershipScope()
}

/// What one role may do.
public struct OwnershipGrant: Sendable, Hashable {
    /// Who.
    public let role: SystemRole

    /// What.
    public let capabilities: CapabilitySet

    /// Whose approval its changes need; none if nil.
    ///
    /// It concerns creating, updating and clearing, and the proposals of a role that may only propose.
    public let approval: ApprovalRequirement?

    /// A grant.
    public init(_ role: SystemRole, _ capabilities: CapabilitySet, approval: ApprovalRequirement? = nil) {
        self.role = role
        self.capabilities = capabilities
        self.approval = approval
    }
}

/// What one role must not do.
public struct OwnershipProhibition: Sendable, Hashable {
    /// Who; everybody if nil.
    public let role: SystemRole?

    /// What.
    public let capabilities: CapabilitySet

    /// A prohibition.
    public init(_ role: SystemRole?, _ capabilities: CapabilitySet) {
        self.role = role
        self.capabilities = capabilities
    }
}
