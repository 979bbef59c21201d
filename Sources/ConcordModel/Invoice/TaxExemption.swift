public import ConcordSchema

/// Why no tax, or less of it, is charged.
public struct TaxExemption: Record {
    /// The reason in the list VATEX: `VATEX-EU-AE`.
    public var code: String?

    /// The reason in words.
    public var reason: String?

    /// The number of the customer's exemption certificate.
    public var certificate: String?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A reason.
    ///
    /// - Parameter configure: Sets what is known.
    public init(_ configure: (inout Self) -> Void = { _ in }) {
        configure(&self)
    }

    /// The declaration of a reason.
    public static let schema = RecordSchema(
        "tax-exemption",
        "Why no tax, or less of it, is charged.",
        blank: TaxExemption()
    ) {
        Field("code", \.code, "The reason in the list VATEX: `VATEX-EU-AE`.")
        Field("reason", \.reason, "The reason in words.")
        Field("certificate", \.certificate, "The number of the customer's exemption certificate.")
    }
}
