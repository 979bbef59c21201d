public import ConcordValues

extension RecordID: FieldValue {
    /// A string that names a record.
    @inlinable
    public static var shape: FieldShape {
        .text(format: "id", examples: ["a-1", "0f8fad5b-d9cb-469f-a165-70867728950e"])
    }

    /// Whether the text stands in the id itself.
    @inlinable
    public var isPlain: Bool { text.isPlain }

    /// Reads a string.
    @inlinable
    public mutating func read(from reader: inout JSONReader) throws(ReadFailure) {
        self = RecordID(stringLiteral: try reader.readIdentity())
    }

    /// Writes a string.
    @inlinable
    public func write(to writer: inout JSONWriter) {
        writer.write(text)
    }

    /// Writes a string from where it stands.
    @inlinable
    public static func write(at address: UnsafePointer<Self>, to writer: inout JSONWriter) {
        // The text is all that an id is made of.
        writer.write(at: UnsafeRawPointer(address).assumingMemoryBound(to: String.self))
    }
}

extension JSONReader {
    /// Reads a string that names a record: not empty, at most 255 bytes, without control characters.
    @usableFromInline
    mutating func readIdentity() throws(ReadFailure) -> String {
        guard peek() == UInt8(ascii: "\"") else { throw typeFailure("a string") }
        let place = offset
        let body = try scanString()
        if !body.hasEscapes, body.isASCII, body.count > 0, body.count <= 255, !ByteScan.hasDelete(body.bytes) {
            return text(of: body)
        }
        var text = body.hasEscapes ? try resolve(body) : text(of: body)
        guard text.withUTF8(RecordIDText.accepts) else {
            throw ReadFailure("id.syntax", at: place, expected: "an id of 1 to 255 bytes without control characters")
        }
        return text
    }
}
