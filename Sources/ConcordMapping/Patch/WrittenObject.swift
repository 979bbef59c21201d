public import ConcordSchema

/// What was written of some records, and what could not be.
public struct WrittenObject: Sendable, Hashable {
    /// The form.
    public let form: WriteForm

    /// The object or the patch, as JSON in UTF-8.
    public let bytes: [UInt8]

    /// The lists that a vendor's patch has whole, to take the place of those that are there: `["item"]`.
    ///
    /// The request must say so where the vendor asks for it; see ``query``.
    public let replacedLists: [String]

    /// What the request's address must say beside the object, as name and value: `replace`, `item`; nil if nothing.
    public let query: Query?

    /// An error for each value that was refused, and a warning for each change that nothing writes.
    public let issues: [Issue]

    /// A parameter of a request's address.
    public struct Query: Sendable, Hashable {
        /// The parameter's name.
        public let name: String
        /// Its value.
        public let value: String
    }

    /// The object or the patch as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether it is a patch that changes nothing, which need not be sent.
    public var isEmptyPatch: Bool { form != .document && bytes.elementsEqual("{}".utf8) }

    /// Whether nothing was refused; what was not refused is written either way.
    public var isAcceptable: Bool { issues.allSatisfy { $0.severity != .error } }
}
