public import ConcordSchema
public import ConcordValues

/// Somebody the firm works for, or wants to: who they are, how they are invoiced, and how far they are trusted.
///
/// Status says how the firm and the customer stand with each other; whether this record of it is still in use is said
/// by the lifecycle in the header. What is held back from a customer that does not pay is a third thing,
/// ``creditHold``.
public struct Customer: CanonicalRecord {
    /// The customer's identity.
    public var id: RecordID<Customer>

    /// What is known about the record.
    public var header: RecordHeader

    /// The name that people use.
    public var name: String

    /// The name in the register.
    public var legalName: String?

    /// What kind of customer it is.
    public var kind: CustomerKind

    /// The legal person that the customer is.
    public var legalEntity: RecordID<LegalEntity>?

    /// The numbers under which the customer is registered.
    public var registrations: [RegistrationIdentifier] = []

    /// The industry, in the firm's list.
    public var industry: Coding?

    /// The segment of the market, in the firm's list.
    public var segment: Coding?

    /// Where the customer stands with the firm.
    public var status: CustomerStatus

    /// Why the customer stands there.
    public var statusReason: Coding?

    /// Since when the customer stands there.
    public var statusSince: LocalDate?

    /// The customer that this one belongs to.
    public var parent: RecordID<Customer>?

    /// The customer at the top of the hierarchy.
    public var ultimateParent: RecordID<Customer>?

    /// For what purposes the customer belongs to its parent; for all if none is named.
    public var hierarchyRoles: [HierarchyRole] = []

    /// Who buys, is invoiced, pays and receives for this customer; the customer itself if nobody is named.
    public var partyRoles: [PartyRole] = []

    /// The people to talk to.
    public var contacts: [Contact] = []

    /// Where the customer is, and where post for it goes.
    public var addresses: [Address] = []

    /// How the customer as such is reached: switchboard, shared mailbox, web site.
    public var contactPoints: [ContactPoint] = []

    /// Who in the firm answers for the customer.
    public var accountOwner: RecordID<Resource>?

    /// The currency in which the customer is invoiced unless a contract says otherwise.
    public var preferredCurrency: CurrencyCode?

    /// The terms that hold unless a contract says otherwise.
    public var paymentTerms: PaymentTerms?

    /// The rate cards that were agreed with the customer.
    public var rateCards: [RecordID<RateCard>] = []

    /// Whether an invoice needs the number of a purchase order.
    public var poRequired: Bool?

    /// Whether an invoice needs the time sheets with it.
    public var timesheetRequiredOnInvoice: Bool?

    /// How invoices reach the customer.
    public var invoiceDelivery: InvoiceDelivery?

    /// What one invoice puts together.
    public var invoiceGrouping: InvoiceGrouping?

    /// The language of what the customer is sent.
    public var language: LanguageTag?

    /// How much the customer may owe to each of the firm's legal entities.
    public var creditLimits: [CreditLimit] = []

    /// What is held back until the customer pays.
    public var creditHold: CreditHold?

    /// How likely the customer is to pay, in the firm's list.
    public var riskClass: Coding?

    /// How the customer is reminded of what is overdue, in the firm's list.
    public var dunningPolicy: Coding?

    /// Whether the customer is not to be reminded.
    public var dunningBlocked: Bool?

    /// What the customer owes, by how long it is overdue.
    public var aging: [AgingBucket] = []

    /// How the customer is registered for and treated by taxes.
    public var taxProfiles: [RecordID<TaxProfile>] = []

    /// The firm's legal entities that may deal with the customer; all if none is named.
    public var availableTo: [RecordID<LegalEntity>] = []

    /// Whether the customer is one of the firm's own legal entities.
    public var isIntercompany: Bool

    /// Which of the firm's own legal entities the customer is.
    public var representsEntity: RecordID<LegalEntity>?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A customer.
    ///
    /// - Parameters:
    ///   - id: The customer's identity.
    ///   - header: What is known about the record.
    ///   - name: The name that people use.
    ///   - kind: What kind of customer it is.
    ///   - status: Where the customer stands with the firm.
    ///   - configure: Sets everything else.
    public init(
        id: RecordID<Customer>,
        header: RecordHeader,
        name: String,
        kind: CustomerKind = .organisation,
        status: CustomerStatus,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.id = id
        self.header = header
        self.name = name
        self.kind = kind
        self.status = status
        isIntercompany = false
        configure(&self)
    }

    /// The declaration of a customer.
    public static let schema = RecordSchema(
        "customer",
        version: 3,
        "Somebody the firm works for, or wants to: who they are, how they are invoiced, and how far they are trusted.",
        blank: Customer(id: .placeholder, header: .placeholder, name: "", status: .placeholder)
    ) {
        Field("id", \.id, "The customer's identity.")
        Field("header", \.header, "What is known about the record.")
        Field("name", \.name, "The name that people use.")
        Field("legalName", \.legalName, "The name in the register.")
        Field("kind", \.kind, "What kind of customer it is.")
        Field("legalEntity", \.legalEntity, "The legal person that the customer is.")
        Field(
            "registrations",
            \.registrations,
            "The numbers under which the customer is registered.",
            sensitivity: .financial
        )
        Field("industry", \.industry, "The industry, in the firm's list.")
        Field("segment", \.segment, "The segment of the market, in the firm's list.")
        Field("status", \.status, "Where the customer stands with the firm.")
        Field("statusReason", \.statusReason, "Why the customer stands there.")
        Field("statusSince", \.statusSince, "Since when the customer stands there.")
        Field("parent", \.parent, "The customer that this one belongs to.")
        Field("ultimateParent", \.ultimateParent, "The customer at the top of the hierarchy.")
        Field(
            "hierarchyRoles",
            \.hierarchyRoles,
            "For what purposes the customer belongs to its parent; for all if none is named."
        )
        Field(
            "partyRoles",
            \.partyRoles,
            "Who buys, is invoiced, pays and receives for this customer; the customer itself if nobody is named."
        )
        Field("contacts", \.contacts, key: \.id, "The people to talk to.", sensitivity: .personal)
        Field("addresses", \.addresses, key: \.id, "Where the customer is, and where post for it goes.")
        Field(
            "contactPoints",
            \.contactPoints,
            "How the customer as such is reached: switchboard, shared mailbox, web site."
        )
        Field("accountOwner", \.accountOwner, "Who in the firm answers for the customer.", sensitivity: .personal)
        Field(
            "preferredCurrency",
            \.preferredCurrency,
            "The currency in which the customer is invoiced unless a contract says otherwise."
        )
        Field(
            "paymentTerms",
            \.paymentTerms,
            "The terms that hold unless a contract says otherwise.",
            sensitivity: .commercial
        )
        Field("rateCards", \.rateCards, "The rate cards that were agreed with the customer.", sensitivity: .commercial)
        Field("poRequired", \.poRequired, "Whether an invoice needs the number of a purchase order.")
        Field(
            "timesheetRequiredOnInvoice",
            \.timesheetRequiredOnInvoice,
            "Whether an invoice needs the time sheets with it."
        )
        Field("invoiceDelivery", \.invoiceDelivery, "How invoices reach the customer.")
        Field("invoiceGrouping", \.invoiceGrouping, "What one invoice puts together.")
        Field("language", \.language, "The language of what the customer is sent.")
        Field(
            "creditLimits",
            \.creditLimits,
            key: \.legalEntity,
            "How much the customer may owe to each of the firm's legal entities.",
            sensitivity: .commercial
        )
        Field("creditHold", \.creditHold, "What is held back until the customer pays.", sensitivity: .commercial)
        Field(
            "riskClass",
            \.riskClass,
            "How likely the customer is to pay, in the firm's list.",
            sensitivity: .commercial
        )
        Field("dunningPolicy", \.dunningPolicy, "How the customer is reminded of what is overdue, in the firm's list.")
        Field("dunningBlocked", \.dunningBlocked, "Whether the customer is not to be reminded.")
        Field("aging", \.aging, "What the customer owes, by how long it is overdue.", sensitivity: .commercial)
        Field("taxProfiles", \.taxProfiles, "How the customer is registered for and treated by taxes.")
        Field(
            "availableTo",
            \.availableTo,
            "The firm's legal entities that may deal with the customer; all if none is named."
        )
        Field(
            "isIntercompany",
            \.isIntercompany,
            "Whether the customer is one of the firm's own legal entities.",
            hasDefault: true
        )
        Field("representsEntity", \.representsEntity, "Which of the firm's own legal entities the customer is.")
    }
}
