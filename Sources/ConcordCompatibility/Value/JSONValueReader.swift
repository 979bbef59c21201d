public import ConcordSchema

extension JSONValue {
    /// Reads a document (RFC 8259, UTF-8); nesting beyond 128 and members that stand twice are refused.
    ///
    /// - Parameter document: The document's bytes.
    /// - Throws: A `ReadFailure` with the place and what was expected there.
    public init(parsing document: [UInt8]) throws(ReadFailure) {
        self = try document.withUnsafeBufferPointer { bytes throws(ReadFailure) in
            var reader = JSONValueReader(bytes)
            return try reader.read()
        }
    }

    /// Reads a document.
    ///
    /// - Parameter document: The document's text.
    /// - Throws: A `ReadFailure` with the place and what was expected there.
    public init(parsing document: String) throws(ReadFailure) {
        try self.init(parsing: Array(document.utf8))
    }
}

/// Reads a JSON document into a tree of values.
struct JSONValueReader {
    /// How deep arrays and objects are nested at most.
    static let maximumDepth = 128

    private var reader: JSONReader

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        reader = JSONReader(bytes)
    }

    mutating func read() throws(ReadFailure) -> JSONValue {
        let value = try readValue(depth: 0)
        try reader.finish()
        return value
    }

    private mutating func readValue(depth: Int) throws(ReadFailure) -> JSONValue {
        let byte = reader.peek()
        if depth > Self.maximumDepth {
            throw ReadFailure(
                .depth,
                at: reader.offset,
                expected: "arrays and objects nested at most \(Self.maximumDepth) deep",
                isFatal: true
            )
        }
        switch byte {
        case UInt8(ascii: "{"): return try readMembers(depth)
        case UInt8(ascii: "["): return try readItems(depth)
        case UInt8(ascii: "\""): return .string(JSONString(try reader.readString()))
        case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
            try reader.takeLiteral()
            return byte == UInt8(ascii: "n") ? .null : .boolean(byte == UInt8(ascii: "t"))
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            let place = reader.offset
            guard let number = JSONNumber(String(decoding: try reader.readNumberText(), as: UTF8.self)) else {
                throw ReadFailure(
                    .numberRange,
                    at: place,
                    expected: "a number with an exponent of at most \(JSONNumber.maximumExponent)",
                    isFatal: true
                )
            }
            return .number(number)
        default:
            throw reader.typeFailure("a value")
        }
    }

    private mutating func readItems(_ depth: Int) throws(ReadFailure) -> JSONValue {
        var items: [JSONValue] = []
        try reader.take(UInt8(ascii: "["), expecting: "an array")
        if reader.peek() != UInt8(ascii: "]") {
            while true {
                items.append(try readValue(depth: depth + 1))
                guard reader.peek() == UInt8(ascii: ",") else { break }
                try reader.take(UInt8(ascii: ","), expecting: "a comma")
            }
        }
        try reader.take(UInt8(ascii: "]"), expecting: "a comma or the end of the array")
        return .array(items)
    }

    private mutating func readMembers(_ depth: Int) throws(ReadFailure) -> JSONValue {
        var members: [JSONMember] = []
        var names: Set<JSONString> = []
        try reader.take(UInt8(ascii: "{"), expecting: "an object")
        if reader.peek() != UInt8(ascii: "}") {
            while true {
                _ = reader.peek()
                let place = reader.offset
                let body = try reader.takeName()
                let name = JSONString(body.hasEscapes ? try reader.resolve(body) : reader.text(of: body))
                guard names.insert(name).inserted else {
                    throw ReadFailure(
                        .duplicateKey,
                        at: place,
                        expected: "each member once",
                        member: name.text,
                        isFatal: true
                    )
                }
                members.append(JSONMember(name, try readValue(depth: depth + 1)))
                guard reader.peek() == UInt8(ascii: ",") else { break }
                try reader.take(UInt8(ascii: ","), expecting: "a comma")
            }
        }
        try reader.take(UInt8(ascii: "}"), expecting: "a comma or the end of the object")
        return .object(members)
    }
}
