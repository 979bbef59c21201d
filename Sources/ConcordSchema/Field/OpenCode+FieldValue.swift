public import ConcordValues

extension FieldValue where Self: OpenCode {
    /// The first code of the list.
    @inlinable
    public static var placeholder: Self { Self(rawValue: codes.isEmpty ? "" : codes[0]) }

    /// A string that is one of the codes, or another that is kept.
    @inlinable
    public static var shape: FieldShape { .code(name: "\(Self.self)", known: Array(codes)) }

    /// Whether the text stands in the code itself.
    @inlinable
    public var isPlain: Bool { rawValue.isPlain }

    /// Reads a string; a code that the list does not have is kept and remarked upon.
    @inlinable
    public mutating func read(from reader: inout JSONReader) throws(ReadFailure) {
        self = Self(rawValue: try reader.readCode(of: Self.codes))
    }

    /// Writes the code's text.
    @inlinable
    public func write(to writer: inout JSONWriter) {
        writer.write(rawValue)
    }
}

extension JSONReader {
    /// Reads a string that is one of a list of codes, or another.
    ///
    /// - Parameter codes: The list.
    /// - Returns: The code's text; a code that the list does not have is remarked upon.
    /// - Throws: A ``ReadFailure`` if no string stands here.
    public mutating func readCode(of codes: CodeList) throws(ReadFailure) -> String {
        guard peek() == UInt8(ascii: "\"") else { throw typeFailure("a code") }
        let place = offset
        let body = try scanString()
        if !body.hasEscapes, let index = codes.index(of: body.bytes) { return codes[index] }
        let text = body.hasEscapes ? try resolve(body) : text(of: body)
        noteUnknown(text, of: codes, at: place)
        return text
    }

    @inline(never)
    private mutating func noteUnknown(_ text: String, of codes: CodeList, at place: Int) {
        if codes.contains(text) { return }
        let known = codes.joined(separator: ", ")
        let nearest = codes.nearest(to: text).map { "; nearest is \($0)" } ?? ""
        note(ReadFailure(.unknownCode, at: place, expected: "one of \(known)\(nearest); the code is kept"))
    }
}
