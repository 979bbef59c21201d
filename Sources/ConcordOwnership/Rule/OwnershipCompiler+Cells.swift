import ConcordSchema

extension OwnershipCompiler {
    /// Works out, for each target and each circumstance, which rule decides and what each role may do.
    mutating func fillCells() {
        guard problems.isEmpty else { return }
        cells = Array(repeating: OwnershipCell(), count: targets.count * axes.count * roles.count)
        for target in targets.indices {
            // A slot whose values another target holds is never asked about.
            let isUsed = targets[target].slots.allSatisfy { slots[Int($0)].target == Int32(target) }
            if !isUsed { continue }
            let candidates = ownership.rules.indices.compactMap { index in
                rank(of: ownership.rules[index], for: target).map { (rule: index, target: $0) }
            }
            for candidate in candidates {
                let rule = ownership.rules[candidate.rule]
                if rule.stage != nil { targets[target].namesStage = true }
                if rule.scope.legalEntity != nil { targets[target].namesLegalEntity = true }
                if rule.scope.region != nil { targets[target].namesRegion = true }
            }
            for circumstance in 0..<axes.count { fill(target, Int32(circumstance), candidates) }
        }
    }

    private mutating func fill(
        _ target: Int,
        _ circumstance: Int32,
        _ candidates: [(rule: Int, target: TargetRank)]
    ) {
        let parts = axes.parts(of: circumstance)
        let applicable = candidates.filter { candidate in
            let rule = ownership.rules[candidate.rule]
            return (rule.stage == nil || rule.stage?.rawValue == axes.stages[parts.stage])
                && (rule.scope.legalEntity == nil || rule.scope.legalEntity == axes.legalEntities[parts.legalEntity])
                && (rule.scope.region == nil || rule.scope.region == axes.regions[parts.region])
        }
        let ranked = applicable.map { candidate in
            (rule: candidate.rule, rank: RuleOrder(candidate.target, ownership.rules[candidate.rule]))
        }
        guard let best = ranked.map(\.rank).max() else { return }
        let determining = ranked.filter { $0.rank == best }
        if determining.count > 1 {
            let ids = determining.map { ownership.rules[$0.rule].id }
            refuse(.ownershipTie, targets[target].path, rules: ids, expected: "one rule that goes before the others")
            return
        }
        let rule = ownership.rules[determining[0].rule]
        let base = (target * axes.count + Int(circumstance)) * roles.count
        for role in roles.indices {
            cells[base + role].rule = Int32(determining[0].rule)
            for candidate in applicable {
                for prohibition in ownership.rules[candidate.rule].prohibitions
                where prohibition.role == nil || prohibition.role == roles[role] {
                    cells[base + role].forbidden.formUnion(prohibition.capabilities)
                }
            }
        }
        var rank: UInt8 = 0
        for grant in rule.grants {
            guard let role = roleNumbers[grant.role] else { continue }
            let place = base + Int(role)
            cells[place].granted = grant.capabilities
            cells[place].capabilities = grant.capabilities.subtracting(cells[place].forbidden)
            if let approval = grant.approval { cells[place].requirement = number(of: approval) }
            if !grant.capabilities.isDisjoint(with: [.create, .update]), rank < OwnershipCell.unranked - 1 {
                cells[place].rank = rank
                rank += 1
            }
        }
    }

    private mutating func number(of requirement: ApprovalRequirement) -> Int32 {
        if let known = requirements.firstIndex(of: requirement) { return Int32(known) }
        requirements.append(requirement)
        return Int32(requirements.count - 1)
    }

    /// How specific a rule is about a target; nil if it is not about it, or looks at what is only known with it.
    private func rank(of rule: OwnershipRule, for target: Int) -> TargetRank? {
        let phase = targets[target].phase
        if phase != 0, rule.stage != nil { return nil }
        if phase == 1, rule.scope != .everywhere { return nil }
        // An atomic group is asked about as a whole: what is said of all its fields is said of it.
        let ranks = targets[target].slots.map { rank(of: rule, for: slots[Int($0)].names) }
        guard !ranks.isEmpty, ranks.allSatisfy({ $0 != nil }) else { return nil }
        return ranks.compactMap(\.self).min()
    }

    private func rank(of rule: OwnershipRule, for path: [String]) -> TargetRank? {
        switch rule.target {
        case .record: return TargetRank(kind: 0, depth: 0)
        case .group(let name):
            let fields = ownership.groups.first { $0.name == name }?.fields ?? []
            let depth = fields.filter { path.starts(with: $0) }.map(\.count).max()
            return depth.map { TargetRank(kind: 1, depth: $0) }
        case .field(let field):
            return path.starts(with: field) ? TargetRank(kind: 2, depth: field.count) : nil
        }
    }
}

/// How specific the target of a rule is: a record, a group, a field; a part goes before the whole.
struct TargetRank: Comparable {
    let kind: Int
    let depth: Int

    static func < (left: Self, right: Self) -> Bool { (left.kind, left.depth) < (right.kind, right.depth) }
}

/// How specific a rule is, in the order of OWNERSHIP R10.
private struct RuleOrder: Comparable {
    let target: TargetRank
    let scope: Int
    let stage: Int

    init(_ target: TargetRank, _ rule: OwnershipRule) {
        self.target = target
        scope = (rule.scope.legalEntity == nil ? 0 : 2) + (rule.scope.region == nil ? 0 : 1)
        stage = rule.stage == nil ? 0 : 1
    }

    static func < (left: Self, right: Self) -> Bool {
        left.target == right.target
            ? (left.scope, left.stage) < (right.scope, right.stage) : left.target < right.target
    }
}
