internal import ConcordSchema

/// Makes of two states of a vendor's object what the vendor's API takes for the update from one to the other.
struct UpdateComposer {
    private let update: VendorUpdate

    /// The keys of the lists that rules know, by pointer.
    private let keys: [String: [String]]

    /// The names of the lists that are sent whole, in the order of the object.
    private(set) var replacedLists: [String] = []

    /// What changed and the API does not take: the pointer and the later value.
    private(set) var refused: [(pointer: String, value: JSONTree)] = []

    init(_ update: VendorUpdate, lists keys: [String: [String]]) {
        self.update = update
        self.keys = keys
    }

    /// The update.
    mutating func patch(from before: JSONTree, to after: JSONTree) -> JSONTree {
        change(from: before, to: after, at: "") ?? .empty
    }

    /// What is to be sent of a value that may have changed; nil if nothing is.
    private mutating func change(from before: JSONTree?, to after: JSONTree, at pointer: String) -> JSONTree? {
        if let before, before == after { return nil }
        guard update.takes(pointer) else {
            refused.append((pointer, after))
            return nil
        }
        if let keys = keys[pointer] { return list(from: before, to: after, at: pointer, keys) }
        guard let members = after.members else { return stripped(after) }
        guard pointer.isEmpty || update.takesObjects else {
            refused.append((pointer, after))
            return nil
        }
        let old = Dictionary(
            (before?.members ?? []).map { ($0.key, $0.value) },
            uniquingKeysWith: { first, _ in first }
        )
        var changes: [JSONTree.Member] = []
        var shown: [(pointer: String, value: JSONTree)] = []
        for member in members {
            let name = String(decoding: member.key, as: UTF8.self)
            let place = pointer.pointer(to: name)
            if update.shown.contains(name) {
                if old[member.key] != member.value { shown.append((place, member.value)) }
            } else if let value = change(from: old[member.key], to: member.value, at: place) {
                changes.append(JSONTree.Member(name: member.name, key: member.key, value: value))
            }
        }
        for member in before?.members ?? [] where !members.contains(where: { $0.key == member.key }) {
            changes.append(JSONTree.Member(name: member.name, key: member.key, value: .null))
        }
        guard !changes.isEmpty else {
            // A name for people that changed, and nothing that it is the name of.
            refused += shown
            return before == nil && shown.isEmpty && !pointer.isEmpty ? .empty : nil
        }
        if let reference = update.reference, changes.count == 1, changes[0].key.elementsEqual(reference.utf8),
            changes[0].value.isNull
        {
            return .null
        }
        return .object(changes)
    }

    // MARK: Lists

    private mutating func list(
        from before: JSONTree?,
        to after: JSONTree,
        at pointer: String,
        _ keys: [String]
    ) -> JSONTree? {
        let old = before?.items ?? []
        let new = after.items ?? []
        if case .byKey = update.lists, !keys.isEmpty, let items = self.items(from: old, to: new, at: pointer, keys) {
            guard !items.isEmpty || before == nil else { return nil }
            return .leaf("[" + items.map(\.text).joined(separator: ",") + "]")
        }
        if before != nil, let name = pointer.pointerNames.first { replacedLists.append(name) }
        return stripped(after)
    }

    /// The items that changed or are new; nil if that does not say it all.
    private mutating func items(
        from old: [JSONTree],
        to new: [JSONTree],
        at pointer: String,
        _ keys: [String]
    ) -> [JSONTree]? {
        func name(_ item: JSONTree) -> String? {
            let parts = keys.compactMap { item[pointer: $0]?.text }
            return parts.count == keys.count ? parts.joined(separator: " ") : nil
        }
        let oldKeys = old.map(name)
        let newKeys = new.map(name)
        // Items that were there stand first and in their order, or the list says more than its items do.
        guard newKeys.prefix(old.count) == oldKeys[...], !oldKeys.contains(nil), Set(oldKeys).count == oldKeys.count,
            Set(newKeys.compactMap(\.self)).count == newKeys.count(where: { $0 != nil })
        else { return nil }
        var items: [JSONTree] = []
        for (index, item) in new.enumerated() {
            guard index < old.count else {
                items.append(stripped(item))
                continue
            }
            guard let change = change(from: old[index], to: item, at: "\(pointer)/*") else { continue }
            var keyed = JSONTree.empty
            for key in keys {
                if let value = item[pointer: key] { keyed.set(value, at: key.pointerNames) }
            }
            items.append(keyed.overlaid(by: change))
        }
        return items
    }

    /// A value that is sent whole, without the members that the API takes nowhere.
    private func stripped(_ value: JSONTree) -> JSONTree {
        if let members = value.members {
            let kept = members.filter { !update.shown.contains(String(decoding: $0.key, as: UTF8.self)) }
                .map { JSONTree.Member(name: $0.name, key: $0.key, value: stripped($0.value)) }
            return .object(
                kept.filter { member in
                    // A list's or a reference's own links may have been all that was there.
                    !member.value.isEmpty || members.contains { $0.key == member.key && $0.value.isEmpty }
                }
            )
        }
        guard let items = value.items else { return value }
        return .leaf("[" + items.map { stripped($0).text }.joined(separator: ",") + "]")
    }
}

extension JSONTree {
    /// The object with the members of another one, which count where both have one; `null` is a value like others.
    fileprivate func overlaid(by other: JSONTree) -> JSONTree {
        guard let members = other.members, var result = self.members else { return other }
        for member in members {
            if let index = result.firstIndex(where: { $0.key == member.key }) {
                result[index].value = result[index].value.overlaid(by: member.value)
            } else {
                result.append(member)
            }
        }
        return .object(result)
    }
}
