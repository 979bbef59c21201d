public import ConcordSchema

/// One field of a contract that an amendment changes, with its values before and after.
public struct AmendedField: Record {
    /// The field's path in the contract, such as `lines[id=l-1].unitPrice`.
    public var path: String

    /// The value that it had; none for a field that held nothing.
    public var before: JSONText?

    /// The value that it gets; none for a field that is to hold nothing.
    public var after: JSONText?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A changed field.
    ///
    /// - Parameters:
    ///   - path: The field's path in the contract, such as `lines[id=l-1].unitPrice`.
    ///   - configure: Sets what else is known.
    public init(path: String, _ configure: (inout Self) -> Void = { _ in }) {
        self.path = path
        configure(&self)
    }

    /// The declaration of a changed field.
    public static let schema = RecordSchema(
        "amended-field",
        "One field of a contract that an amendment changes, with its values before and after.",
        blank: AmendedField(path: "")
    ) {
        Field("path", \.path, "The field's path in the contract, such as `lines[id=l-1].unitPrice`.")
        Field(
            "before",
            \.before,
            "The value that it had; none for a field that held nothing.",
            sensitivity: .commercial
        )
        Field(
            "after",
            \.after,
            "The value that it gets; none for a field that is to hold nothing.",
            sensitivity: .commercial
        )
    }
}
