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
    package mutating func passValue() throws(ReadFailure) -> PassedValue {
        let isString = peek() == UInt8(ascii: "\"")
        let begin = cursor
        var isPlainText = false
        if isString {
            let body = try scanString()
            isPlainText = body.isASCII && !body.hasEscapes
        } else {
            try skipValue()
        }
        let bytes = UnsafeBufferPointer(start: begin, count: cursor - begin)
        return PassedValue(bytes: bytes, offset: begin - start, isPlainText: isPlainText)
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
