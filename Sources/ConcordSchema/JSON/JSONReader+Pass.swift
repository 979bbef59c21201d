/// A value that was read past: where it stands, and what is known of it.
package struct PassedValue {
    /// The value's JSON text.
    package let bytes: UnsafeBufferPointer<UInt8>

    /// Where it stands in the document.
    package let offset: Int

    /// Whether it is a string of ASCII without escapes, so that its body is its text.
    package let isPlainText: Bool
}

extension JSONReader {
    /// Reads past one value of any kind, checking that it is JSON.
    ///
    /// - Returns: The value, where it stands.
    /// - Throws: A ``ReadFailure`` if no valid value stands here.
    @inline(__always)
    package mutating func passValue() throws(ReadFailure) -> PassedValue {
        let first = peek()
        let begin = cursor
        var isPlainText = false
        switch first {
        case UInt8(ascii: "\""):
            let body = try scanString()
            isPlainText = body.isASCII && !body.hasEscapes
        case UInt8(ascii: "t"), UInt8(ascii: "n"), UInt8(ascii: "f"):
            try passLiteral(first)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            _ = try readNumberText()
        default:
            try skipValue()
        }
        let bytes = UnsafeBufferPointer(start: begin, count: cursor - begin)
        return PassedValue(bytes: bytes, offset: begin - start, isPlainText: isPlainText)
    }

    /// Reads past one of the words `true`, `false` and `null`, in one look if enough bytes are left for that.
    @inline(__always)
    private mutating func passLiteral(_ first: UInt8) throws(ReadFailure) {
        if end - cursor >= 8 {
            let word = UInt32(littleEndian: UnsafeRawPointer(cursor).loadUnaligned(as: UInt32.self))
            if word == 0x6C6C_756E || word == 0x6575_7274 {
                cursor += 4
                return
            }
            if word == 0x736C_6166, cursor[4] == UInt8(ascii: "e") {
                cursor += 5
                return
            }
        }
        try takeLiteral()
    }

    /// Reads past a member's name and its colon, if it is the one that is expected and stands here as a compact writer
    /// writes it.
    ///
    /// - Parameters:
    ///   - number: The number of the name.
    ///   - names: The names.
    /// - Returns: Whether it did; if not, the reader is where it was.
    @inline(__always)
    package mutating func takesName(_ number: Int, of names: NameTable) -> Bool {
        let length = names.length(of: number, at: cursor, before: end)
        cursor += length
        return length > 0
    }

    /// Goes back to a place that was passed at the same depth.
    package mutating func goBack(to offset: Int) {
        cursor = start + offset
    }

    /// Reads past a comma if one stands here.
    package mutating func takesComma() -> Bool {
        guard peek() == UInt8(ascii: ",") else { return false }
        cursor += 1
        return true
    }
}

extension String {
    /// The text of bytes that are known to be ASCII.
    package init(plain bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = bytes.baseAddress else {
            self = ""
            return
        }
        let body = StringBody(start: start, count: bytes.count, hasEscapes: false, isASCII: true)
        self =
            body.count <= SmallText.maximumLength && SmallText.isUsable
            ? SmallText.string(start, body.count) : String(body)
    }
}

extension JSONWriter {
    /// Writes JSON text that somebody else vouches for.
    package mutating func write(raw bytes: UnsafeBufferPointer<UInt8>) {
        if let start = bytes.baseAddress { put(start, bytes.count) }
    }
}
