/// What a message quotes of one place in a document.
struct Excerpt {
    /// The longest quotation of a value, in bytes.
    private static let maximumLength = 80

    /// The longest quotation of bytes that are not JSON.
    private static let maximumRawLength = 16

    private let document: UnsafeBufferPointer<UInt8>
    private let offset: Int

    /// What stands at a place, which is inside the document or at its end.
    init(_ document: UnsafeBufferPointer<UInt8>, at offset: Int) {
        self.document = document
        self.offset = offset
    }

    /// Whether the document ends here.
    var isEmpty: Bool { offset >= document.count }

    private var reader: JSONReader { JSONReader(document).fresh(at: offset) }

    /// The value that stands here without white space, cut after 80 bytes, or some bytes if none does; nil at the end.
    ///
    /// - Parameter isInRecord: Whether bytes that are not JSON are shown only to the end of their word, because what
    ///   follows may be a value that is not for everybody.
    /// - Returns: The quotation.
    func text(isInRecord: Bool) -> String? {
        if isEmpty { return nil }
        var reader = reader
        guard (try? reader.skipValue()) != nil else { return rawText(isWord: isInRecord) }
        let value = JSONMinifier.minified(reader.bytes(offset..<reader.offset))
        if value.count <= Self.maximumLength { return String(decoding: value, as: UTF8.self) }
        // Some bytes more, to see whether the last character ends where the quotation does.
        let beginning = value.prefix(Self.maximumLength + 16)
        return Self.characters(of: beginning, upTo: Self.endOfEscapes(in: value, upTo: Self.maximumLength)) + "…"
    }

    /// The name that stands here, as it is written; nil if it is another than the given one.
    func text(ofName name: String) -> String? {
        var reader = reader
        guard reader.peek() == UInt8(ascii: "\""), let body = try? reader.scanString() else { return nil }
        return reader.nameText(body) == name ? text(isInRecord: true) : nil
    }

    /// What kind of value stands here, without its content; nil at the end.
    func kind() -> String? {
        var reader = reader
        switch reader.peek() {
        case 0: return nil
        case UInt8(ascii: "{"): return "an object"
        case UInt8(ascii: "["): return Self.kind(ofList: reader)
        case UInt8(ascii: "\""): return "a string"
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return "a number"
        case UInt8(ascii: "n"): return (try? reader.takeLiteral()) == nil ? "a word" : "null"
        case UInt8(ascii: "t"), UInt8(ascii: "f"):
            return (try? reader.takeLiteral()) == nil ? "a word" : "true or false"
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): return "a word"
        case 0x80...: return "a character outside ASCII"
        case let byte: return String(UnicodeScalar(byte)).onOneLine
        }
    }

    private static func kind(ofList list: JSONReader) -> String {
        var reader = list
        reader.cursor += 1
        if reader.peek() == UInt8(ascii: "]") { return "an empty list" }
        var count = 0
        while (try? reader.skipValue()) != nil {
            count += 1
            let byte = reader.peek()
            if byte == UInt8(ascii: "]") { return "a list of \(count)" }
            guard byte == UInt8(ascii: ",") else { break }
            reader.cursor += 1
        }
        return "a list"
    }

    /// The bytes that stand here, which are no value.
    private func rawText(isWord: Bool) -> String {
        var rest = document[offset...]
        if isWord {
            let end = rest.dropFirst()
                .firstIndex { byte in
                    switch byte {
                    case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "{"),
                        UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"):
                        true
                    default: false
                    }
                }
            rest = rest[..<(end ?? rest.endIndex)]
        }
        let text = Self.characters(of: rest.prefix(Self.maximumRawLength * 2), upTo: Self.maximumRawLength)
        return text.onOneLine
    }

    /// The longest run of whole characters at the beginning of some bytes that is no longer than a limit.
    private static func characters(of bytes: some Collection<UInt8>, upTo limit: Int) -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        let last = text.utf8.index(text.startIndex, offsetBy: limit, limitedBy: text.endIndex) ?? text.endIndex
        var end = text.startIndex
        while end < last {
            let next = text.index(after: end)
            if next > last { break }
            end = next
        }
        // One character may be longer than the limit, if somebody piles up marks on a letter.
        if end == text.startIndex {
            end = last.samePosition(in: text.unicodeScalars) ?? text.unicodeScalars.index(before: last)
        }
        return String(text[..<end])
    }

    /// The last place in a value, up to a limit, that is not in the middle of an escape sequence.
    private static func endOfEscapes(in value: [UInt8], upTo limit: Int) -> Int {
        value.withUnsafeBufferPointer { bytes in
            guard let start = bytes.baseAddress else { return 0 }
            let body = StringBody(start: start, count: bytes.count, hasEscapes: true, isASCII: false)
            var place = 0
            while place < limit {
                let next = bytes[place] == UInt8(ascii: "\\") ? place + body.escape(at: place).count : place + 1
                if next > limit { break }
                place = next
            }
            return place
        }
    }
}
