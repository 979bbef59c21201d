public import ConcordValues

extension RecordID: FieldValue {
    /// A string that names a record.
    @inlinable
    public static var shape: FieldShape { .text(format: "id", examples: ["a-1", "0f8fad5b-d9cb-469f-a165-70867728950e"]) }

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
        _ = isAtNull()
        let place = offset
        let text = try readString()
        let length = text.utf8.count
        guard length > 0, length <= 255, !hasControlCharacter(text, from: place) else {
            throw ReadFailure("id.syntax", at: place, expected: "an id of 1 to 255 bytes without control characters")
        }
        return text
    }

    /// A control character can only come in through an escape, which the bytes show.
    private func hasControlCharacter(_ text: String, from place: Int) -> Bool {
        guard offset - place - 2 != text.utf8.count else { return false }
        return text.utf8.contains { $0 < 0x20 || $0 == 0x7F }
    }
}
