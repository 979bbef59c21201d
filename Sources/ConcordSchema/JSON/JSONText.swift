/// Any JSON value, kept as its text: numbers as they are written, members in their order, nothing interpreted.
public struct JSONText: Sendable, Hashable {
    /// The value as compact JSON.
    public let text: String

    /// The value `null`.
    public static let null = JSONText(verified: "null")

    /// A JSON value.
    ///
    /// - Parameter text: One JSON value; white space around its parts is taken out.
    /// - Throws: A ``ReadFailure`` if the text is not JSON.
    public init(_ text: String) throws(ReadFailure) {
        var text = text
        let result: Result<String, ReadFailure> = text.withUTF8 { bytes in
            var reader = JSONReader(bytes)
            do throws(ReadFailure) {
                try reader.skipValue()
                try reader.finish()
            } catch {
                return .failure(error)
            }
            return .success(String(decoding: JSONMinifier.minified(bytes), as: UTF8.self))
        }
        self.text = try result.get()
    }

    package init(verified text: String) {
        self.text = text
    }
}

extension JSONText: FieldValue {
    /// The value `null`.
    public static var placeholder: JSONText { .null }

    /// Any JSON value.
    public static var shape: FieldShape { .text(format: "json", examples: []) }

    /// Reads one value of any kind.
    public mutating func read(from reader: inout JSONReader) throws(ReadFailure) {
        reader.skipWhitespace()
        let begin = reader.offset
        try reader.skipValue()
        self = JSONText(
            verified: String(decoding: JSONMinifier.minified(reader.bytes(begin..<reader.offset)), as: UTF8.self)
        )
    }

    /// Writes the value as it was read.
    public func write(to writer: inout JSONWriter) {
        writer.writeRaw(text.utf8)
    }
}

extension JSONText: CustomStringConvertible {
    /// The value as compact JSON.
    public var description: String { text }
}
