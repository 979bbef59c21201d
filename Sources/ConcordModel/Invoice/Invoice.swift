public import ConcordSchema
public import ConcordValues

/// A demand for money for what was delivered or will be, or its giving back.
///
/// An invoice has five states that move apart: as a document, in the books, in payment, in collection and in delivery.
/// An issued invoice can be unposted, a posted one rejected by its recipient, a paid one disputed.
///
/// Amounts are positive. Whether they are owed to the issuer or by it is said by the ``type`` alone.
///
/// Which work a line bills is in the ledger of ``InvoiceAllocation``s; lines hold the entries' ids.
public struct Invoice: CanonicalRecord {
    /// The invoice's identity.
    public var id: RecordID<Invoice>

    /// What is known about the record.
    public var header: RecordHeader

    /// The invoice's number; a draft has none.
    public var number: String?

    /// What the invoice is for, and with it which way its amounts go.
    public var type: InvoiceType

    /// The invoices that this one gives back, corrects or replaces.
    public var corrects: [RecordID<Invoice>] = []

    /// Earlier invoices that the text names: those it corrects, prepayments it deducts.
    public var precedingInvoices: [InvoiceReference] = []

    /// Why an earlier invoice is given back or corrected.
    public var reason: Coding?

    /// Where the invoice stands as a document.
    public var documentStatus: DocumentStatus = .draft

    /// Where the invoice stands in the books.
    public var postingStatus: PostingStatus = .unposted

    /// The accounting period in which the invoice was posted.
    public var accountingPeriod: String?

    /// How much of the invoice is paid.
    public var paymentStatus: PaymentStatus = .unpaid

    /// Where the invoice stands in being collected.
    public var collectionStatus: CollectionStatus = .current

    /// Whether the invoice has reached its recipient.
    public var deliveryStatus: DeliveryStatus = .pending

    /// Who has to agree before the invoice is issued, and what they decided.
    public var approval: Approval?

    /// The legal entity that bills.
    public var issuer: RecordID<LegalEntity>

    /// The customer that bought.
    public var soldTo: RecordID<Customer>

    /// The parties as they stood when the invoice was issued.
    public var parties: InvoiceParties?

    /// The day the invoice was issued; a draft has none.
    public var issueDate: LocalDate?

    /// The day on which tax becomes due.
    public var taxPointDate: LocalDate?

    /// Which event makes tax due, where its day is not known yet.
    public var taxPointBasis: TaxPointBasis?

    /// The day by which all of it is to be paid.
    public var dueDate: LocalDate?

    /// The days in which what is billed was delivered.
    public var service: DateInterval?

    /// The day on which the invoice is posted.
    public var accountingDate: LocalDate?

    /// When the invoice was sent.
    public var sentAt: Instant?

    /// The day on which all of it was paid.
    public var paidOn: LocalDate?

    /// The contract under which is billed; lines may name others.
    public var contract: RecordID<Contract>?

    /// The projects that are billed.
    public var projects: [RecordID<Project>] = []

    /// The customer's purchase orders.
    public var purchaseOrders: [PurchaseOrderReference] = []

    /// What the customer wants to read on its invoices: a cost centre, a routing number.
    public var buyerReference: String?

    /// The split by which several payers share what is billed.
    public var billingSplit: RecordID<BillingSplit>?

    /// The invoice in the other legal entity's books that answers this one.
    public var intercompanyInvoice: RecordID<Invoice>?

    /// The currency of the invoice's amounts.
    public var currency: CurrencyCode

    /// The currency in which tax is declared, if another.
    public var taxCurrency: CurrencyCode?

    /// The exchange rates that the invoice was made with.
    public var exchange: InvoiceExchange?

    /// Whether the prices and amounts of lines include tax.
    public var priceBasis: PriceBasis = .exclusive

    /// The lines.
    public var lines: [InvoiceLine] = []

    /// What is taken off, or put upon, the whole invoice.
    public var allowancesCharges: [AllowanceCharge] = []

    /// The tax by category and rate.
    public var taxBreakdown: [TaxBreakdown] = []

    /// The tax that the customer withholds and pays for the issuer.
    public var withholdings: [TaxBreakdown] = []

    /// The sums in the invoice's currency.
    public var totals: InvoiceTotals?

    /// The sums in the currency of the issuer's books, as they were posted.
    public var functionalTotals: InvoiceTotals?

    /// The agreed terms of payment.
    public var paymentTerms: PaymentTerms?

    /// The parts in which it is to be paid; one on the due date if there is none.
    public var instalments: [Instalment] = []

    /// What may be taken off if all of it is paid early.
    public var earlyDiscounts: [EarlyPaymentDiscount] = []

    /// What is owed beside if it is paid late.
    public var latePenalty: LatePenalty?

    /// The ways in which it may be paid.
    public var paymentMeans: [PaymentMeans] = []

    /// The payments and credit notes that settle it, undone applications included.
    public var applications: [PaymentApplication] = []

    /// What the customer holds back, and has released.
    public var retention: InvoiceRetention?

    /// What was given up of it.
    public var writeOffs: [WriteOff] = []

    /// What is being done to collect it.
    public var collection: CollectionCase?

    /// The language of the texts.
    public var language: LanguageTag?

    /// What the customer should read beside the lines.
    public var notes: [String] = []

    /// The documents that go with it: time sheets, receipts.
    public var attachments: [DocumentReference] = []

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// An invoice: a draft, unposted, unpaid, not due and not sent, unless set otherwise.
    ///
    /// - Parameters:
    ///   - id: The invoice's identity.
    ///   - header: What is known about the record.
    ///   - type: What the invoice is for, and with it which way its amounts go.
    ///   - issuer: The legal entity that bills.
    ///   - soldTo: The customer that bought.
    ///   - currency: The currency of the invoice's amounts.
    ///   - configure: Sets everything else.
    public init(
        id: RecordID<Invoice>,
        header: RecordHeader,
        type: InvoiceType,
        issuer: RecordID<LegalEntity>,
        soldTo: RecordID<Customer>,
        currency: CurrencyCode,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.id = id
        self.header = header
        self.type = type
        self.issuer = issuer
        self.soldTo = soldTo
        self.currency = currency
        configure(&self)
    }

    /// The declaration of an invoice.
    public static let schema = RecordSchema(
        "invoice",
        version: 2,
        "A demand for money for what was delivered or will be, or its giving back.",
        blank: Invoice(
            id: .placeholder,
            header: .placeholder,
            type: .placeholder,
            issuer: .placeholder,
            soldTo: .placeholder,
            currency: .placeholder
        )
    ) {
        Field("id", \.id, "The invoice's identity.")
        Field("header", \.header, "What is known about the record.")
        Field("number", \.number, "The invoice's number; a draft has none.")
        Field("type", \.type, "What the invoice is for, and with it which way its amounts go.")
        Field("corrects", \.corrects, "The invoices that this one gives back, corrects or replaces.")
        Field(
            "precedingInvoices",
            \.precedingInvoices,
            "Earlier invoices that the text names: those it corrects, prepayments it deducts."
        )
        Field("reason", \.reason, "Why an earlier invoice is given back or corrected.")
        Field("documentStatus", \.documentStatus, "Where the invoice stands as a document.")
        Field("postingStatus", \.postingStatus, "Where the invoice stands in the books.")
        Field("accountingPeriod", \.accountingPeriod, "The accounting period in which the invoice was posted.")
        Field("paymentStatus", \.paymentStatus, "How much of the invoice is paid.")
        Field("collectionStatus", \.collectionStatus, "Where the invoice stands in being collected.")
        Field("deliveryStatus", \.deliveryStatus, "Whether the invoice has reached its recipient.")
        Field("approval", \.approval, "Who has to agree before the invoice is issued, and what they decided.")
        Field("issuer", \.issuer, "The legal entity that bills.")
        Field("soldTo", \.soldTo, "The customer that bought.")
        Field("parties", \.parties, "The parties as they stood when the invoice was issued.")
        Field("issueDate", \.issueDate, "The day the invoice was issued; a draft has none.")
        Field("taxPointDate", \.taxPointDate, "The day on which tax becomes due.")
        Field("taxPointBasis", \.taxPointBasis, "Which event makes tax due, where its day is not known yet.")
        Field("dueDate", \.dueDate, "The day by which all of it is to be paid.")
        Field("service", \.service, "The days in which what is billed was delivered.")
        Field("accountingDate", \.accountingDate, "The day on which the invoice is posted.")
        Field("sentAt", \.sentAt, "When the invoice was sent.")
        Field("paidOn", \.paidOn, "The day on which all of it was paid.")
        Field("contract", \.contract, "The contract under which is billed; lines may name others.")
        Field("projects", \.projects, "The projects that are billed.")
        Field("purchaseOrders", \.purchaseOrders, "The customer's purchase orders.")
        Field(
            "buyerReference",
            \.buyerReference,
            "What the customer wants to read on its invoices: a cost centre, a routing number."
        )
        Field("billingSplit", \.billingSplit, "The split by which several payers share what is billed.")
        Field(
            "intercompanyInvoice",
            \.intercompanyInvoice,
            "The invoice in the other legal entity's books that answers this one."
        )
        Field("currency", \.currency, "The currency of the invoice's amounts.")
        Field("taxCurrency", \.taxCurrency, "The currency in which tax is declared, if another.")
        Field("exchange", \.exchange, "The exchange rates that the invoice was made with.")
        Field("priceBasis", \.priceBasis, "Whether the prices and amounts of lines include tax.", hasDefault: true)
        Field("lines", \.lines, key: \.id, "The lines.")
        Field(
            "allowancesCharges",
            \.allowancesCharges,
            "What is taken off, or put upon, the whole invoice.",
            sensitivity: .commercial
        )
        Field("taxBreakdown", \.taxBreakdown, "The tax by category and rate.", sensitivity: .commercial)
        Field(
            "withholdings",
            \.withholdings,
            "The tax that the customer withholds and pays for the issuer.",
            sensitivity: .commercial
        )
        Field("totals", \.totals, "The sums in the invoice's currency.", sensitivity: .commercial)
        Field(
            "functionalTotals",
            \.functionalTotals,
            "The sums in the currency of the issuer's books, as they were posted.",
            sensitivity: .commercial
        )
        Field("paymentTerms", \.paymentTerms, "The agreed terms of payment.", sensitivity: .commercial)
        Field(
            "instalments",
            \.instalments,
            key: \.number,
            "The parts in which it is to be paid; one on the due date if there is none.",
            sensitivity: .commercial
        )
        Field(
            "earlyDiscounts",
            \.earlyDiscounts,
            "What may be taken off if all of it is paid early.",
            sensitivity: .commercial
        )
        Field("latePenalty", \.latePenalty, "What is owed beside if it is paid late.", sensitivity: .commercial)
        Field("paymentMeans", \.paymentMeans, "The ways in which it may be paid.", sensitivity: .financial)
        Field(
            "applications",
            \.applications,
            "The payments and credit notes that settle it, undone applications included.",
            sensitivity: .commercial
        )
        Field("retention", \.retention, "What the customer holds back, and has released.", sensitivity: .commercial)
        Field("writeOffs", \.writeOffs, "What was given up of it.", sensitivity: .commercial)
        Field("collection", \.collection, "What is being done to collect it.")
        Field("language", \.language, "The language of the texts.")
        Field("notes", \.notes, "What the customer should read beside the lines.")
        Field("attachments", \.attachments, "The documents that go with it: time sheets, receipts.")
    }
}
