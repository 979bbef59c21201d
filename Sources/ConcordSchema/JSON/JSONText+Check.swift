extension JSONText {
    /// Whether bytes are one JSON value as RFC 8259 has it: UTF-8, no byte order mark, no comments, no trailing commas,
    /// nested at most ``JSONReader/maximumDepth`` deep, with nothing but white space around it.
    ///
    /// Members with equal names and halves of surrogate pairs are JSON; who reads such a value into a record or makes a
    /// ``CanonicalJSON`` of it is told of them.
    ///
    /// - Parameter document: The bytes.
    /// - Returns: What is wrong, with line, column and path; nil if nothing is.
    public static func check(_ document: UnsafeBufferPointer<UInt8>) -> Issue? {
        var reader = JSONReader(document)
        do throws(ReadFailure) {
            try reader.skipValue()
            try reader.finish()
            return nil
        } catch {
            return Issue(error, severity: .error, in: document)
        }
    }

    /// Whether bytes are one JSON value as RFC 8259 has it.
    ///
    /// - Parameter document: The bytes.
    /// - Returns: What is wrong, with line, column and path; nil if nothing is.
    public static func check(_ document: [UInt8]) -> Issue? {
        document.withUnsafeBufferPointer { check($0) }
    }

    /// Whether a text is one JSON value as RFC 8259 has it.
    ///
    /// - Parameter document: The text.
    /// - Returns: What is wrong, with line, column and path; nil if nothing is.
    public static func check(_ document: String) -> Issue? {
        var document = document
        return document.withUTF8 { check($0) }
    }
}
