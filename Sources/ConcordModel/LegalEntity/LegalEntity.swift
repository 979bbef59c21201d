public import ConcordSchema
public import ConcordValues

/// A legal person: one of the firm's own companies, or one that a customer or a vendor trades as.
///
/// A customer is who the firm deals with, a legal entity is who can sign, invoice and be taxed; one customer may have
/// several.
public struct LegalEntity: CanonicalRecord {
    /// The entity's identity.
    public var id: RecordID<LegalEntity>

    /// What is known about the record.
    public var header: RecordHeader

    /// The name in the register.
    public var legalName: String

    /// The name that the entity trades under, if another.
    public var tradingName: String?

    /// The short code by which the firm's books know the entity.
    public var code: String?

    /// Whether it is the firm's own, a customer's or a vendor's.
    public var role: LegalEntityRole

    /// The legal form.
    public var legalForm: Coding?

    /// The jurisdiction under whose law it exists.
    public var jurisdiction: Jurisdiction?

    /// The numbers under which it is registered, LEI and D-U-N-S among them.
    public var registrations: [RegistrationIdentifier] = []

    /// The entity that owns it.
    public var parent: RecordID<LegalEntity>?

    /// The currency in which the entity keeps its books.
    public var functionalCurrency: CurrencyCode?

    /// The day on which the fiscal year begins.
    public var fiscalYearStart: MonthDay?

    /// Whether income counts when it is earned or when it is paid.
    public var accountingMethod: AccountingMethod?

    /// The time zone in which the entity's calendar days begin and end.
    public var timeZone: TimeZoneID?

    /// The code by which the firm's other entities book against this one.
    public var intercompanyCode: String?

    /// How the entity is registered for and treated by taxes.
    public var taxProfiles: [RecordID<TaxProfile>] = []

    /// Where the entity is.
    public var addresses: [Address] = []

    /// How the entity is reached.
    public var contactPoints: [ContactPoint] = []

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A legal entity.
    ///
    /// - Parameters:
    ///   - id: The entity's identity.
    ///   - header: What is known about the record.
    ///   - legalName: The name in the register.
    ///   - role: Whether it is the firm's own, a customer's or a vendor's.
    ///   - configure: Sets everything else.
    public init(
        id: RecordID<LegalEntity>,
        header: RecordHeader,
        legalName: String,
        role: LegalEntityRole,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.id = id
        self.header = header
        self.legalName = legalName
        self.role = role
        configure(&self)
    }

    /// The declaration of a legal entity.
    public static let schema = RecordSchema(
        "legal-entity",
        version: 1,
        "A legal person: one of the firm's own companies, or one that a customer or a vendor trades as.",
        blank: LegalEntity(id: .placeholder, header: .placeholder, legalName: "", role: .placeholder)
    ) {
        Field("id", \.id, "The entity's identity.")
        Field("header", \.header, "What is known about the record.")
        Field("legalName", \.legalName, "The name in the register.")
        Field("tradingName", \.tradingName, "The name that the entity trades under, if another.")
        Field("code", \.code, "The short code by which the firm's books know the entity.")
        Field("role", \.role, "Whether it is the firm's own, a customer's or a vendor's.")
        Field("legalForm", \.legalForm, "The legal form.")
        Field("jurisdiction", \.jurisdiction, "The jurisdiction under whose law it exists.")
        Field(
            "registrations",
            \.registrations,
            "The numbers under which it is registered, LEI and D-U-N-S among them.",
            sensitivity: .financial
        )
        Field("parent", \.parent, "The entity that owns it.")
        Field("functionalCurrency", \.functionalCurrency, "The currency in which the entity keeps its books.")
        Field("fiscalYearStart", \.fiscalYearStart, "The day on which the fiscal year begins.")
        Field("accountingMethod", \.accountingMethod, "Whether income counts when it is earned or when it is paid.")
        Field("timeZone", \.timeZone, "The time zone in which the entity's calendar days begin and end.")
        Field(
            "intercompanyCode",
            \.intercompanyCode,
            "The code by which the firm's other entities book against this one."
        )
        Field("taxProfiles", \.taxProfiles, "How the entity is registered for and treated by taxes.")
        Field("addresses", \.addresses, key: \.id, "Where the entity is.")
        Field("contactPoints", \.contactPoints, "How the entity is reached.", sensitivity: .personal)
    }
}
