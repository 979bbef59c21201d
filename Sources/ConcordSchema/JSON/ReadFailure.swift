/// Why the reader could not go on, or could not use a value: what, where, and what was expected.
///
/// A failure is raw: it knows a byte offset and nothing of the document's structure. Line, column and path are worked
/// out only when somebody looks at the ``Issue`` that is made of it, so that reading pays nothing for them.
public struct ReadFailure: Error, Sendable {
    /// What kind of failure it is.
    public let code: IssueCode

    /// The offset in bytes, from the start of the document, at which reading stopped.
    public let offset: Int

    /// What was expected there, in words.
    public let expected: String

    /// A second place that matters, such as the first of two equal keys.
    public let relatedOffset: Int?

    /// The member that is meant, where the offset is that of the object around it.
    public let member: String?

    /// Whether the bytes are not JSON at all, so that nothing after this place can be trusted.
    public let isFatal: Bool

    /// A failure at a byte offset.
    ///
    /// - Parameters:
    ///   - code: What kind of failure it is.
    ///   - offset: The offset in bytes from the start of the document.
    ///   - expected: What was expected there, in words.
    ///   - relatedOffset: A second place that matters.
    ///   - member: The member that is meant, where the offset is that of the object around it.
    ///   - isFatal: Whether nothing after this place can be trusted.
    public init(
        _ code: IssueCode,
        at offset: Int,
        expected: String,
        relatedOffset: Int? = nil,
        member: String? = nil,
        isFatal: Bool = false
    ) {
        self.code = code
        self.offset = offset
        self.expected = expected
        self.relatedOffset = relatedOffset
        self.member = member
        self.isFatal = isFatal
    }
}
