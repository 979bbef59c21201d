public import ConcordSchema
public import ConcordValues

/// How a customer accepts what is delivered.
public struct AcceptanceTerms: Record {
    /// Whether work may be billed only after the customer has accepted it.
    public var isRequired: Bool?

    /// How long the customer has for it, in days or weeks.
    public var period: Quantity?

    /// Whether work counts as accepted when that time has passed.
    public var isDeemed: Bool?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// Terms of acceptance; set what is known.
    ///
    /// - Parameter configure: Sets what is known.
    public init(_ configure: (inout Self) -> Void = { _ in }) {
        configure(&self)
    }

    /// The declaration of terms of acceptance.
    public static let schema = RecordSchema(
        "acceptance-terms",
        "How a customer accepts what is delivered.",
        blank: AcceptanceTerms()
    ) {
        Field("isRequired", \.isRequired, "Whether work may be billed only after the customer has accepted it.")
        Field("period", \.period, "How long the customer has for it, in days or weeks.")
        Field("isDeemed", \.isDeemed, "Whether work counts as accepted when that time has passed.")
    }
}
