public import ConcordSchema

/// A version of a schema as the checker sees it: the contract, what its writers write, and what its readers read.
public struct SchemaRevision: Sendable, Hashable {
    /// What people call it: `customer/2`, or a file.
    public let name: String

    /// The schema as it is published.
    public let contract: JSONSchema

    /// What its writers write: closed.
    public let writer: JSONSchema

    /// What its readers accept: open.
    public let reader: JSONSchema

    /// A version of a record.
    ///
    /// The member that names the schema differs between versions and is left out.
    ///
    /// - Parameter record: The record's declaration.
    public init(_ record: RecordDescription) {
        name = record.tag
        writer = JSONSchema(of: record, side: .writer, hasTag: false)
        reader = JSONSchema(of: record, side: .reader, hasTag: false)
        contract = reader
    }

    /// A version that is known by its document only.
    ///
    /// Its writers are taken to write no members but the declared ones, and its readers to pass over what they do not
    /// know: `unevaluatedProperties: false` is added for the former, and the `false` that closes an object is taken away
    /// for the latter.
    ///
    /// - Parameters:
    ///   - schema: The document.
    ///   - name: What people call it.
    public init(_ schema: JSONSchema, name: String) {
        self.name = name
        contract = schema
        writer = JSONSchema(SchemaOpenness.closed(schema.document))
        reader = JSONSchema(SchemaOpenness.opened(schema.document))
    }
}
