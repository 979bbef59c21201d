public import ConcordSchema
public import ConcordValues

/// How one party is registered for one tax in one jurisdiction, and how it is treated.
///
/// The profile is of a customer or of a legal entity. When it holds is in its header, so that a treatment that changes
/// is two profiles that follow each other, and an invoice can be explained by the one that held on its tax point.
///
/// Category and price basis have no default: what nobody has said about tax must not be assumed.
public struct TaxProfile: CanonicalRecord {
    /// The profile's identity.
    public var id: RecordID<TaxProfile>

    /// What is known about the record.
    public var header: RecordHeader

    /// The customer that the profile is of.
    public var customer: RecordID<Customer>?

    /// The legal entity that the profile is of.
    public var legalEntity: RecordID<LegalEntity>?

    /// The tax.
    public var scheme: TaxScheme

    /// Where the tax is levied.
    public var jurisdiction: Jurisdiction

    /// The number under which the party is registered for the tax.
    public var registrationNumber: String?

    /// Whether an authority confirmed the number.
    public var validation: TaxValidation?

    /// How what the party buys or sells is taxed.
    public var category: TaxCategory?

    /// Why no tax is charged, in the list that invoices use: `VATEX-EU-AE`.
    public var exemptionReason: Coding?

    /// The certificate that exempts the party.
    public var exemptionCertificate: ExemptionCertificate?

    /// What the party that pays holds back for the authority.
    public var withholding: Withholding?

    /// Whether prices agreed with the party include the tax.
    public var priceBasis: PriceBasis?

    /// The code for this treatment in each system that has one.
    public var taxCodes: [SystemTaxCode] = []

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A tax profile.
    ///
    /// - Parameters:
    ///   - id: The profile's identity.
    ///   - header: What is known about the record.
    ///   - scheme: The tax.
    ///   - jurisdiction: Where the tax is levied.
    ///   - configure: Sets everything else.
    public init(
        id: RecordID<TaxProfile>,
        header: RecordHeader,
        scheme: TaxScheme,
        jurisdiction: Jurisdiction,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.id = id
        self.header = header
        self.scheme = scheme
        self.jurisdiction = jurisdiction
        configure(&self)
    }

    /// The declaration of a tax profile.
    public static let schema = RecordSchema(
        "tax-profile",
        version: 1,
        "How one party is registered for one tax in one jurisdiction, and how it is treated.",
        blank: TaxProfile(id: .placeholder, header: .placeholder, scheme: .placeholder, jurisdiction: .placeholder)
    ) {
        Field("id", \.id, "The profile's identity.")
        Field("header", \.header, "What is known about the record.")
        Field("customer", \.customer, "The customer that the profile is of.")
        Field("legalEntity", \.legalEntity, "The legal entity that the profile is of.")
        Field("scheme", \.scheme, "The tax.")
        Field("jurisdiction", \.jurisdiction, "Where the tax is levied.")
        Field(
            "registrationNumber",
            \.registrationNumber,
            "The number under which the party is registered for the tax.",
            sensitivity: .financial
        )
        Field("validation", \.validation, "Whether an authority confirmed the number.", sensitivity: .financial)
        Field("category", \.category, "How what the party buys or sells is taxed.")
        Field(
            "exemptionReason",
            \.exemptionReason,
            "Why no tax is charged, in the list that invoices use: `VATEX-EU-AE`."
        )
        Field(
            "exemptionCertificate",
            \.exemptionCertificate,
            "The certificate that exempts the party.",
            sensitivity: .financial
        )
        Field(
            "withholding",
            \.withholding,
            "What the party that pays holds back for the authority.",
            sensitivity: .financial
        )
        Field("priceBasis", \.priceBasis, "Whether prices agreed with the party include the tax.")
        Field("taxCodes", \.taxCodes, key: \.system, "The code for this treatment in each system that has one.")
    }
}
