public import ConcordSchema
public import ConcordValues

/// A certificate by which a party is exempt from a tax.
public struct ExemptionCertificate: Record {
    /// The certificate's number.
    public var number: String

    /// The authority that issued it.
    public var issuer: String?

    /// Where it holds.
    public var jurisdiction: Jurisdiction?

    /// The days on which it holds.
    public var validity: DateInterval?

    /// The certificate itself.
    public var document: DocumentReference?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// An exemption certificate.
    ///
    /// - Parameters:
    ///   - number: The certificate's number.
    ///   - configure: Sets what else is known.
    public init(_ number: String, _ configure: (inout Self) -> Void = { _ in }) {
        self.number = number
        configure(&self)
    }

    /// The declaration of an exemption certificate.
    public static let schema = RecordSchema(
        "exemption-certificate",
        "A certificate by which a party is exempt from a tax.",
        blank: ExemptionCertificate("")
    ) {
        Field("number", \.number, "The certificate's number.", sensitivity: .financial)
        Field("issuer", \.issuer, "The authority that issued it.")
        Field("jurisdiction", \.jurisdiction, "Where it holds.")
        Field("validity", \.validity, "The days on which it holds.")
        Field("document", \.document, "The certificate itself.")
    }
}
