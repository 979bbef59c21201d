internal import ConcordConfiguration
internal import ConcordSchema

extension OwnershipExamination {
    /// Whether each approval can be given, also if one of the approvers proposes (OWNERSHIP R16).
    mutating func examineApprovals() {
        var uses: [(requirement: ApprovalRequirement, rules: [String], statement: [String])] = []
        for record in policy.records {
            for rule in record.rules {
                for (index, grant) in rule.grants.enumerated() {
                    guard let approval = grant.approval else { continue }
                    let statement = ["records", record.record, "rules", rule.id, "grants", "\(index)", "approval"]
                    if let use = uses.firstIndex(where: { $0.requirement == approval }) {
                        if uses[use].rules.last != rule.id { uses[use].rules.append(rule.id) }
                    } else {
                        uses.append((approval, [rule.id], statement))
                    }
                }
            }
        }
        guard !uses.isEmpty else { return }
        guard !policy.approvers.isEmpty else {
            report(
                .noApprovers,
                .warning,
                at: ["approvers"],
                "\(policy.header) asks for approvals and does not say who gives them, so nobody can tell whether they can "
                    + "be given",
                "lay a document over it that says who approves"
            )
            return
        }
        for (requirement, rules, statement) in uses { examine(requirement, rules, at: statement) }
    }

    private mutating func examine(_ requirement: ApprovalRequirement, _ rules: [String], at statement: [String]) {
        let missing = requirement.roles.filter { (policy.approvers[$0]?.count ?? 0) == 0 }
        let names = policy.approvers.keys.map(\.rawValue).sorted()
        for role in missing {
            report(
                .approverDeadlock,
                .error,
                rules: rules,
                at: statement,
                "nobody plays \(role), without whom \(Self.listed(rules)) cannot be approved",
                policy.approvers[role] == nil
                    ? Self.nearest(role.rawValue, names) ?? "say who plays it under approvers"
                    : "name at least one under approvers"
            )
        }
        guard missing.isEmpty else { return }
        let pools = requirement.roles.map { people($0, atMost: requirement.people + 1) }
        guard Self.canApprove(pools, requirement.people) else {
            report(
                .approverDeadlock,
                .error,
                rules: rules,
                at: statement,
                "\(Self.listed(rules)) asks for \(requirement.people) people of \(Self.listed(requirement.roles.map(\.rawValue))), "
                    + "who are \(Set(pools.flatMap { $0 }).count) in all",
                "name more people under approvers, or ask for fewer"
            )
            return
        }
        let alone = Set(pools.flatMap { $0 }).sorted()
            .filter { person in !Self.canApprove(pools.map { $0.filter { $0 != person } }, requirement.people) }
        guard !alone.isEmpty else { return }
        report(
            .approverAlone,
            .warning,
            rules: rules,
            at: statement,
            "what \(Self.listed(alone)) propose\(alone.count == 1 ? "s" : "") can be approved by nobody, for who proposes "
                + "does not approve: \(Self.listed(rules))",
            "name more people under approvers"
        )
    }

    /// Those who play a role; who has no name gets one.
    private func people(_ role: BusinessRole, atMost limit: Int) -> [String] {
        switch policy.approvers[role] {
        case .named(let names)?: Set(names).sorted()
        // More than are asked for, and one who proposes, make no difference.
        case .people(let count)?: (0..<max(0, min(count, limit))).map { "\(role) \($0 + 1)" }
        case nil: []
        }
    }

    /// Whether there is a different person for each role, and as many in all as are asked for.
    static func canApprove(_ pools: [[String]], _ people: Int) -> Bool {
        guard Set(pools.flatMap { $0 }).count >= people else { return false }
        var roleOf: [String: Int] = [:]
        func place(_ role: Int, _ tried: inout Set<String>) -> Bool {
            for person in pools[role] where tried.insert(person).inserted {
                if let other = roleOf[person], !place(other, &tried) { continue }
                roleOf[person] = role
                return true
            }
            return false
        }
        for role in pools.indices {
            var tried: Set<String> = []
            if !place(role, &tried) { return false }
        }
        return true
    }
}
