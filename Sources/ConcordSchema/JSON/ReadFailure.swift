/// Why the reader could not go on, or could not use a value: what, where, and what was expected.
///
/// A failure is raw: it knows a byte offset and nothing of the document's structure. Line, column and path are worked
/// out only when somebody looks at the ``Issue`` that is made of it, so that reading pays nothing for them.
public struct ReadFailure: Error, Sendable {
    /// One word, so that every call that might fail returns it in a register.
    private let details: Details

    private final class Details: Sendable {
        let code: IssueCode
        let offset: Int
        let expected: String
        let relatedOffset: Int?
        let member: String?
        let isFatal: Bool

        init(_ code: IssueCode, _ offset: Int, _ expected: String, _ related: Int?, _ member: String?, _ isFatal: Bool)
        {
            self.code = code
            self.offset = offset
            self.expected = expected
            self.relatedOffset = related
            self.member = member
            self.isFatal = isFatal
        }
    }

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
        details = Details(code, offset, expected, relatedOffset, member, isFatal)
    }

    /// What kind of failure it is.
    public var code: IssueCode { details.code }

    /// The offset in bytes, from the start of the document, at which reading stopped.
    public var offset: Int { details.offset }

    /// What was expected there, in words.
    public var expected: String { details.expected }

    /// A second place that matters, such as the first of two equal keys.
    public var relatedOffset: Int? { details.relatedOffset }

    /// The member that is meant, where the offset is that of the object around it.
    public var member: String? { details.member }

    /// Whether the bytes are not JSON at all, so that nothing after this place can be trusted.
    public var isFatal: Bool { details.isFatal }
}
