import ConcordSchema

/// What an event says about one unit: an entry, or what of one belongs to the unit.
struct ClaimPart {
    /// What keeps a part from being decided by the rules.
    enum Flaw: UInt8 {
        case none
        /// No policy and no declaration knows the path.
        case unknownPath
        /// The key of the item stands twice in its list, or is missing.
        case ambiguousKey
        /// A delta says only something of an atomic group.
        case incompleteGroup
        /// The value of a keyed list or a set is no list.
        case notAList
    }

    let target: Int32
    /// The item's key or the member's form; empty for other units.
    let key: String
    let value: ClaimValue
    /// Which entry of the event it is of; for a group, the first.
    let entry: Int32
    var flaw = Flaw.none
    /// Whether the value is not the entry's as it is.
    var isDerived = false
}

/// What an event says about units.
struct PreparedEvent {
    /// The system that speaks; -1 if the policy knows none of the name.
    var system: Int32 = -1
    /// For each entry its target, if it is plain, and -1 for others.
    ///
    /// Plain is what is said of a field that survives whole and that no rule looks at. Nearly all entries are: they are
    /// decided where they stand, without a part of their own.
    var plain: [Int32] = []
    /// What is said beside the plain entries.
    var parts: [ClaimPart] = []
    /// The lists that the event states whole: items that it leaves out are given up.
    var lists: [Int32] = []
    /// The lists that could not be read: nothing of them is given up.
    var unreadLists: [Int32] = []

    /// Forgets what it was, and keeps the memory that it stood in.
    mutating func restart(by system: Int32) {
        self.system = system
        plain.removeAll(keepingCapacity: true)
        parts.removeAll(keepingCapacity: true)
        lists.removeAll(keepingCapacity: true)
        unreadLists.removeAll(keepingCapacity: true)
    }

    /// How many claims it makes, at most.
    var count: Int { plain.count + parts.count }

    /// All that is said, each with a part of its own.
    func allParts(of event: ClaimEvent) -> [ClaimPart] {
        plain.indices.filter { plain[$0] >= 0 }
            .map { index in
                ClaimPart(
                    target: plain[index],
                    key: "",
                    value: event.content.value(index),
                    entry: Int32(truncatingIfNeeded: index)
                )
            } + parts
    }
}

extension CompiledOwnership {
    /// Takes an event apart into what it says about each unit.
    func prepare<Defects: EngineDefects>(_ event: ClaimEvent, _: Defects.Type) -> PreparedEvent {
        var prepared = PreparedEvent()
        prepare(event, into: &prepared, Defects.self)
        return prepared
    }

    /// Takes an event apart, in the memory of one that was taken apart before.
    func prepare<Defects: EngineDefects>(_ event: ClaimEvent, into prepared: inout PreparedEvent, _: Defects.Type) {
        prepared.restart(by: systemNumbers[event.system] ?? -1)
        let content = event.content
        let (values, names, fieldCount) = (content.values, content.header.names, Int(content.header.fieldCount))
        prepared.plain.reserveCapacity(content.count)
        var groups: [(target: Int32, entry: Int32)] = []
        // Most come in declared order: the slot behind the last one is the one to try first.
        var expected = 0
        for place in 0..<content.count {
            let name = values.name(place)
            let slot = slot(of: names[name], expected: name < fieldCount ? name : expected)
            expected = Int(slot) &+ 1
            let target = slot < 0 ? -1 : plainTargets[Int(slot)]
            prepared.plain.append(target)
            if target >= 0 { continue }
            let index = Int32(truncatingIfNeeded: place)
            if let group = add(ClaimEntry(content.path(place), content.value(place)), slot, index, to: &prepared),
                !groups.contains(where: { $0.target == group })
            {
                groups.append((group, index))
            }
        }
        for group in groups { addGroup(group.target, event, group.entry, to: &prepared, Defects.self) }
    }

    /// Adds what is not plain; gives the group that it is of, which is put together once all of it is known.
    private func add(_ entry: ClaimEntry, _ slot: Int32, _ index: Int32, to prepared: inout PreparedEvent) -> Int32? {
        if slot < 0 {
            addOther(entry, index, to: &prepared)
            return nil
        }
        let target = slots[Int(slot)].target
        if targets[Int(target)].kind == .whole, slots[Int(slot)].parts.isEmpty {
            prepared.parts.append(ClaimPart(target: target, key: "", value: entry.value, entry: index))
        } else if targets[Int(target)].kind == .group {
            return target
        } else if targets[Int(target)].isList {
            addItems(of: entry.value, target, index, to: &prepared)
        } else {
            addSplit(entry.value, slot, index, to: &prepared)
        }
        return nil
    }

    /// An item, a group by its name, or a path that nobody knows.
    private func addOther(_ entry: ClaimEntry, _ index: Int32, to prepared: inout PreparedEvent) {
        if let item = entry.path.item, let slot = slotNumbers[String(item.list)] {
            let target = slots[Int(slot)].target
            if targets[Int(target)].isList {
                var key = item.key
                if targets[Int(target)].kind == .set { key = targets[Int(target)].form.text(of: key) }
                prepared.parts.append(ClaimPart(target: target, key: key, value: entry.value, entry: index))
                return
            }
        }
        if let target = target(of: entry.path), targets[Int(target)].kind == .group {
            prepared.parts.append(ClaimPart(target: target, key: "", value: entry.value, entry: index))
            return
        }
        prepared.parts.append(
            ClaimPart(target: -1, key: entry.path.text, value: entry.value, entry: index, flaw: .unknownPath)
        )
    }

    // MARK: - Lists

    private func addItems(
        of value: ClaimValue,
        _ target: Int32,
        _ entry: Int32,
        to prepared: inout PreparedEvent
    ) {
        switch value {
        case .absent, .unreadable:
            if value == .unreadable { prepared.unreadLists.append(target) }
            prepared.parts.append(ClaimPart(target: target, key: "", value: value, entry: entry, isDerived: true))
        case .null, .cleared:
            // A list that is nothing has no items.
            prepared.lists.append(target)
            prepared.parts.append(ClaimPart(target: target, key: "", value: .null, entry: entry))
        case .value(let json):
            guard let items = json.items else {
                prepared.parts.append(
                    ClaimPart(
                        target: target,
                        key: "",
                        value: value,
                        entry: entry,
                        flaw: .notAList,
                        isDerived: true
                    )
                )
                return
            }
            prepared.lists.append(target)
            if items.isEmpty {
                prepared.parts.append(ClaimPart(target: target, key: "", value: .null, entry: entry))
            } else {
                add(items, target, entry, to: &prepared)
            }
        }
    }

    private func add(
        _ items: [String],
        _ target: Int32,
        _ entry: Int32,
        to prepared: inout PreparedEvent
    ) {
        let form = targets[Int(target)].form
        var keys: [String] = []
        if case .keyed(let name) = targets[Int(target)].kind {
            keys = items.map { JSONText(verified: $0).member(name).flatMap(JSONText.plain) ?? "" }
        } else {
            keys = items.map(form.text)
        }
        let isSet = targets[Int(target)].kind == .set
        var counts: [String: Int] = [:]
        for key in keys { counts[key, default: 0] += 1 }
        var done: Set<String> = []
        for (index, key) in keys.enumerated() where done.insert(key).inserted {
            let isAmbiguous = !isSet && (counts[key] != 1 || key.isEmpty)
            // Items of one key stay together and readable, and are never merged (OWNERSHIP R2).
            let texts = isAmbiguous ? items.indices.filter { keys[$0] == key }.map { items[$0] } : [items[index]]
            let text = isAmbiguous ? "[\(texts.joined(separator: ","))]" : texts[0]
            prepared.parts.append(
                ClaimPart(
                    target: target,
                    key: key,
                    value: .value(JSONText(verified: text)),
                    entry: entry,
                    flaw: isAmbiguous ? .ambiguousKey : .none,
                    isDerived: true
                )
            )
        }
    }

    // MARK: - Parts and groups

    /// Gives the parts of a field that survive by themselves away, and keeps the rest.
    private func addSplit(_ value: ClaimValue, _ slot: Int32, _ entry: Int32, to prepared: inout PreparedEvent) {
        let target = slots[Int(slot)].target
        guard case .value(let json) = value, let members = json.members else {
            prepared.parts.append(ClaimPart(target: target, key: "", value: value, entry: entry, isDerived: true))
            return
        }
        var rest = members
        let depth = slots[Int(slot)].names.count
        for part in slots[Int(slot)].parts {
            let names = Array(slots[Int(part)].names[depth...])
            guard let taken = rest.take(names) else { continue }
            let inner = taken == "null" ? ClaimValue.null : .value(JSONText(verified: taken))
            if targets[Int(slots[Int(part)].target)].isList {
                addItems(of: inner, slots[Int(part)].target, entry, to: &prepared)
            } else {
                addSplit(inner, part, entry, to: &prepared)
            }
        }
        prepared.parts.append(
            ClaimPart(
                target: target,
                key: "",
                value: .value(JSONText(verified: rest.json)),
                entry: entry,
                isDerived: true
            )
        )
    }

    /// Puts together what one event says of an atomic group (OWNERSHIP R3).
    private func addGroup<Defects: EngineDefects>(
        _ target: Int32,
        _ event: ClaimEvent,
        _ first: Int32,
        to prepared: inout PreparedEvent,
        _: Defects.Type
    ) {
        var object = JSONMembers()
        var values: [ClaimValue] = []
        for slot in targets[Int(target)].slots {
            let text = slots[Int(slot)].text
            let value = event.content.value(at: text) ?? .absent
            values.append(value)
            if let json = value.json { object.members.append((slots[Int(slot)].text, json)) }
        }
        var flaw = ClaimPart.Flaw.none
        if !Defects.splitsGroups, event.completeness == .delta, values.contains(.absent),
            values.contains(where: { $0 != .absent })
        {
            flaw = .incompleteGroup
        }
        var value = ClaimValue.value(JSONText(verified: object.json))
        if values.contains(.unreadable) {
            value = .unreadable
        } else if object.members.isEmpty {
            value = values.contains(.cleared) ? .cleared : values.contains(.null) ? .null : .absent
        }
        prepared.parts.append(
            ClaimPart(target: target, key: "", value: value, entry: first, flaw: flaw, isDerived: true)
        )
    }
}
