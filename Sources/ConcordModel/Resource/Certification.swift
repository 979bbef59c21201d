public import ConcordSchema
public import ConcordValues

/// What an authority certified about a resource.
public struct Certification: Record {
    /// What was certified.
    public var certification: Coding

    /// The authority that certified it.
    public var issuer: String?

    /// The certificate's number.
    public var number: String?

    /// The days on which the certificate is valid.
    public var validity: DateInterval?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A certification.
    ///
    /// - Parameters:
    ///   - certification: What was certified.
    ///   - configure: Sets what else is known.
    public init(_ certification: Coding, _ configure: (inout Self) -> Void = { _ in }) {
        self.certification = certification
        configure(&self)
    }

    /// The declaration of a certification.
    public static let schema = RecordSchema(
        "certification",
        "What an authority certified about a resource.",
        blank: Certification(.placeholder)
    ) {
        Field("certification", \.certification, "What was certified.")
        Field("issuer", \.issuer, "The authority that certified it.")
        Field("number", \.number, "The certificate's number.", sensitivity: .personal)
        Field("validity", \.validity, "The days on which the certificate is valid.")
    }
}
