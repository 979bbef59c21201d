import ConcordSchema

/// The members of a JSON object, each with its value's text, in the order of the document.
struct JSONMembers {
    var members: [(name: String, json: String)] = []

    /// The object's text.
    var json: String {
        var writer = JSONWriter(capacity: 256)
        writer.beginObject()
        for member in members {
            writer.write(name: member.name)
            writer.writeRaw(member.json.utf8)
            writer.endItem()
        }
        writer.endObject()
        return writer.text()
    }

    /// Takes the value at a path of names out of the object.
    mutating func take(_ names: [String]) -> String? {
        guard let name = names.first, let place = members.firstIndex(where: { $0.name == name }) else { return nil }
        if names.count == 1 { return members.remove(at: place).json }
        guard var inner = JSONText(verified: members[place].json).members else { return nil }
        let taken = inner.take(Array(names.dropFirst()))
        if taken != nil { members[place].json = inner.json }
        return taken
    }

    /// Puts a value at a path of names, with the objects that lead there.
    mutating func put(_ json: String, at names: [String]) {
        guard let name = names.first else { return }
        let place = members.firstIndex { $0.name == name }
        var text = json
        if names.count > 1 {
            var inner = place.flatMap { JSONText(verified: members[$0].json).members } ?? JSONMembers()
            inner.put(json, at: Array(names.dropFirst()))
            text = inner.json
        }
        if let place { members[place].json = text } else { members.append((name, text)) }
    }
}

extension JSONText {
    /// The members, if the value is an object.
    var members: JSONMembers? {
        read { reader throws(ReadFailure) in
            var found = JSONMembers()
            try reader.eachMember { name, reader throws(ReadFailure) in
                found.members.append((name, try reader.valueText()))
            }
            return found
        }
    }

    /// The text of a member's value, if the value is an object that has it.
    func member(_ name: String) -> String? {
        read { reader throws(ReadFailure) in
            var found: String?
            try reader.eachMember { member, reader throws(ReadFailure) in
                let text = try reader.valueText()
                if member == name, found == nil { found = text }
            }
            guard let found else { throw ReadFailure(.missing, at: 0, expected: name) }
            return found
        }
    }

    /// The items, if the value is a list.
    var items: [String]? {
        read { reader throws(ReadFailure) in
            var found: [String] = []
            try reader.eachItem { reader throws(ReadFailure) in found.append(try reader.valueText()) }
            return found
        }
    }

    /// A scalar as text: a string without its quotes, a number as it is written; nil for anything else.
    static func plain(_ json: String) -> String? {
        switch json.utf8.first {
        case UInt8(ascii: "\""): JSONText(verified: json).read { reader throws(ReadFailure) in try reader.readString() }
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "n"), nil: nil
        default: json
        }
    }

    private func read<Value>(_ body: (inout JSONReader) throws(ReadFailure) -> Value) -> Value? {
        var text = text
        return text.withUTF8 { bytes in
            var reader = JSONReader(bytes)
            do throws(ReadFailure) {
                return try body(&reader)
            } catch {
                return nil
            }
        }
    }
}

extension JSONReader {
    /// The text of the value that stands here, without white space.
    mutating func valueText() throws(ReadFailure) -> String {
        var text = JSONText.null
        try text.read(from: &self)
        return text.text
    }
}
