package import ConcordSchema

/// A JSON value taken apart into the members of its objects; everything else is its text.
///
/// Numbers stay as they are written, and members in their order. Of two members with one name the last counts.
package enum JSONTree: Sendable {
    /// An object.
    case object([Member])
    /// Anything else, as compact JSON.
    case leaf(String)

    /// A member of an object.
    package struct Member: Sendable {
        /// The name as it is written between its quotes.
        package let name: String
        /// The name's bytes with its escapes resolved; equal names are equal here, however they are written.
        package let key: [UInt8]
        /// The value.
        package var value: JSONTree
    }

    /// A value taken apart.
    package init(_ json: JSONText) {
        var text = json.text
        self = text.withUTF8 { bytes in
            var reader = JSONReader(bytes)
            return Self(&reader)
        }
    }

    /// A document taken apart.
    ///
    /// - Throws: A `Refusal` with one issue if the bytes are not JSON.
    package init(_ document: [UInt8]) throws(Refusal) {
        if let issue = JSONText.check(document) { throw Refusal(issues: [issue]) }
        self.init(JSONText(written: document))
    }

    /// Reads a value of a text that is known to be JSON.
    private init(_ reader: inout JSONReader) {
        guard reader.peek() == UInt8(ascii: "{"),
            (try? reader.take(UInt8(ascii: "{"), expecting: "an object")) != nil
        else {
            guard let value = try? reader.passValue() else {
                self = .leaf("null")
                return
            }
            self = .leaf(String(decoding: JSONMinifier.minified(value.bytes), as: UTF8.self))
            return
        }
        var members: [Member] = []
        var places: [[UInt8]: Int] = [:]
        while reader.peek() == UInt8(ascii: "\""), let name = try? reader.takeName() {
            let written = String(decoding: name.bytes, as: UTF8.self)
            let key = name.hasEscapes ? (try? reader.resolvedBytes(name)) ?? Array(name.bytes) : Array(name.bytes)
            let member = Member(name: written, key: key, value: Self(&reader))
            if let place = places[key] {
                members[place] = member
            } else {
                places[key] = members.count
                members.append(member)
            }
            if !reader.takesComma() { break }
        }
        _ = try? reader.take(UInt8(ascii: "}"), expecting: "the end of the object")
        self = .object(members)
    }

    /// An object without members.
    package static var empty: JSONTree { .object([]) }

    /// The value `null`.
    package static var null: JSONTree { .leaf("null") }
}

// MARK: - Looking

extension JSONTree {
    /// The members of an object; nil for anything else.
    package var members: [Member]? {
        if case .object(let members) = self { members } else { nil }
    }

    /// Whether the value is an object without members.
    package var isEmpty: Bool { members?.isEmpty == true }

    /// Whether the value is `null`.
    package var isNull: Bool {
        if case .leaf("null") = self { true } else { false }
    }

    /// The items of a list; nil for anything else.
    package var items: [JSONTree]? {
        guard case .leaf(var text) = self, text.utf8.first == UInt8(ascii: "[") else { return nil }
        return text.withUTF8 { bytes in
            var reader = JSONReader(bytes)
            var items: [JSONTree] = []
            guard (try? reader.take(UInt8(ascii: "["), expecting: "a list")) != nil else { return [] }
            while reader.peek() != UInt8(ascii: "]"), reader.peek() != 0 {
                items.append(Self(&reader))
                if !reader.takesComma() { break }
            }
            return items
        }
    }

    /// The text of a string with its escapes resolved; nil for anything else.
    package var string: String? {
        guard case .leaf(var text) = self, text.utf8.first == UInt8(ascii: "\"") else { return nil }
        return text.withUTF8 { bytes in
            var reader = JSONReader(bytes)
            return try? reader.readString()
        }
    }

    /// A whole number, or a string that holds one; nil for anything else.
    package var integer: Int64? {
        guard case .leaf(let text) = self else { return nil }
        return Int64(string ?? text)
    }

    /// The value that some names lead to, one object after the other.
    package subscript(names: some Sequence<String>) -> JSONTree? {
        var value = self
        for name in names {
            let key = Array(name.utf8)
            guard let member = value.members?.first(where: { $0.key == key }) else { return nil }
            value = member.value
        }
        return value
    }

    /// The member of an object.
    package subscript(name: String) -> JSONTree? { self[CollectionOfOne(name)] }

    /// The value that a JSON Pointer of names leads to.
    package subscript(pointer pointer: String) -> JSONTree? { self[pointer.pointerNames] }

    /// The value as compact JSON.
    package var text: String {
        var text = ""
        write(to: &text)
        return text
    }

    private func write(to text: inout String) {
        switch self {
        case .leaf(let json): text += json
        case .object(let members):
            text += "{"
            for (index, member) in members.enumerated() {
                text += index > 0 ? ",\"" : "\""
                text += member.name
                text += "\":"
                member.value.write(to: &text)
            }
            text += "}"
        }
    }
}

// MARK: - Changing

extension JSONTree.Member {
    /// A member with a name that may need escapes.
    package init(_ name: String, _ value: JSONTree) {
        var writer = JSONWriter(capacity: 64)
        writer.write(name)
        self.init(name: String(writer.text().dropFirst().dropLast()), key: Array(name.utf8), value: value)
    }
}

extension JSONTree {
    /// Sets the value that some names lead to; objects on the way are made where there are none.
    package mutating func set(_ value: JSONTree, at names: some Collection<String>) {
        guard let name = names.first else {
            self = value
            return
        }
        var members = self.members ?? []
        let key = Array(name.utf8)
        let index = members.firstIndex { $0.key == key } ?? members.count
        if index == members.count { members.append(Member(name, .null)) }
        members[index].value.set(value, at: names.dropFirst())
        self = .object(members)
    }

    /// Takes out the member that some names lead to, and objects on the way that have no other.
    package mutating func remove(at names: some Collection<String>) {
        guard let name = names.first, var members = self.members else { return }
        let key = Array(name.utf8)
        guard let index = members.firstIndex(where: { $0.key == key }) else { return }
        let rest = names.dropFirst()
        if rest.isEmpty {
            members.remove(at: index)
        } else {
            members[index].value.remove(at: rest)
            if members[index].value.isEmpty { members.remove(at: index) }
        }
        self = .object(members)
    }
}

extension JSONTree: Equatable {
    /// Whether two values are the same: members in any order, strings however they are escaped, numbers digit by digit.
    package static func == (left: Self, right: Self) -> Bool {
        switch (left, right) {
        case (.leaf(let one), .leaf(let other)):
            if one.utf8.elementsEqual(other.utf8) { return true }
            if let one = left.string, let other = right.string { return one.utf8.elementsEqual(other.utf8) }
            if let one = left.items, let other = right.items { return one == other }
            return false
        case (.object(let one), .object(let other)):
            guard one.count == other.count else { return false }
            let members = Dictionary(other.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
            return one.allSatisfy { members[$0.key] == $0.value }
        default: return false
        }
    }
}
