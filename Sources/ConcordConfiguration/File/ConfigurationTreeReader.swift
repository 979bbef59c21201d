internal import ConcordSchema

/// Reads a JSON document into values that know where they stand.
struct ConfigurationTreeReader {
    /// How deep lists and objects are nested at most: deeper than any configuration that people can read.
    static let maximumDepth = 32

    private var reader: JSONReader
    private let bytes: UnsafeBufferPointer<UInt8>

    /// The line that was reached, and where it begins; places are asked for in the order of the document.
    private var line = (number: 1, start: 0, passed: 0)

    /// What is wrong with a document that is JSON all the same.
    private(set) var problems: ConfigurationProblems

    init(_ bytes: UnsafeBufferPointer<UInt8>, file: String) {
        self.bytes = bytes
        reader = JSONReader(bytes)
        problems = ConfigurationProblems(file: file)
    }

    /// Reads the whole document.
    mutating func read() throws(ReadFailure) -> ConfigurationValue {
        let value = try readValue(at: nil, depth: 0)
        try reader.finish()
        return value
    }

    private mutating func readValue(at path: ConfigurationPath?, depth: Int) throws(ReadFailure) -> ConfigurationValue {
        let byte = reader.peek()
        let position = position()
        let content: ConfigurationValue.Content
        switch byte {
        case UInt8(ascii: "{"):
            try descend(depth)
            content = .object(try readMembers(at: path, depth: depth + 1))
        case UInt8(ascii: "["):
            try descend(depth)
            content = .list(try readItems(at: path, depth: depth + 1))
        case UInt8(ascii: "\""):
            let body = try reader.scanString()
            content =
                body.hasEscapes
                ? .string(try reader.resolve(body), EscapeMarks(body.bytes))
                : .string(reader.text(of: body), EscapeMarks())
        case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
            try reader.takeLiteral()
            content = byte == UInt8(ascii: "n") ? .null : .boolean(byte == UInt8(ascii: "t"))
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            content = .number(String(decoding: try reader.readNumberText(), as: UTF8.self))
        default:
            throw reader.typeFailure("a value")
        }
        let value = ConfigurationValue(content: content, position: position, path: path)
        // The canonical form, which the document's hash is made of, has no number beyond a double's range.
        if case .number(let text) = content, Double(text)?.isFinite != true {
            problems.add(.numberRange, at: value, expected: "a number within the range of a double")
        }
        return value
    }

    private mutating func readItems(
        at path: ConfigurationPath?,
        depth: Int
    ) throws(ReadFailure) -> [ConfigurationValue] {
        var items: [ConfigurationValue] = []
        try reader.take(UInt8(ascii: "["), expecting: "a list")
        if reader.peek() == UInt8(ascii: "]") {
            try reader.take(UInt8(ascii: "]"), expecting: "the end of the array")
            return items
        }
        while true {
            items.append(try readValue(at: ConfigurationPath(path, .index(items.count)), depth: depth))
            guard reader.peek() == UInt8(ascii: ",") else { break }
            try reader.take(UInt8(ascii: ","), expecting: "a comma")
        }
        try reader.take(UInt8(ascii: "]"), expecting: "a comma or the end of the array")
        return items
    }

    private mutating func readMembers(
        at path: ConfigurationPath?,
        depth: Int
    ) throws(ReadFailure) -> [ConfigurationMember] {
        var members: [ConfigurationMember] = []
        var places: [String: SourcePosition] = [:]
        try reader.take(UInt8(ascii: "{"), expecting: "an object")
        if reader.peek() == UInt8(ascii: "}") {
            try reader.take(UInt8(ascii: "}"), expecting: "the end of the object")
            return members
        }
        while true {
            _ = reader.peek()
            let namePosition = position()
            let body = try reader.takeName()
            let name = body.hasEscapes ? try reader.resolve(body) : reader.text(of: body)
            let inside = ConfigurationPath(path, .field(name))
            if let first = places.updateValue(namePosition, forKey: name) {
                places[name] = first
                let problem = ConfigurationProblem(
                    .duplicateKey,
                    in: problems.file,
                    at: namePosition,
                    path: inside,
                    expected: "each member once",
                    found: "\(Quotation.quoted(name)) again",
                    related: ConfigurationPlace(file: problems.file, position: first)
                )
                problems.add(problem)
            }
            let value = try readValue(at: inside, depth: depth)
            members.append(ConfigurationMember(name: name, namePosition: namePosition, value: value))
            guard reader.peek() == UInt8(ascii: ",") else { break }
            try reader.take(UInt8(ascii: ","), expecting: "a comma")
        }
        try reader.take(UInt8(ascii: "}"), expecting: "a comma or the end of the object")
        return members
    }

    private func descend(_ depth: Int) throws(ReadFailure) {
        guard depth < Self.maximumDepth else {
            throw ReadFailure(
                .depth,
                at: reader.offset,
                expected: "lists and objects nested at most \(Self.maximumDepth) deep",
                isFatal: true
            )
        }
    }

    /// Where the reader is.
    private mutating func position() -> SourcePosition {
        let offset = reader.offset
        while line.passed < offset {
            if bytes[line.passed] == 0x0A { line = (line.number + 1, line.passed + 1, line.passed) }
            line.passed += 1
        }
        return SourcePosition(offset: offset, line: line.number, column: offset - line.start + 1)
    }
}
