public import ConcordSchema

/// A JSON Schema (2020-12, and drafts 4 to 7 as far as compatibility needs them) as a value.
///
/// The document is kept as it was written, with keywords that nobody here knows. References are followed inside the
/// document only; nothing is ever fetched.
///
/// ```swift
/// let schema = try JSONSchema(parsing: bytes)
/// let verdict = SchemaValidator(schema).validate(try JSONValue(parsing: document))
/// ```
public struct JSONSchema: Sendable {
    /// The document.
    public let document: JSONValue

    /// The document's schemas; the last one added first.
    let nodes: [SchemaNode]

    /// The place of the whole document's schema.
    let root: Int

    /// A schema from a document that was read already.
    ///
    /// What is wrong with a keyword is no reason to refuse the document: such a keyword is not understood, and every
    /// answer that would depend on it is *unknown* (``opaqueKeywords``).
    ///
    /// - Parameter document: The document.
    public init(_ document: JSONValue) {
        var builder = SchemaBuilder()
        self.document = document
        root = builder.add(document)
        nodes = builder.nodes
    }

    /// A schema from a document's bytes.
    ///
    /// - Parameter document: The bytes, JSON in UTF-8.
    /// - Throws: A `ReadFailure` if they are not JSON.
    public init(parsing document: [UInt8]) throws(ReadFailure) {
        self.init(try JSONValue(parsing: document))
    }

    /// A schema from a document's text.
    ///
    /// - Parameter document: The text, JSON.
    /// - Throws: A `ReadFailure` if it is not JSON.
    public init(parsing document: String) throws(ReadFailure) {
        self.init(try JSONValue(parsing: document))
    }

    /// The edition that the document names.
    public var dialect: SchemaDialect { SchemaDialect(of: document) }

    /// The places of keywords that nobody here understands and that may refuse values, as JSON Pointers.
    public var opaqueKeywords: [JSONLocation] {
        nodes.flatMap(\.keywords)
            .compactMap { keyword in
                if case .opaque = keyword.assertion { keyword.location } else { nil }
            }
    }
}

extension JSONSchema: Equatable {
    /// Whether the documents are the same value.
    public static func == (left: Self, right: Self) -> Bool { left.document == right.document }
}

extension JSONSchema: Hashable {
    /// Hashes the document.
    public func hash(into hasher: inout Hasher) { hasher.combine(document) }
}
