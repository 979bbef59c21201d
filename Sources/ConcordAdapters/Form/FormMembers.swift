import ConcordConfiguration
import ConcordMapping
import ConcordSchema
import ConcordValues

/// The members of a JSON object by their names: what nobody asks for is passed over.
struct FormMembers {
    private var values: [String: JSONReader] = [:]
    private let begin: Int

    /// Reads the object that stands next.
    init(_ reader: inout JSONReader) throws(ReadFailure) {
        reader.skipWhitespace()
        begin = reader.offset
        var values: [String: JSONReader] = [:]
        try reader.eachMember { name, reader throws(ReadFailure) in
            if values[name] == nil { values[name] = reader }
            try reader.skipValue()
        }
        self.values = values
    }

    /// The value of a member, as a closure reads it; nil if there is no such member, or it is null.
    func value<Value>(
        _ name: String,
        _ body: (inout JSONReader) throws(ReadFailure) -> Value
    ) throws(ReadFailure) -> Value? {
        guard var reader = values[name], !reader.isAtNull() else { return nil }
        return try body(&reader)
    }

    /// The value of a member, whatever it is; nil if there is no such member.
    func any<Value>(
        _ name: String,
        _ body: (inout JSONReader) throws(ReadFailure) -> Value
    ) throws(ReadFailure) -> Value? {
        guard var reader = values[name] else { return nil }
        return try body(&reader)
    }

    /// A value that must be there.
    func required<Value>(_ name: String, _ value: Value?) throws(ReadFailure) -> Value {
        guard let value else {
            throw ReadFailure(.missing, at: begin, expected: "the member \(name)", member: name)
        }
        return value
    }

    func string(_ name: String) throws(ReadFailure) -> String? {
        try value(name) { reader throws(ReadFailure) in try reader.readString() }
    }

    func needsString(_ name: String) throws(ReadFailure) -> String { try required(name, try string(name)) }

    func integer(_ name: String) throws(ReadFailure) -> Int64? {
        try value(name) { reader throws(ReadFailure) in try reader.readInteger() }
    }

    func isSo(_ name: String) throws(ReadFailure) -> Bool {
        try value(name) { reader throws(ReadFailure) in try reader.readBool() } ?? false
    }

    /// A value with a text form.
    func text<Value: TextValue>(_ name: String) throws(ReadFailure) -> Value? {
        try value(name) { reader throws(ReadFailure) in try reader.readText(as: Value.self) }
    }

    func needsText<Value: TextValue>(_ name: String) throws(ReadFailure) -> Value {
        try required(name, try text(name))
    }

    /// A system, however it is named: what was taken in under a name comes back under it.
    func system(_ name: String) throws(ReadFailure) -> SystemID? {
        try string(name).map { SystemID(stringLiteral: $0) }
    }

    func hash(_ name: String) throws(ReadFailure) -> ContentHash? {
        try value(name) { reader throws(ReadFailure) in
            let place = reader.offset
            guard let hash = ContentHash(hexadecimal: try reader.readString()) else {
                throw ReadFailure(.type, at: place, expected: "a SHA-256 digest of 64 hexadecimal digits")
            }
            return hash
        }
    }

    func needsHash(_ name: String) throws(ReadFailure) -> ContentHash { try required(name, try hash(name)) }

    /// A word of a closed set.
    func word<Word: RawRepresentable & CaseIterable>(
        _ name: String,
        _: Word.Type
    ) throws(ReadFailure) -> Word where Word.RawValue == String {
        let word = try value(name) { reader throws(ReadFailure) in
            let place = reader.offset
            if let word = Word(rawValue: try reader.readString()) { return word }
            let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw ReadFailure(.unknownCode, at: place, expected: "one of \(known)")
        }
        return try required(name, word)
    }

    /// A value that has a JSON form of its own.
    func form<Form: JSONForm>(_ name: String, _: Form.Type = Form.self) throws(ReadFailure) -> Form? {
        try value(name) { reader throws(ReadFailure) in try Form(reading: &reader) }
    }

    func needsForm<Form: JSONForm>(_ name: String, _: Form.Type = Form.self) throws(ReadFailure) -> Form {
        try required(name, try form(name))
    }

    /// The bytes of a vendor's object, as `PayloadForm` writes them; nil if there are none.
    func payload() throws(ReadFailure) -> [UInt8]? {
        for name in ["payload", "text", "base64"] {
            let bytes = try any(name) { reader throws(ReadFailure) in try PayloadForm.read(name, &reader) }
            if let bytes { return bytes }
        }
        return nil
    }

    /// A list, item by item; empty if there is none.
    func list<Item>(
        _ name: String,
        _ body: (inout JSONReader) throws(ReadFailure) -> Item
    ) throws(ReadFailure) -> [Item] {
        guard var reader = values[name], !reader.isAtNull() else { return [] }
        var items: [Item] = []
        try reader.eachItem { reader throws(ReadFailure) in items.append(try body(&reader)) }
        return items
    }

    func strings(_ name: String) throws(ReadFailure) -> [String] {
        try list(name) { reader throws(ReadFailure) in try reader.readString() }
    }
}
