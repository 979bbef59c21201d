public import ConcordSchema
public import ConcordValues

/// What a customer and the firm agreed: the parties, the value, the lines, the terms, and every change since.
///
/// An amendment is a part of the contract that it changes and says what it changes, so that what was billed before can
/// be found and put right. The fields hold the contract as amended through ``asAmendedThrough``.
public struct Contract: CanonicalRecord {
    /// The contract's identity.
    public var id: RecordID<Contract>

    /// What is known about the record.
    public var header: RecordHeader

    /// The number by which both parties know the contract.
    public var number: String?

    /// What the contract is called.
    public var title: String?

    /// What kind of agreement it is.
    public var type: ContractType

    /// The contract under which this one is made, as a statement of work is under a master agreement.
    public var parent: RecordID<Contract>?

    /// The opportunity that was won with it.
    public var opportunity: RecordID<Opportunity>?

    /// The quote that it came from, in the system that made the quote.
    public var quote: ExternalReference?

    /// Where the contract stands between draft and end.
    public var status: ContractStatus

    /// Why it stands there.
    public var statusReason: Coding?

    /// Whether it is signed, and by whom.
    public var signature: Signature?

    /// The day on which the last party signed.
    ///
    /// It can be before or after the first day on which the contract is in force.
    public var executedOn: LocalDate?

    /// The days on which the contract is in force.
    ///
    /// The header's interval says how long the record holds, this one how long the agreement does.
    public var effective: DateInterval?

    /// How long before its end the contract must be given notice, in days, weeks or months.
    public var noticePeriod: Quantity?

    /// How the contract is renewed.
    public var renewal: Renewal?

    /// How the contract was ended before its time.
    public var termination: Termination?

    /// The customer.
    public var customer: RecordID<Customer>

    /// The legal entity of the firm that is the customer's party.
    ///
    /// Not known yet in many opportunities; an invoice cannot be issued without it.
    public var contractingEntity: RecordID<LegalEntity>?

    /// The legal entities of the firm that do the work.
    public var deliveringEntities: [RecordID<LegalEntity>] = []

    /// Who pays which share; the customer pays all if there are none.
    public var billingSplits: [BillingSplit] = []

    /// The currency that the contract is made in.
    public var currency: CurrencyCode

    /// What the contract is worth with all executed amendments.
    public var totalValue: Money?

    /// What the contract was worth when it was first signed.
    public var originalValue: Money?

    /// What the executed amendments added; negative where they took away.
    public var changeValue: Money?

    /// What has been billed under the contract, credits taken off.
    public var billedToDate: Money?

    /// What the customer has set money aside for.
    public var fundedAmount: Money?

    /// Whether the customer has bound itself to the value, rather than estimated it.
    public var isCommitted: Bool?

    /// What is sold, and how each part of it is billed.
    public var lines: [ContractLine] = []

    /// The results that make something due.
    public var milestones: [Milestone] = []

    /// When what is billed.
    public var schedules: [BillingSchedule] = []

    /// The changes of the contract, in the order of their sequence.
    public var amendments: [Amendment] = []

    /// The limits on what may be billed under the contract as a whole.
    public var limits: [BillingLimit] = []

    /// The customer's purchase orders, with what they authorise.
    public var purchaseOrders: [PurchaseOrder] = []

    /// When invoices are to be paid.
    public var paymentTerms: PaymentTerms?

    /// The rate card for lines that name none.
    public var rateCard: RecordID<RateCard>?

    /// Which expenses are charged on, and at what price.
    public var expensePolicy: ExpensePolicy?

    /// How time is rounded before it is billed.
    public var rounding: RoundingPolicy?

    /// What time may be billed: increments, caps, overtime, travel.
    public var timePolicy: TimePolicy?

    /// What the customer holds back from each invoice, for lines that say nothing else.
    public var retention: RetentionTerms?

    /// How the contract is taxed, where that is not how the customer is.
    public var taxProfile: RecordID<TaxProfile>?

    /// The law that governs the contract.
    public var governingLaw: Jurisdiction?

    /// How the customer accepts what is delivered.
    public var acceptance: AcceptanceTerms?

    /// The documents that make up the contract.
    public var documents: [DocumentReference] = []

    /// The version of the agreement, counted from 1 at its first signature.
    ///
    /// The header's record version counts every accepted change of the data; this one counts what the parties signed.
    public var version: Int?

    /// The last amendment that the fields already include.
    public var asAmendedThrough: RecordID<Amendment>?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A contract.
    ///
    /// - Parameters:
    ///   - id: The contract's identity.
    ///   - header: What is known about the record.
    ///   - type: What kind of agreement it is.
    ///   - customer: The customer.
    ///   - currency: The currency that the contract is made in.
    ///   - configure: Sets everything else.
    public init(
        id: RecordID<Contract>,
        header: RecordHeader,
        type: ContractType,
        customer: RecordID<Customer>,
        currency: CurrencyCode,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.id = id
        self.header = header
        self.type = type
        self.customer = customer
        self.currency = currency
        status = .draft
        configure(&self)
    }

    /// The declaration of a contract.
    public static let schema = RecordSchema(
        "contract",
        version: 2,
        "What a customer and the firm agreed: the parties, the value, the lines, the terms, and every change since.",
        blank: Contract(
            id: .placeholder,
            header: .placeholder,
            type: .placeholder,
            customer: .placeholder,
            currency: .placeholder
        )
    ) {
        Field("id", \.id, "The contract's identity.")
        Field("header", \.header, "What is known about the record.")
        Field("number", \.number, "The number by which both parties know the contract.")
        Field("title", \.title, "What the contract is called.")
        Field("type", \.type, "What kind of agreement it is.")
        Field(
            "parent",
            \.parent,
            "The contract under which this one is made, as a statement of work is under a master agreement."
        )
        Field("opportunity", \.opportunity, "The opportunity that was won with it.")
        Field("quote", \.quote, "The quote that it came from, in the system that made the quote.")
        Field("status", \.status, "Where the contract stands between draft and end.", hasDefault: true)
        Field("statusReason", \.statusReason, "Why it stands there.")
        Field("signature", \.signature, "Whether it is signed, and by whom.")
        Field("executedOn", \.executedOn, "The day on which the last party signed.")
        Field("effective", \.effective, "The days on which the contract is in force.")
        Field(
            "noticePeriod",
            \.noticePeriod,
            "How long before its end the contract must be given notice, in days, weeks or months."
        )
        Field("renewal", \.renewal, "How the contract is renewed.")
        Field("termination", \.termination, "How the contract was ended before its time.")
        Field("customer", \.customer, "The customer.")
        Field("contractingEntity", \.contractingEntity, "The legal entity of the firm that is the customer's party.")
        Field("deliveringEntities", \.deliveringEntities, "The legal entities of the firm that do the work.")
        Field(
            "billingSplits",
            \.billingSplits,
            key: \.id,
            "Who pays which share; the customer pays all if there are none."
        )
        Field("currency", \.currency, "The currency that the contract is made in.")
        Field(
            "totalValue",
            \.totalValue,
            "What the contract is worth with all executed amendments.",
            sensitivity: .commercial
        )
        Field(
            "originalValue",
            \.originalValue,
            "What the contract was worth when it was first signed.",
            sensitivity: .commercial
        )
        Field(
            "changeValue",
            \.changeValue,
            "What the executed amendments added; negative where they took away.",
            sensitivity: .commercial
        )
        Field(
            "billedToDate",
            \.billedToDate,
            "What has been billed under the contract, credits taken off.",
            sensitivity: .commercial
        )
        Field("fundedAmount", \.fundedAmount, "What the customer has set money aside for.", sensitivity: .commercial)
        Field(
            "isCommitted",
            \.isCommitted,
            "Whether the customer has bound itself to the value, rather than estimated it."
        )
        Field("lines", \.lines, key: \.id, "What is sold, and how each part of it is billed.")
        Field("milestones", \.milestones, key: \.id, "The results that make something due.")
        Field("schedules", \.schedules, key: \.id, "When what is billed.")
        Field("amendments", \.amendments, key: \.id, "The changes of the contract, in the order of their sequence.")
        Field("limits", \.limits, key: \.id, "The limits on what may be billed under the contract as a whole.")
        Field(
            "purchaseOrders",
            \.purchaseOrders,
            key: \.number,
            "The customer's purchase orders, with what they authorise."
        )
        Field("paymentTerms", \.paymentTerms, "When invoices are to be paid.", sensitivity: .commercial)
        Field("rateCard", \.rateCard, "The rate card for lines that name none.")
        Field("expensePolicy", \.expensePolicy, "Which expenses are charged on, and at what price.")
        Field("rounding", \.rounding, "How time is rounded before it is billed.")
        Field("timePolicy", \.timePolicy, "What time may be billed: increments, caps, overtime, travel.")
        Field(
            "retention",
            \.retention,
            "What the customer holds back from each invoice, for lines that say nothing else."
        )
        Field("taxProfile", \.taxProfile, "How the contract is taxed, where that is not how the customer is.")
        Field("governingLaw", \.governingLaw, "The law that governs the contract.")
        Field("acceptance", \.acceptance, "How the customer accepts what is delivered.")
        Field("documents", \.documents, "The documents that make up the contract.")
        Field("version", \.version, "The version of the agreement, counted from 1 at its first signature.")
        Field("asAmendedThrough", \.asAmendedThrough, "The last amendment that the fields already include.")
    }
}
