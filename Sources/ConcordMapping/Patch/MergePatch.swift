public import ConcordSchema

/// A JSON Merge Patch (RFC 7396): an object with the members that change, and `null` for those that go.
///
/// The form cannot say that a member is there and `null`: applying a patch takes such a member away. Vendors mean by the
/// same `null` that the member is emptied, which is why Concord writes it for both. Lists are replaced whole.
///
/// ```swift
/// let patch = MergePatch(from: try JSONText(#"{"a":1,"b":2}"#), to: try JSONText(#"{"a":1,"c":3}"#))
/// print(patch)  // {"b":null,"c":3}
/// ```
public struct MergePatch: Sendable, Hashable {
    /// The patch as compact JSON; an object, unless it replaces the whole document.
    public let json: JSONText

    /// A patch as it came.
    ///
    /// - Parameter json: Any JSON value: one that is not an object takes the place of the document.
    public init(_ json: JSONText) {
        self.json = json
    }

    /// What must be done to a document so that it says what another one says.
    ///
    /// - Parameters:
    ///   - before: The document.
    ///   - after: The other one.
    public init(from before: JSONText, to after: JSONText) {
        let (before, after) = (JSONTree(before), JSONTree(after))
        // A patch that is an object makes an object of any document, so that others are said again.
        self.init(Self.difference(before, after) ?? (before.members == nil ? after : .empty))
    }

    init(_ tree: JSONTree) {
        json = JSONText(verified: tree.text)
    }

    /// The patch that changes nothing.
    public static let empty = MergePatch(.empty)

    /// Whether the patch changes nothing.
    public var isEmpty: Bool { JSONTree(json).isEmpty }

    /// Applies the patch (§2).
    ///
    /// - Parameter document: The document; anything but an object is taken for one without members.
    /// - Returns: The document with the changes; members that the patch does not name stay as they are, in their order.
    public func applied(to document: JSONText) -> JSONText {
        JSONText(verified: Self.merged(JSONTree(document), JSONTree(json)).text)
    }
}

extension MergePatch {
    /// §2: the algorithm `MergePatch(Target, Patch)`.
    static func merged(_ target: JSONTree?, _ patch: JSONTree) -> JSONTree {
        guard let changes = patch.members else { return patch }
        var members = target?.members ?? []
        var places = Dictionary(uniqueKeysWithValues: members.enumerated().map { ($1.key, $0) })
        var removed: Set<Int> = []
        for change in changes {
            let place = places[change.key]
            if change.value.isNull {
                if let place { removed.insert(place) }
            } else if let place {
                members[place].value = merged(members[place].value, change.value)
            } else {
                places[change.key] = members.count
                let value = merged(nil, change.value)
                members.append(JSONTree.Member(name: change.name, key: change.key, value: value))
            }
        }
        guard !removed.isEmpty else { return .object(members) }
        return .object(members.indices.filter { !removed.contains($0) }.map { members[$0] })
    }

    /// The patch from one value to another; nil if they are the same.
    static func difference(_ before: JSONTree, _ after: JSONTree) -> JSONTree? {
        guard let old = before.members, let new = after.members else { return before == after ? nil : after }
        let values = Dictionary(uniqueKeysWithValues: old.map { ($0.key, $0.value) })
        let names = Set(new.map(\.key))
        var changes: [JSONTree.Member] = old.filter { !names.contains($0.key) }
            .map { JSONTree.Member(name: $0.name, key: $0.key, value: .null) }
        for member in new {
            guard let value = values[member.key] else {
                changes.append(member)
                continue
            }
            guard let change = difference(value, member.value) else { continue }
            changes.append(JSONTree.Member(name: member.name, key: member.key, value: change))
        }
        return changes.isEmpty ? nil : .object(changes)
    }
}

extension MergePatch: CustomStringConvertible {
    /// The patch as compact JSON.
    public var description: String { json.text }
}
