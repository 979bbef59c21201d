import ConcordSchema
import ConcordValues

/// Works out the tables of a ``CompiledOwnership``.
struct OwnershipCompiler {
    let policy: OwnershipPolicy
    let places: OwnershipPlaces
    let description: RecordDescription
    let ownership: RecordOwnership

    var problems: [OwnershipFinding] = []
    var slots: [PathSlot] = []
    var slotNumbers: [String: Int32] = [:]
    var targets: [UnitTarget] = []
    var systems: [SystemID] = []
    var roles: [SystemRole] = []
    var roleNumbers: [SystemRole: Int32] = [:]
    var axes = OwnershipAxes()
    var cells: [OwnershipCell] = []
    var requirements: [ApprovalRequirement] = []

    init(_ policy: CheckedOwnershipPolicy, _ description: RecordDescription) {
        self.policy = policy.policy
        places = policy.places
        self.description = description
        ownership = policy.policy.ownership(of: description.name) ?? RecordOwnership(description.name, rules: [])
    }

    mutating func run() {
        if policy.ownership(of: description.name) == nil {
            refuse(
                .unspokenRecord,
                description.name,
                expected: "a policy that says how \(description.name) is owned",
                advice: "say it there, or pass such records over"
            )
        }
        addRoles()
        addAxes()
        addSlots()
        addTargets()
        fillCells()
    }

    mutating func refuse(
        _ code: IssueCode,
        _ subject: String,
        rules: [String] = [],
        expected: String,
        advice: String = "check the policy with the declaration of the record that it is to decide about"
    ) {
        let statement = ["records", description.name] + (rules.first.map { ["rules", $0] } ?? [])
        problems.append(
            OwnershipFinding(
                code,
                .error,
                record: description.name,
                rules: rules,
                fields: [subject],
                place: places.nearest(statement),
                meaning: "expected \(expected) at \(subject)",
                advice: advice
            )
        )
    }

    private mutating func addRoles() {
        systems = Set(policy.systems.keys.map(policy.system)).sorted()
        var all = Set(policy.systems.values)
        for rule in ownership.rules { all.formUnion(rule.grants.map(\.role)) }
        all.insert(.steward)
        roles = all.sorted()
        for (index, role) in roles.enumerated() { roleNumbers[role] = Int32(index) }
    }

    private mutating func addAxes() {
        axes.stages += Set(ownership.rules.compactMap(\.stage?.rawValue)).sorted()
        axes.legalEntities += Set(ownership.rules.compactMap(\.scope.legalEntity)).sorted()
        axes.regions += Set(ownership.rules.compactMap(\.scope.region)).sorted()
        let missing = [
            ("stage", axes.stages.count > 1 && ownership.stage == nil),
            ("legalEntity", axes.legalEntities.count > 1 && ownership.legalEntity == nil),
            ("region", axes.regions.count > 1 && ownership.region == nil),
        ]
        for (axis, isMissing) in missing where isMissing {
            refuse(.missingSource, axis, expected: "the field or attribute that says the \(axis) that rules name")
        }
    }

    // MARK: - Slots

    private mutating func addSlots() {
        for field in description.fields { addSlot([field.name], field) }
        var deeper: [[String]] = []
        for rule in ownership.rules { if case .field(let names) = rule.target { deeper.append(names) } }
        for group in ownership.groups { deeper += group.fields }
        deeper += ownership.lists.map(\.field) + ownership.statuses.map(\.field)
        deeper += [ownership.stage?.field, ownership.legalEntity, ownership.region].compactMap { $0.map { [$0] } }
        for names in deeper.sorted(by: { ($0.count, $0.joined(separator: ".")) < ($1.count, $1.joined(separator: ".")) }
        ) {
            declare(names)
        }
    }

    private mutating func addSlot(_ names: [String], _ field: FieldDescription?) {
        let text = names.joined(separator: ".")
        slotNumbers[text] = Int32(slots.count)
        slots.append(PathSlot(names: names, text: text, description: field))
    }

    private mutating func declare(_ names: [String]) {
        let text = names.joined(separator: ".")
        if slotNumbers[text] != nil { return }
        guard let first = names.first else {
            return refuse(.unknownField, "", expected: "the name of a field")
        }
        if first.hasPrefix("@") { return addSlot([text], nil) }
        guard let field = description.field(at: names), names.count > 1 else {
            return refuse(.unknownField, text, expected: "a field of \(description.name)")
        }
        var parent = description.field(named: first)
        for name in names.dropFirst() {
            if case .list = parent?.shape.unwrapped {
                return refuse(.splitUnit, text, expected: "a path that does not lead through a list")
            }
            parent = parent?.shape.record?.field(named: name)
        }
        addSlot(names, field)
        // The nearest slot around it gives the part away.
        let own = Int32(slots.count - 1)
        for count in (1..<names.count).reversed() {
            guard let around = slotNumbers[names[..<count].joined(separator: ".")] else { continue }
            slots[Int(around)].parts.append(own)
            return
        }
    }

    func slot(_ names: [String]) -> Int32? { slotNumbers[names.joined(separator: ".")] }

    // MARK: - Targets

    private mutating func addTargets() {
        let statuses = Dictionary(ownership.statuses.map { ($0.field, $0) }, uniquingKeysWith: { first, _ in first })
        let comparisons = Dictionary(
            ownership.comparisons.map { ($0.field, $0.canonicalisation) },
            uniquingKeysWith: { first, _ in first }
        )
        let lists = Dictionary(ownership.lists.map { ($0.field, $0.kind) }, uniquingKeysWith: { first, _ in first })
        for index in slots.indices {
            let slot = slots[index]
            var kind = UnitTarget.Kind.whole
            var shape = slot.description?.shape
            if let treatment = lists[slot.names] {
                guard case .list(let item, _) = shape?.unwrapped else {
                    refuse(.unsuitableList, slot.text, expected: "a list")
                    continue
                }
                switch treatment {
                case .atomic: break
                case .set: (kind, shape) = (.set, item)
                case .keyed(let key):
                    (kind, shape) = (.keyed(by: key), item)
                    if item.record?.field(named: key) == nil {
                        refuse(.unsuitableList, slot.text, expected: "items with a field named \(key)")
                    }
                }
            }
            slots[index].target = Int32(targets.count)
            targets.append(
                UnitTarget(
                    kind: kind,
                    path: slot.text,
                    slots: [Int32(index)],
                    form: ValueForm(shape: shape, options: comparisons[slot.names] ?? []),
                    status: statuses[slot.names].map(StatusTable.init)
                )
            )
        }
        for group in ownership.groups where group.isAtomic { addGroup(group) }
        for field in [ownership.legalEntity, ownership.region].compactMap(\.self) { setPhase(1, field) }
        if let field = ownership.stage?.field { setPhase(2, field) }
    }

    private mutating func addGroup(_ group: FieldGroup) {
        let members = group.fields.compactMap(slot)
        let number = Int32(targets.count)
        for member in members {
            if targets[Int(slots[Int(member)].target)].kind != .whole || !slots[Int(member)].parts.isEmpty {
                refuse(
                    .splitUnit,
                    slots[Int(member)].text,
                    expected: "a field of the atomic group \(group.name) that survives whole"
                )
            }
            slots[Int(member)].target = number
        }
        let names = Set(group.fields)
        for rule in ownership.rules {
            guard case .field(let field) = rule.target, names.contains(field) else { continue }
            refuse(
                .splitUnit,
                slots[Int(slot(field) ?? 0)].text,
                rules: [rule.id],
                expected: "a rule for the atomic group \(group.name), which survives whole, not for one of its fields"
            )
        }
        targets.append(
            UnitTarget(
                kind: .group,
                path: "#\(group.name)",
                slots: members,
                form: ValueForm(shape: .record(description), options: []),
                status: nil
            )
        )
    }

    private mutating func setPhase(_ phase: UInt8, _ field: String) {
        guard let slot = slotNumbers[field] else { return }
        let target = Int(slots[Int(slot)].target)
        if targets[target].kind != .whole {
            refuse(.splitUnit, field, expected: "a field that survives by itself, because rules depend on it")
        }
        targets[target].phase = phase
    }
}
