extension DocumentTree {
    /// A value that has no parts, and the JSON Pointer to it.
    struct Leaf: Sendable, Hashable {
        let pointer: String
        let value: DocumentTree
    }

    /// The values inside this one that have no parts, in order; an object or an array without anything in it is one.
    var leaves: [Leaf] {
        var found: [Leaf] = []
        func visit(_ value: DocumentTree, _ pointer: String) {
            switch value {
            case .object(let members) where !members.isEmpty:
                for member in members { visit(member.value, "\(pointer)/\(Self.token(member.name.description))") }
            case .array(let items) where !items.isEmpty:
                for (index, item) in items.enumerated() { visit(item, "\(pointer)/\(index)") }
            default:
                if !pointer.isEmpty { found.append(Leaf(pointer: pointer, value: value)) }
            }
        }
        visit(self, "")
        return found
    }

    /// The number of an array's items; nil for anything else.
    var itemCount: Int? {
        guard case .array(let items) = self else { return nil }
        return items.count
    }

    /// The value that a JSON Pointer leads to (RFC 6901); of two equal members, the first.
    subscript(pointer pointer: String) -> DocumentTree? {
        pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
            .reduce(Optional(self)) { value, token in
                switch value {
                case .object(let members)?: members.first { Self.token($0.name.description) == token }?.value
                case .array(let items)?: Int(token).flatMap { items.indices.contains($0) ? items[$0] : nil }
                default: nil
                }
            }
    }

    /// A name as a JSON Pointer has it.
    private static func token(_ name: String) -> String {
        guard name.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return name }
        return name.reduce(into: "") { text, character in
            switch character {
            case "~": text += "~0"
            case "/": text += "~1"
            default: text.append(character)
            }
        }
    }
}
