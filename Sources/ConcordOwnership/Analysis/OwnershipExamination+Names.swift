internal import ConcordConfiguration
internal import ConcordSchema

extension OwnershipExamination {
    /// Whether what groups, lists, comparisons and rules name is there.
    mutating func examineNames(_ subject: ExaminedRecord) {
        examineGroups(subject)
        for list in subject.ownership.lists { examine(list, subject) }
        for comparison in subject.ownership.comparisons {
            let name = comparison.field.joined(separator: ".")
            requireField(comparison.field, subject, at: subject.path + ["comparisons", name])
        }
        for (member, source) in [
            ("stage", subject.ownership.stage?.field), ("legalEntity", subject.ownership.legalEntity),
            ("region", subject.ownership.region),
        ] {
            guard let source else { continue }
            requireField([source], subject, at: subject.path + [member, "from"])
        }
    }

    /// Reports a field that is not there, with the name nearest to the first step that leads nowhere.
    @discardableResult
    mutating func requireField(
        _ path: [String],
        _ subject: ExaminedRecord,
        rules: [String] = [],
        at statement: [String]
    ) -> Bool {
        if subject.has(path) { return true }
        var record: RecordDescription? = subject.description
        var owner = subject.record
        for name in path {
            guard let field = record?.field(named: name) else {
                let names = record?.fields.map(\.name) ?? []
                let advice =
                    Self.nearest(name, names)
                    ?? (names.isEmpty ? "it has no parts" : "its fields are \(Self.listed(names))")
                report(
                    .unknownField,
                    .error,
                    record: subject.record,
                    rules: rules,
                    fields: [path],
                    at: statement,
                    "expected a field of \(owner), found \"\(name)\"",
                    advice
                )
                return false
            }
            owner = "\(owner).\(name)"
            record = field.shape.record
        }
        return false
    }

    private mutating func examineGroups(_ subject: ExaminedRecord) {
        var groupOf: [[String]: String] = [:]
        var names: Set<String> = []
        for group in subject.ownership.groups {
            let path = subject.path + ["groups", group.name]
            if !names.insert(group.name).inserted {
                report(
                    .duplicateStatement,
                    .error,
                    record: subject.record,
                    at: path,
                    "the group \(group.name) of \(subject.record) is declared twice",
                    "give one of them another name"
                )
            }
            for field in group.fields {
                let statement = path + [field.joined(separator: ".")]
                guard requireField(field, subject, at: statement) else { continue }
                requireWhole(field, subject, rules: [], at: statement)
                guard let other = groupOf[field] else {
                    groupOf[field] = group.name
                    continue
                }
                let name = field.joined(separator: ".")
                report(
                    .fieldInTwoGroups,
                    .error,
                    record: subject.record,
                    fields: [field],
                    at: statement,
                    related: subject.path + ["groups", other, name],
                    other == group.name
                        ? "\(name) of \(subject.record) stands in the group \(other) twice"
                        : "\(name) of \(subject.record) stands in the groups \(other) and \(group.name), "
                            + "and a field belongs to at most one",
                    "take it out of one of them"
                )
            }
            requireWholeMembers(of: group, subject)
            let unused = !subject.ownership.rules.contains { $0.target == .group(group.name) }
            if unused, !group.isAtomic {
                report(
                    .unknownGroup,
                    .warning,
                    record: subject.record,
                    at: path,
                    "no rule is about the group \(group.name) of \(subject.record)",
                    "write one, or take the group out"
                )
            }
        }
    }

    /// Reports a path that goes into a list: its items survive by themselves at most, and their parts never do.
    mutating func requireWhole(_ path: [String], _ subject: ExaminedRecord, rules: [String], at statement: [String]) {
        guard path.count > 1 else { return }
        for length in 1..<path.count {
            let list = Array(path.prefix(length))
            guard case .list? = subject.description.field(at: list)?.shape.unwrapped else { continue }
            report(
                .splitUnit,
                .error,
                record: subject.record,
                rules: rules,
                fields: [path],
                at: statement,
                "\(path.joined(separator: ".")) is a part of the items of \(list.joined(separator: ".")), "
                    + "and an item survives only as a whole",
                "speak of \(list.joined(separator: "."))"
            )
            return
        }
    }

    /// Reports members of atomic groups that have to survive by themselves.
    private mutating func requireWholeMembers(of group: FieldGroup, _ subject: ExaminedRecord) {
        guard group.isAtomic else { return }
        let sources = [subject.ownership.stage?.field, subject.ownership.legalEntity, subject.ownership.region]
        for field in group.fields {
            let name = field.joined(separator: ".")
            let statement = subject.path + ["groups", group.name, name]
            if sources.contains(name) {
                report(
                    .splitUnit,
                    .error,
                    record: subject.record,
                    fields: [field],
                    at: statement,
                    "\(name) says which rules hold, so it survives by itself, and the group \(group.name) survives only as "
                        + "a whole",
                    "take it out of the group"
                )
            }
            let list = subject.ownership.lists.first { $0.field == field }
            if let list, list.kind != .atomic {
                report(
                    .splitUnit,
                    .error,
                    record: subject.record,
                    fields: [field],
                    at: statement,
                    related: subject.path + ["lists", name],
                    "each item of \(name) survives by itself, and the group \(group.name) survives only as a whole",
                    "take it out of the group, or out of the lists"
                )
            }
        }
    }

    private mutating func examine(_ list: ListTreatment, _ subject: ExaminedRecord) {
        let name = list.field.joined(separator: ".")
        let statement = subject.path + ["lists", name]
        guard requireField(list.field, subject, at: statement) else { return }
        let shape = subject.description.field(at: list.field)?.shape
        guard case .list(let item, let declared)? = shape?.unwrapped else {
            report(
                .unsuitableList,
                .error,
                record: subject.record,
                fields: [list.field],
                at: statement,
                "\(name) of \(subject.record) is \(shape?.summary ?? "an attribute") and no list",
                "take it out of the lists"
            )
            return
        }
        guard case .keyed(let key) = list.kind else { return }
        let names = item.record?.fields.map(\.name) ?? []
        guard names.contains(key) else {
            report(
                .unsuitableList,
                .error,
                record: subject.record,
                fields: [list.field],
                at: statement,
                "expected a field of the items of \(name) as their key, found \"\(key)\"",
                Self.nearest(key, names)
                    ?? (names.isEmpty ? "its items have no fields; write set" : "the fields are \(Self.listed(names))")
            )
            return
        }
        if let declared, declared != key {
            report(
                .unsuitableList,
                .warning,
                record: subject.record,
                fields: [list.field],
                at: statement,
                "the items of \(name) are told apart by \(key) here and by \(declared) in the record's declaration",
                "use \(declared), unless your systems do not keep it"
            )
        }
    }
}
