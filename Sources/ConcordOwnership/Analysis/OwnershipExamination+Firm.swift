internal import ConcordSchema
internal import ConcordValues

extension SystemRole {
    /// The roles that every policy knows.
    static let standard: [SystemRole] = [.crm, .clm, .psa, .erp, .hr, .procurement, .library, .steward]

    /// The roles that no system has to play: the library itself, and people.
    static let played: Set<SystemRole> = [.library, .steward]
}

extension OwnershipExamination {
    /// Whether aliases lead to systems.
    mutating func examineSystems() {
        if policy.systems.isEmpty {
            report(
                .noSystems,
                .warning,
                at: ["systems"],
                "\(policy.header) does not say which systems there are, so everything is refused",
                "lay a document over it that names the firm's systems and their roles"
            )
        }
        for (alias, target) in policy.aliases.sorted(by: { $0.key < $1.key }) {
            let statement = ["aliases", alias.text]
            if policy.systems[alias] != nil {
                report(
                    .duplicateStatement,
                    .error,
                    at: statement,
                    related: ["systems", alias.text],
                    "\(alias) is a system and another name of \(target)",
                    "take it out of one of them"
                )
            } else if policy.systems[target] == nil {
                let isChain = policy.aliases[target] != nil
                report(
                    .unknownSystem,
                    .error,
                    at: statement,
                    "expected a system that \(alias) is another name of, found \"\(target)\""
                        + (isChain ? ", which is another name itself" : ""),
                    isChain
                        ? "name the system"
                        : Self.nearest(target.text, policy.systems.keys.map(\.text).sorted())
                            ?? "the systems are \(Self.listed(policy.systems.keys.map(\.text).sorted()))"
                )
            }
        }
    }

    /// Whether roles that are played are granted something, and the other way round.
    mutating func examineRoles() {
        var granted: Set<SystemRole> = []
        for record in policy.records {
            for rule in record.rules { granted.formUnion(rule.grants.map(\.role)) }
        }
        let usual = Set(SystemRole.standard)
        let names = usual.union(granted).map(\.rawValue).sorted()
        for (system, role) in policy.systems.sorted(by: { $0.key < $1.key })
        where !usual.contains(role) && !granted.contains(role) {
            report(
                .unknownRole,
                .error,
                at: ["systems", system.text],
                "expected a role for \(system) that some rule grants something, found \"\(role)\"",
                Self.nearest(role.rawValue, names) ?? "the roles are \(Self.listed(names))"
            )
        }
        guard !policy.systems.isEmpty else { return }
        let known = usual.union(policy.systems.values)
        for record in policy.records {
            for rule in record.rules {
                let path = ["records", record.record, "rules", rule.id]
                let roles =
                    rule.grants.enumerated().map { ($1.role, path + ["grants", "\($0)", "role"]) }
                    + rule.prohibitions.enumerated()
                    .compactMap { index, prohibition in
                        prohibition.role.map { ($0, path + ["forbid", "\(index)", "role"]) }
                    }
                for (role, statement) in roles where !known.contains(role) {
                    let names = known.map(\.rawValue).sorted()
                    report(
                        .unknownRole,
                        .error,
                        record: record.record,
                        rules: [rule.id],
                        at: statement,
                        "expected a role that a system plays, found \"\(role)\"",
                        Self.nearest(role.rawValue, names) ?? "the roles are \(Self.listed(names))"
                    )
                }
            }
        }
    }

    /// Owners whose role no system plays; only told, for firms put their systems on one after the other.
    mutating func examineOwnersInPlay() {
        guard !policy.systems.isEmpty else { return }
        let played = Set(policy.systems.values).union(SystemRole.played)
        let known = played.union(SystemRole.standard)
        var rules: [SystemRole: [(record: String, rule: OwnershipRule, stand: SystemRole?)]] = [:]
        for record in policy.records {
            for rule in record.rules {
                let givers = rule.grants.filter { !$0.capabilities.isDisjoint(with: [.create, .update]) }.map(\.role)
                guard let owner = givers.first, !played.contains(owner), known.contains(owner) else { continue }
                rules[owner, default: []].append((record.record, rule, givers.first(where: played.contains)))
            }
        }
        for (role, found) in rules.sorted(by: { $0.key < $1.key }) {
            let orphans = found.filter { $0.stand == nil }
            let others = found.filter { $0.stand != nil }
            for (list, isOrphaned) in [(orphans, true), (others, false)] where !list.isEmpty {
                let ids = list.map(\.rule.id)
                report(
                    .unplayedOwner,
                    .warning,
                    rules: ids,
                    at: ["records", list[0].record, "rules", ids[0]],
                    "no system plays \(role), the owner of \(Self.listed(ids)); "
                        + (isOrphaned
                            ? "nobody can give these fields a value except by approved proposals"
                            : "the values of the next role show as provisional"),
                    "give a system the role, or lay rules over these that name another owner"
                )
            }
        }
    }

    /// Roles that several systems play, which may send each other's changes around.
    mutating func examineSharedRoles() {
        let systems = Dictionary(grouping: policy.systems.keys.sorted()) { policy.systems[$0] }
        for (role, names) in systems.sorted(by: { $0.value[0] < $1.value[0] }) where names.count > 1 {
            guard let role else { continue }
            var ids: [String] = []
            var records: [String] = []
            for record in policy.records {
                let rules = record.rules.filter { rule in
                    rule.grants.contains { $0.role == role && $0.capabilities.contains(CapabilitySet.update) }
                }
                ids += rules.map(\.id)
                if !rules.isEmpty { records.append(record.record) }
            }
            guard !ids.isEmpty else { continue }
            report(
                .writeCycle,
                .warning,
                rules: ids,
                at: ["systems", names[1].text],
                related: ["systems", names[0].text],
                "\(Self.listed(names.map(\.text))) play the role \(role) and may each update \(Self.listed(records)) with equal "
                    + "right: each one's value is sent to the other, and comes back as a change if it is stored differently",
                "keep each record in one of them, or give them roles of their own"
            )
        }
    }
}
