/// The canonical form of JSON (RFC 8785, JCS): equal values have equal bytes, so that they can be hashed and signed.
///
/// The form has no white space; members are sorted by the UTF-16 code units of their names; strings have only the
/// escapes that they need; numbers are written as ECMAScript writes a double.
///
/// - Important: Numbers go through a double, as the standard demands: `1.10` becomes `1.1`, and `9007199254740993`
///   becomes `9007199254740992`. The form is for digests and signatures only. Concord never stores it, never reads a
///   record back from it, and keeps the document's own text beside it; a digest that must tell `1.10` from `1.1` needs
///   the number in a string, where Concord's own records have it.
///
/// ```swift
/// try CanonicalJSON.canonicalize(#"{"b": 1.50, "a": "\u00e9"}"#)  // {"a":"é","b":1.5}
/// ```
public enum CanonicalJSON {
    /// The canonical form of a document.
    ///
    /// - Parameter document: One JSON value in UTF-8, with white space around it at most.
    /// - Returns: The same value in canonical form.
    /// - Throws: A ``Refusal`` with one issue, if the bytes are not JSON, or are not in the subset that has a canonical
    ///   form (I-JSON, RFC 7493): `json.duplicateKey` for two members with one name, `json.loneSurrogate` for half of a
    ///   surrogate pair, `json.numberRange` for a number beyond a double's range.
    public static func canonicalize(_ document: UnsafeBufferPointer<UInt8>) throws(Refusal) -> [UInt8] {
        var writer = JSONWriter(capacity: document.count &+ 64)
        try write(document, to: &writer)
        return writer.bytes()
    }

    /// The canonical form of a document.
    ///
    /// - Parameter document: One JSON value in UTF-8.
    /// - Returns: The same value in canonical form.
    /// - Throws: A ``Refusal`` with one issue, if the bytes are not JSON or have no canonical form.
    public static func canonicalize(_ document: [UInt8]) throws(Refusal) -> [UInt8] {
        let result: Result<[UInt8], Refusal> = document.withUnsafeBufferPointer { document in
            Result { () throws(Refusal) in try canonicalize(document) }
        }
        return try result.get()
    }

    /// The canonical form of a document.
    ///
    /// - Parameter document: One JSON value.
    /// - Returns: The same value in canonical form.
    /// - Throws: A ``Refusal`` with one issue, if the text is not JSON or has no canonical form.
    public static func canonicalize(_ document: String) throws(Refusal) -> String {
        var document = document
        let result: Result<String, Refusal> = document.withUTF8 { document in
            Result { () throws(Refusal) in String(decoding: try canonicalize(document), as: UTF8.self) }
        }
        return try result.get()
    }

    /// Writes the canonical form of a document behind what a writer holds; the memory can so be used again and again.
    ///
    /// - Parameters:
    ///   - document: One JSON value in UTF-8.
    ///   - writer: The writer; if the document is refused, it holds what it held before.
    /// - Throws: A ``Refusal`` with one issue, if the bytes are not JSON or have no canonical form.
    public static func write(
        _ document: UnsafeBufferPointer<UInt8>,
        to writer: inout JSONWriter
    ) throws(Refusal) {
        let begin = writer.count
        var canonicalizer = Canonicalizer(JSONReader(document))
        do throws(ReadFailure) {
            try canonicalizer.run(to: &writer)
        } catch {
            writer.count = begin
            throw Refusal(issues: [Issue(error, severity: .error, in: document)])
        }
    }
}

/// One pass over a document that writes its canonical form.
///
/// Members are written as they come; when an object ends whose members were not in order, their texts are put in order
/// where they stand. What is open is kept on a stack of its own, never on the call stack, and names are compared only
/// within one object: a document of n bytes costs n steps, and sorting k members k log k.
private struct Canonicalizer {
    /// An array or object that has not ended yet.
    private struct Level {
        let isObject: Bool
        /// Where its content begins in the output.
        let output: Int
        /// How many members and bytes of names belong to the levels around it.
        let members: Int
        let names: Int
        /// Whether every member so far has a greater name than the one before it.
        var isInOrder = true
    }

    /// A member of an object that has not ended yet.
    private struct Member {
        /// Its name among the names, escapes resolved.
        let name: Range<Int>
        /// Where it stands in the document.
        let place: Int
        /// Where it stands in the output, without commas.
        let begin: Int
        var end: Int
    }

    private var reader: JSONReader
    private var levels: [Level] = []
    private var members: [Member] = []
    private var names: [UInt8] = []
    private var scratch: [UInt8] = []

    init(_ reader: JSONReader) {
        self.reader = reader
    }

    mutating func run(to writer: inout JSONWriter) throws(ReadFailure) {
        value: while true {
            switch reader.peek() {
            case UInt8(ascii: "\""):
                try copyString(to: &writer)
            case UInt8(ascii: "{"):
                try open(isObject: true, &writer)
                if reader.peek() == UInt8(ascii: "}") {
                    try close(&writer)
                } else {
                    try takeName(&writer)
                    continue value
                }
            case UInt8(ascii: "["):
                try open(isObject: false, &writer)
                guard reader.peek() == UInt8(ascii: "]") else { continue value }
                try close(&writer)
            case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
                let begin = reader.cursor
                try reader.takeLiteral()
                writer.put(begin, reader.cursor - begin)
            case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
                try copyNumber(to: &writer)
            default:
                throw reader.syntaxFailure("a value")
            }
            while true {
                guard let level = levels.last else {
                    try reader.finish()
                    return
                }
                if level.isObject, members.count > level.members { members[members.count - 1].end = writer.count }
                let byte = reader.peek()
                if byte == UInt8(ascii: ",") {
                    reader.cursor += 1
                    writer.put(byte)
                    if level.isObject { try takeName(&writer) }
                    continue value
                }
                guard byte == (level.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
                    throw reader.syntaxFailure(
                        level.isObject ? "a comma or the end of the object" : "a comma or the end of the array"
                    )
                }
                try close(&writer)
            }
        }
    }

    private mutating func open(isObject: Bool, _ writer: inout JSONWriter) throws(ReadFailure) {
        try reader.descend()
        reader.cursor += 1
        writer.put(isObject ? UInt8(ascii: "{") : UInt8(ascii: "["))
        levels.append(Level(isObject: isObject, output: writer.count, members: members.count, names: names.count))
    }

    private mutating func close(_ writer: inout JSONWriter) throws(ReadFailure) {
        guard let level = levels.popLast() else { return }
        reader.cursor += 1
        reader.depth -= 1
        if level.isObject {
            if !level.isInOrder { try arrange(level, &writer) }
            members.removeLast(members.count - level.members)
            names.removeLast(names.count - level.names)
        }
        writer.put(level.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    }

    /// Reads a member's name and the colon behind it.
    private mutating func takeName(_ writer: inout JSONWriter) throws(ReadFailure) {
        let begin = writer.count
        guard reader.peek() == UInt8(ascii: "\"") else { throw reader.syntaxFailure("a member's name in quotes") }
        let place = reader.offset
        let body = try reader.takeName()
        let first = names.count
        if body.hasEscapes {
            names.append(contentsOf: try reader.resolvedBytes(body))
        } else {
            names.append(contentsOf: body.bytes)
        }
        write(body, resolved: names[first...], to: &writer)
        writer.put(UInt8(ascii: ":"))
        let member = Member(name: first..<names.count, place: place, begin: begin, end: begin)
        let last = levels.count - 1
        if members.count > levels[last].members, levels[last].isInOrder, let previous = members.last {
            levels[last].isInOrder = names.withUnsafeBufferPointer {
                Self.order($0[previous.name], $0[member.name]) < 0
            }
        }
        members.append(member)
    }

    private mutating func copyString(to writer: inout JSONWriter) throws(ReadFailure) {
        let body = try reader.scanString()
        let resolved = body.hasEscapes ? try reader.resolvedBytes(body) : []
        write(body, resolved: resolved[...], to: &writer)
    }

    /// Writes a string with the escapes that it needs (RFC 8785 §3.2.2.2).
    private func write(_ body: StringBody, resolved: ArraySlice<UInt8>, to writer: inout JSONWriter) {
        if body.hasEscapes {
            resolved.withUnsafeBufferPointer { writer.write(utf8: $0) }
        } else {
            // Written without escapes, it needs none: the quotes come along.
            writer.put(body.start - 1, body.count + 2)
        }
    }

    private mutating func copyNumber(to writer: inout JSONWriter) throws(ReadFailure) {
        let place = reader.offset
        let text = try reader.readNumberText()
        // Whole numbers of at most 15 digits are doubles, and are written as they are.
        let digits = text[0] == UInt8(ascii: "-") ? text.dropFirst() : text[...]
        let isNegativeZero = digits.count < text.count && digits.first == UInt8(ascii: "0")
        if text.count <= 15, !isNegativeZero, digits.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }) {
            writer.put(reader.cursor - text.count, text.count)
            return
        }
        guard let value = Double(reader.text(ascii: text)), value.isFinite else {
            throw ReadFailure(
                .numberRange,
                at: place,
                expected: "a number within the range of a double, up to 1.7976931348623157e+308"
            )
        }
        ECMAScriptNumber.write(value, to: &writer)
    }

    /// Puts the members of an object in order where they stand in the output.
    private mutating func arrange(_ level: Level, _ writer: inout JSONWriter) throws(ReadFailure) {
        let names = names
        let duplicate: (Int, Int)? = names.withUnsafeBufferPointer { names in
            members.withUnsafeMutableBufferPointer { members in
                var own = UnsafeMutableBufferPointer(rebasing: members[level.members...])
                own.sort { first, second in
                    let order = Self.order(names[first.name], names[second.name])
                    return order == 0 ? first.place < second.place : order < 0
                }
                // Of several names that stand twice, the one that a reader meets first.
                return zip(own.indices, own.indices.dropFirst())
                    .filter { Self.order(names[own[$0].name], names[own[$1].name]) == 0 }
                    .min { own[$0.1].place < own[$1.1].place }
            }
        }
        if let duplicate {
            let (first, second) = (members[level.members + duplicate.0], members[level.members + duplicate.1])
            throw ReadFailure(
                .duplicateKey,
                at: second.place,
                expected: "each member once",
                relatedOffset: first.place,
                member: String(decoding: names[first.name], as: UTF8.self),
                isFatal: true
            )
        }
        scratch.removeAll(keepingCapacity: true)
        for member in members[level.members...] {
            if !scratch.isEmpty { scratch.append(UInt8(ascii: ",")) }
            scratch.append(
                contentsOf: UnsafeBufferPointer(start: writer.base + member.begin, count: member.end - member.begin)
            )
        }
        (writer.base + level.output).update(from: scratch, count: scratch.count)
    }

    /// Compares two names by their UTF-16 code units (RFC 8785 §3.2.3), which are not formed for it.
    ///
    /// Bytes of UTF-8 sort as scalars do. Code units do not where one name has a scalar above U+FFFF, written with
    /// surrogates, D800 to DFFF, and the other one from U+E000 to U+FFFF, whose first byte is EE or EF.
    ///
    /// - Returns: A number below, equal to or above zero, as the first name sorts before, with or behind the second.
    private static func order(
        _ first: Slice<UnsafeBufferPointer<UInt8>>,
        _ second: Slice<UnsafeBufferPointer<UInt8>>
    ) -> Int {
        let first = UnsafeBufferPointer(rebasing: first)
        let second = UnsafeBufferPointer(rebasing: second)
        for index in 0..<min(first.count, second.count) where first[index] != second[index] {
            return weight(first[index]) - weight(second[index])
        }
        return first.count - second.count
    }

    private static func weight(_ byte: UInt8) -> Int {
        byte == 0xEE || byte == 0xEF ? Int(byte) + 0x10 : Int(byte)
    }
}
