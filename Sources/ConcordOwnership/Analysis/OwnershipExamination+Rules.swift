internal import ConcordConfiguration
internal import ConcordSchema

extension OwnershipExamination {
    /// Each rule by itself.
    mutating func examineRules(_ subject: ExaminedRecord) {
        var ids: Set<String> = []
        for rule in subject.ownership.rules {
            let path = subject.path(of: rule)
            if !ids.insert(rule.id).inserted {
                report(
                    .duplicateStatement,
                    .error,
                    record: subject.record,
                    rules: [rule.id],
                    at: path,
                    "two rules of \(subject.record) have the name \(rule.id)",
                    "give one of them another name"
                )
            }
            examineTarget(of: rule, subject)
            examineCondition(of: rule, subject)
            var roles: Set<SystemRole> = []
            for (index, grant) in rule.grants.enumerated() where !roles.insert(grant.role).inserted {
                report(
                    .roleGrantedTwice,
                    .error,
                    record: subject.record,
                    rules: [rule.id],
                    at: path + ["grants", "\(index)"],
                    "\(rule.id) grants something to \(grant.role) twice, and its place in the order would not be clear",
                    "make one grant of both"
                )
            }
        }
    }

    private mutating func examineTarget(of rule: OwnershipRule, _ subject: ExaminedRecord) {
        let statement = subject.path(of: rule) + ["target"]
        switch rule.target {
        case .record:
            break
        case .group(let name):
            let names = subject.ownership.groups.map(\.name)
            guard !names.contains(name) else { return }
            report(
                .unknownGroup,
                .error,
                record: subject.record,
                rules: [rule.id],
                at: statement,
                "expected a group of \(subject.record), found \"\(name)\"",
                Self.nearest(name, names)
                    ?? (names.isEmpty ? "it declares no groups" : "its groups are \(Self.listed(names))")
            )
        case .field(let field):
            guard requireField(field, subject, rules: [rule.id], at: statement) else { return }
            requireWhole(field, subject, rules: [rule.id], at: statement)
            let atomic = subject.ownership.groups.first { group in
                group.isAtomic && group.fields.contains { field.starts(with: $0) || $0.starts(with: field) }
            }
            guard let atomic else { return }
            report(
                .splitUnit,
                .error,
                record: subject.record,
                rules: [rule.id],
                fields: [field],
                at: statement,
                related: subject.path + ["groups", atomic.name],
                "\(rule.id) is about \(field.joined(separator: ".")), and the group \(atomic.name) survives only as a whole",
                "make the rule about the group, or take the field out of it"
            )
        }
    }

    private mutating func examineCondition(of rule: OwnershipRule, _ subject: ExaminedRecord) {
        let sources = [
            ("stage", rule.stage?.rawValue, subject.ownership.stage?.field),
            ("legalEntity", rule.scope.legalEntity, subject.ownership.legalEntity),
            ("region", rule.scope.region, subject.ownership.region),
        ]
        for (member, value, source) in sources {
            guard let value, source == nil else { continue }
            report(
                .missingSource,
                .error,
                record: subject.record,
                rules: [rule.id],
                at: subject.path(of: rule) + [member],
                "\(rule.id) holds only where the \(member) is \(value), and \(subject.record) does not say from which "
                    + "field or attribute the \(member) is read",
                "add the member \(member) to the record, such as \"@\(member)\""
            )
        }
    }

    /// Rules that decide about one field with equal right (OWNERSHIP R10).
    mutating func examineTies(_ subject: ExaminedRecord) {
        let rules = subject.ownership.rules
        for (number, second) in rules.enumerated() {
            for first in rules[..<number] where first.scope == second.scope && first.stage == second.stage {
                let fields = subject.leaves.filter { leaf in
                    // A field of two groups is told of already.
                    if subject.isInTwoGroups(leaf), first.target != second.target { return false }
                    guard let rank = subject.ownership.rank(of: first, for: leaf) else { return false }
                    return rank == subject.ownership.rank(of: second, for: leaf)
                }
                guard !fields.isEmpty else { continue }
                let circumstance = OwnershipCircumstance(
                    legalEntity: second.scope.legalEntity,
                    region: second.scope.region,
                    stage: second.stage?.rawValue
                )
                report(
                    .ownershipTie,
                    .error,
                    record: subject.record,
                    rules: [first.id, second.id],
                    fields: fields,
                    at: subject.path(of: second),
                    related: subject.path(of: first),
                    "\(first.id) and \(second.id) decide about \(Self.listed(fields)) of \(subject.record) with equal "
                        + "right, \(circumstance)",
                    "name a stage or a scope in one of them, or make one rule of both"
                )
            }
        }
    }
}
