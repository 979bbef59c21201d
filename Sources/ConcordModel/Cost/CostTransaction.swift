public import ConcordSchema
public import ConcordValues

/// A cost other than time, and what became of it: approved, costed, reimbursed, billed.
///
/// Like time, a cost has separate states for approval, billing and cost accounting, and what was billed is in the ledger of
/// ``InvoiceAllocation``s.
public struct CostTransaction: CanonicalRecord {
    /// The cost's identity.
    public var id: RecordID<CostTransaction>

    /// What is known about the record.
    public var header: RecordHeader

    /// What kind of cost it is.
    public var kind: CostKind

    /// What was bought, in the firm's list of categories.
    public var category: Coding?

    /// The day on which the cost arose.
    public var date: LocalDate

    /// Who incurred the cost.
    public var resource: RecordID<Resource>?

    /// The vendor that was paid.
    public var vendor: RecordID<LegalEntity>?

    /// The project that the cost was for.
    public var project: RecordID<Project>?

    /// The task in the project's work breakdown structure.
    public var task: RecordID<ProjectTask>?

    /// The description for the firm's own eyes.
    public var internalDescription: String?

    /// The description that the customer may read.
    public var customerDescription: String?

    /// How much was bought.
    public var quantity: Quantity?

    /// The cost of one unit.
    public var unitCost: Money?

    /// The cost, in the currency it was paid in and in those of the books.
    public var cost: MoneyInContext

    /// The tax that is part of the cost.
    public var taxAmount: Money?

    /// Whether the tax can be claimed back.
    public var taxRecoverable: Bool?

    /// The receipt.
    public var receipt: DocumentReference?

    /// Whether the firm owes the cost to whoever paid it.
    public var reimbursable: Bool?

    /// Who paid.
    public var paidBy: PaidBy?

    /// Where the cost stands in cost accounting.
    public var costState: CostState = .unposted

    /// The legal entity whose books bear the cost.
    public var legalEntity: RecordID<LegalEntity>?

    /// Where the cost stands in approval, and who decided.
    public var approval: Approval = Approval(.draft)

    /// Whether the cost may be billed.
    public var billability: Billability = .undetermined

    /// Where the cost stands in billing.
    public var billingState: BillingState = .unbilled

    /// The contract line under which the cost is billed.
    public var contractLine: RecordID<ContractLine>?

    /// What is added to the cost when it is billed.
    public var markup: Percentage?

    /// What the cost is billed at.
    public var billAmount: Money?

    /// The ledger entries that bill, credit or write off this cost.
    public var allocations: [RecordID<InvoiceAllocation>] = []

    /// What the legal entity that owns the project pays the one that bore the cost.
    public var transferPrice: Money?

    /// The cost that this one corrects.
    public var corrects: RecordID<CostTransaction>?

    /// Which sides may no longer be changed, and why.
    public var locked: PostingLock?

    /// The accounting period in which the cost was posted.
    public var accountingPeriod: String?

    /// The accounting dimensions of the cost.
    public var dimensions: [Dimension] = []

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A cost: a draft, not yet approved, billed or posted, unless set otherwise.
    ///
    /// - Parameters:
    ///   - id: The cost's identity.
    ///   - header: What is known about the record.
    ///   - kind: What kind of cost it is.
    ///   - date: The day on which the cost arose.
    ///   - cost: The cost, in the currency it was paid in and in those of the books.
    ///   - configure: Sets everything else.
    public init(
        id: RecordID<CostTransaction>,
        header: RecordHeader,
        kind: CostKind,
        date: LocalDate,
        cost: MoneyInContext,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.id = id
        self.header = header
        self.kind = kind
        self.date = date
        self.cost = cost
        configure(&self)
    }

    /// The declaration of a cost.
    public static let schema = RecordSchema(
        "cost-transaction",
        version: 1,
        "A cost other than time, and what became of it: approved, costed, reimbursed, billed.",
        blank: CostTransaction(
            id: .placeholder,
            header: .placeholder,
            kind: .placeholder,
            date: .placeholder,
            cost: .placeholder
        )
    ) {
        Field("id", \.id, "The cost's identity.")
        Field("header", \.header, "What is known about the record.")
        Field("kind", \.kind, "What kind of cost it is.")
        Field("category", \.category, "What was bought, in the firm's list of categories.")
        Field("date", \.date, "The day on which the cost arose.")
        Field("resource", \.resource, "Who incurred the cost.", sensitivity: .personal)
        Field("vendor", \.vendor, "The vendor that was paid.")
        Field("project", \.project, "The project that the cost was for.")
        Field("task", \.task, "The task in the project's work breakdown structure.")
        Field("internalDescription", \.internalDescription, "The description for the firm's own eyes.")
        Field("customerDescription", \.customerDescription, "The description that the customer may read.")
        Field("quantity", \.quantity, "How much was bought.")
        Field("unitCost", \.unitCost, "The cost of one unit.", sensitivity: .commercial)
        Field(
            "cost",
            \.cost,
            "The cost, in the currency it was paid in and in those of the books.",
            sensitivity: .commercial
        )
        Field("taxAmount", \.taxAmount, "The tax that is part of the cost.", sensitivity: .commercial)
        Field("taxRecoverable", \.taxRecoverable, "Whether the tax can be claimed back.")
        Field("receipt", \.receipt, "The receipt.")
        Field("reimbursable", \.reimbursable, "Whether the firm owes the cost to whoever paid it.")
        Field("paidBy", \.paidBy, "Who paid.")
        Field("costState", \.costState, "Where the cost stands in cost accounting.")
        Field("legalEntity", \.legalEntity, "The legal entity whose books bear the cost.")
        Field("approval", \.approval, "Where the cost stands in approval, and who decided.")
        Field("billability", \.billability, "Whether the cost may be billed.")
        Field("billingState", \.billingState, "Where the cost stands in billing.")
        Field("contractLine", \.contractLine, "The contract line under which the cost is billed.")
        Field("markup", \.markup, "What is added to the cost when it is billed.", sensitivity: .commercial)
        Field("billAmount", \.billAmount, "What the cost is billed at.", sensitivity: .commercial)
        Field("allocations", \.allocations, "The ledger entries that bill, credit or write off this cost.")
        Field(
            "transferPrice",
            \.transferPrice,
            "What the legal entity that owns the project pays the one that bore the cost.",
            sensitivity: .commercial
        )
        Field("corrects", \.corrects, "The cost that this one corrects.")
        Field("locked", \.locked, "Which sides may no longer be changed, and why.")
        Field("accountingPeriod", \.accountingPeriod, "The accounting period in which the cost was posted.")
        Field("dimensions", \.dimensions, "The accounting dimensions of the cost.")
    }
}
