/// How specific a rule is about a path; greater goes before less (OWNERSHIP R10).
struct RuleRank: Hashable, Comparable {
    /// 0 for the whole record, 1 for a group, 2 for a field.
    let target: Int
    /// How many names of the path the rule's field has: what is said of a part goes before what is said of the whole.
    let depth: Int
    let namesLegalEntity: Bool
    let namesRegion: Bool
    let namesStage: Bool

    private var order: (Int, Int, Int, Int, Int) {
        (target, depth, namesLegalEntity ? 1 : 0, namesRegion ? 1 : 0, namesStage ? 1 : 0)
    }

    static func < (left: Self, right: Self) -> Bool { left.order < right.order }
}

extension RecordOwnership {
    /// The rules that decide about a field in a circumstance: the most specific of those that apply.
    ///
    /// - Parameters:
    ///   - path: The field, by the names from the record to it.
    ///   - circumstance: What is known of the record.
    /// - Returns: The rule; none if none applies, and several if they tie, which no checked policy has.
    public func determiningRules(for path: [String], _ circumstance: OwnershipCircumstance) -> [OwnershipRule] {
        var best: RuleRank?
        var found: [OwnershipRule] = []
        for rule in rules where Self.applies(rule, circumstance) {
            guard let rank = rank(of: rule, for: path) else { continue }
            if let current = best {
                if rank < current { continue }
                if current < rank { found = [] }
            }
            best = rank
            found.append(rule)
        }
        return found
    }

    /// What is forbidden about a field in a circumstance, by all rules that apply.
    ///
    /// - Parameters:
    ///   - path: The field, by the names from the record to it.
    ///   - circumstance: What is known of the record.
    ///   - role: For whom.
    /// - Returns: The capabilities that the role must not use.
    public func prohibited(_ path: [String], _ circumstance: OwnershipCircumstance, for role: SystemRole)
        -> CapabilitySet
    {
        rules.filter { Self.applies($0, circumstance) && rank(of: $0, for: path) != nil }
            .flatMap(\.prohibitions)
            .filter { $0.role == nil || $0.role == role }
            .reduce(into: CapabilitySet()) { $0.formUnion($1.capabilities) }
    }

    /// What the rule in force grants about a field to each role, the owner first, without what is forbidden.
    ///
    /// - Parameters:
    ///   - path: The field, by the names from the record to it.
    ///   - circumstance: What is known of the record.
    /// - Returns: The grants that leave the role anything to do; none if no rule decides, or several do.
    public func effectiveGrants(for path: [String], _ circumstance: OwnershipCircumstance) -> [OwnershipGrant] {
        let rules = determiningRules(for: path, circumstance)
        guard rules.count == 1, let rule = rules.first else { return [] }
        return rule.grants.compactMap { grant in
            let left = grant.capabilities.subtracting(prohibited(path, circumstance, for: grant.role))
            return left.isEmpty ? nil : OwnershipGrant(grant.role, left, approval: grant.approval)
        }
    }

    /// How specific a rule is about a path; nil if it is not about it.
    func rank(of rule: OwnershipRule, for path: [String]) -> RuleRank? {
        let target: Int
        let depth: Int
        switch rule.target {
        case .record:
            (target, depth) = (0, 0)
        case .group(let name):
            // A group that stands twice is a mistake of its own; the first one counts.
            let fields = groups.first { $0.name == name }?.fields ?? []
            guard let field = fields.filter({ path.starts(with: $0) }).max(by: { $0.count < $1.count }) else {
                return nil
            }
            (target, depth) = (1, field.count)
        case .field(let field):
            guard path.starts(with: field) else { return nil }
            (target, depth) = (2, field.count)
        }
        return RuleRank(
            target: target,
            depth: depth,
            namesLegalEntity: rule.scope.legalEntity != nil,
            namesRegion: rule.scope.region != nil,
            namesStage: rule.stage != nil
        )
    }

    private static func applies(_ rule: OwnershipRule, _ circumstance: OwnershipCircumstance) -> Bool {
        (rule.scope.legalEntity == nil || rule.scope.legalEntity == circumstance.legalEntity)
            && (rule.scope.region == nil || rule.scope.region == circumstance.region)
            && (rule.stage == nil || rule.stage?.rawValue == circumstance.stage)
    }
}
