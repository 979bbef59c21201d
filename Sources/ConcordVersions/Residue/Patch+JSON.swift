extension Patch {
    /// The patch as a document keeps it.
    var value: DocumentValue {
        var members: [DocumentMember] = []
        func put(_ name: String, _ value: DocumentValue) { members.append(DocumentMember(MemberName(name), value)) }
        if let listKey { put("key", .text(listKey)) }
        if !added.isEmpty { put("add", DocumentValue(.object(added))) }
        if !changed.isEmpty { put("set", DocumentValue(.object(changed))) }
        if !dropped.isEmpty { put("drop", Self.names(dropped)) }
        if !inner.isEmpty {
            put("in", DocumentValue(.object(inner.map { DocumentMember($0.name, $0.patch.value) })))
        }
        if let order { put("order", Self.names(order)) }
        return DocumentValue(.object(members))
    }

    /// Reads a patch; nil if the value is none.
    init?(_ value: DocumentValue) {
        guard let members = value.members else { return nil }
        for member in members {
            switch member.name.text {
            case "key":
                guard let key = member.value.text else { return nil }
                listKey = key
            case "add":
                guard let parts = member.value.members else { return nil }
                added = parts
            case "set":
                guard let parts = member.value.members else { return nil }
                changed = parts
            case "drop":
                guard let names = Self.names(member.value) else { return nil }
                dropped = names
            case "order":
                guard let names = Self.names(member.value) else { return nil }
                order = names
            case "in":
                guard let parts = member.value.members else { return nil }
                for part in parts {
                    guard let patch = Patch(part.value) else { return nil }
                    inner.append((part.name, patch))
                }
            default:
                return nil
            }
        }
    }

    static func names(_ names: [MemberName]) -> DocumentValue {
        .list(names.map { DocumentValue(.json([UInt8(ascii: "\"")] + $0.written + [UInt8(ascii: "\"")])) })
    }

    static func names(_ value: DocumentValue) -> [MemberName]? {
        guard let items = value.items else { return nil }
        return items.allSatisfy { $0.json.first == UInt8(ascii: "\"") } ? items.map(MemberName.init(keyText:)) : nil
    }
}
