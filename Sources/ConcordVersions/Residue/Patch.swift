/// What makes one value of another: the least that must be added, changed and taken out.
///
/// The parts of an object are its members; those of a list are named by a key, or by their place where items have none.
struct Patch: Sendable {
    /// Where the items of a list have their key; nil for an object, and empty for a list whose items have none.
    var listKey: String?
    /// Parts that the other value lacks.
    var added: [DocumentMember] = []
    /// Parts that the other value has and says differently.
    var changed: [DocumentMember] = []
    /// Parts that only the other value has.
    var dropped: [MemberName] = []
    /// Parts that differ inside.
    var inner: [(name: MemberName, patch: Patch)] = []
    /// The order of a list's items, if it is not the order of the other with what was added behind it.
    var order: [MemberName]?

    var isEmpty: Bool {
        added.isEmpty && changed.isEmpty && dropped.isEmpty && inner.isEmpty && order == nil
    }
}

// MARK: - Differences

extension Patch {
    /// What makes the second of two objects of the first one; nil if they say the same.
    ///
    /// - Parameters:
    ///   - before: The members of the first.
    ///   - after: The members of the second.
    ///   - keys: The names of members that may tell the items of lists apart, the best first.
    init?(from before: [DocumentMember], to after: [DocumentMember], keys: [String]) {
        for member in after {
            guard let counterpart = before.value(named: member.name) else {
                added.append(member)
                continue
            }
            if counterpart == member.value { continue }
            if let patch = Self.inside(counterpart, member.value, keys: keys) {
                inner.append((member.name, patch))
            } else {
                changed.append(member)
            }
        }
        for member in before where after.value(named: member.name) == nil { dropped.append(member.name) }
        if isEmpty { return nil }
    }

    /// What differs inside two objects or two lists; nil where the one must take the place of the other.
    private static func inside(_ before: DocumentValue, _ after: DocumentValue, keys: [String]) -> Patch? {
        switch (before.opened.content, after.opened.content) {
        case (.object(let before), .object(let after)):
            // Equal names cannot be told apart; unknown members may have them.
            guard Set(before.map(\.name)).count == before.count, Set(after.map(\.name)).count == after.count else {
                return nil
            }
            return Patch(from: before, to: after, keys: keys)
        case (.list(let before), .list(let after)):
            let key = keys.first { key in (before + after).allSatisfy { $0[key]?.isScalar == true } } ?? ""
            let (old, new) = (Self.keyed(before, key), Self.keyed(after, key))
            var patch = Patch(from: old, to: new, keys: keys) ?? Patch()
            patch.listKey = key
            let dropped = Set(patch.dropped)
            let natural = old.map(\.name).filter { !dropped.contains($0) } + patch.added.map(\.name)
            if natural != new.map(\.name) { patch.order = new.map(\.name) }
            return patch
        default:
            return nil
        }
    }

    /// The items of a list with names: the text of their key, with marks where it repeats, or their place.
    static func keyed(_ items: [DocumentValue], _ key: String) -> [DocumentMember] {
        var names: Set<MemberName> = []
        return items.enumerated()
            .map { index, item in
                var name = MemberName(String(index))
                if !key.isEmpty, let value = item[key], value.isScalar { name = MemberName(keyText: value) }
                while !names.insert(name).inserted {
                    name = MemberName(
                        written: name.written + [UInt8(ascii: "#")],
                        meant: name.meant + [UInt8(ascii: "#")]
                    )
                }
                return DocumentMember(name, item)
            }
    }
}

extension MemberName {
    /// The name of an item with a key.
    init(keyText value: DocumentValue) {
        let json = value.json
        if json.first == UInt8(ascii: "\"") {
            let body = DocumentValue(.json([UInt8(ascii: "{")] + json + Array(":0}".utf8))).members?.first?.name
            self = body ?? MemberName("")
        } else {
            self.init(written: json, meant: json)
        }
    }
}

extension DocumentValue {
    /// Whether the value has no parts.
    var isScalar: Bool {
        guard case .json(let json) = content else { return false }
        return json.first != UInt8(ascii: "{") && json.first != UInt8(ascii: "[")
    }
}

// MARK: - Application

extension Patch {
    /// Makes the second object of the first one.
    ///
    /// - Parameters:
    ///   - members: The members of the first object.
    ///   - isExact: Whether it is the first object that the patch was made for. If it is another one by now, its values
    ///     win: what they lack is added, and nothing of theirs is changed or taken out.
    func apply(to members: inout [DocumentMember], isExact: Bool) {
        if isExact {
            let gone = Set(dropped)
            members.removeAll { gone.contains($0.name) }
            for member in changed {
                guard let place = members.firstIndex(where: { $0.name == member.name }) else { continue }
                members[place].value = member.value
            }
        }
        for (name, patch) in inner {
            guard let place = members.firstIndex(where: { $0.name == name }) else { continue }
            patch.apply(to: &members[place].value, isExact: isExact)
        }
        for member in added where members.value(named: member.name) == nil { members.append(member) }
    }

    /// The same for an object or a list; nothing for any other value.
    func apply(to value: inout DocumentValue, isExact: Bool) {
        switch value.opened.content {
        case .object(var members) where listKey == nil:
            apply(to: &members, isExact: isExact)
            value = DocumentValue(.object(members))
        case .list(let items):
            guard let listKey else { return }
            var named = Self.keyed(items, listKey)
            apply(to: &named, isExact: isExact)
            if let order {
                let places = Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
                let known = named.filter { places[$0.name] != nil }.sorted { places[$0.name]! < places[$1.name]! }
                named = known + named.filter { places[$0.name] == nil }
            }
            value = DocumentValue(.list(named.map(\.value)))
        default:
            break
        }
    }
}
