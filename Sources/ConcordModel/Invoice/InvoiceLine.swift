public import ConcordSchema
public import ConcordValues

/// One line of an invoice.
///
/// Its price is never negative. A line that takes something away, such as a discount or a prepayment that is deducted,
/// has a negative quantity and amount (EN 16931, BR-27).
public struct InvoiceLine: Record {
    /// The line's identity, which stays when lines are numbered anew.
    public var id: RecordID<InvoiceLine>

    /// The line's number on the invoice.
    public var number: String

    /// What the line bills.
    public var kind: InvoiceLineKind

    /// What is billed, in the words that the customer reads.
    public var description: String

    /// What else the customer should read.
    public var note: String?

    /// The product or service in the firm's catalogue.
    public var item: Coding?

    /// How much is billed; negative on a line that takes away.
    public var quantity: Quantity?

    /// The price of a unit after discount; never negative.
    public var unitPrice: Money?

    /// The price of a unit before discount.
    public var grossUnitPrice: Money?

    /// How many units the price is for; 1 if absent.
    public var priceBaseQuantity: ExactDecimal?

    /// What was taken off the gross price.
    public var discount: Discount?

    /// What is taken off, or put upon, the line.
    public var allowancesCharges: [AllowanceCharge] = []

    /// The line's amount; negative on a line that takes away.
    ///
    /// Quantity × unit price ÷ base quantity + charges − allowances, rounded to the currency. Whether it contains tax
    /// is the invoice's price basis. Only a line of text has none.
    public var amount: Money?

    /// The taxes on the line.
    public var taxes: [TaxLine] = []

    /// The days in which it was delivered.
    public var service: DateInterval?

    /// The contract under which it is billed.
    public var contract: RecordID<Contract>?

    /// The line of the contract.
    public var contractLine: RecordID<ContractLine>?

    /// The project that it was delivered in.
    public var project: RecordID<Project>?

    /// The task in the project's work breakdown structure.
    public var task: RecordID<ProjectTask>?

    /// The milestone that is billed.
    public var milestone: RecordID<Milestone>?

    /// The customer's purchase order and its line.
    public var purchaseOrder: PurchaseOrderReference?

    /// The ledger entries that say which work the line bills or credits.
    public var allocations: [RecordID<InvoiceAllocation>] = []

    /// The line of another invoice that this one gives back.
    public var creditsLine: RecordID<InvoiceLine>?

    /// The line in the other legal entity's books that answers this one.
    public var intercompanyLine: RecordID<InvoiceLine>?

    /// How far the work is and what was billed before, where progress is billed.
    public var progress: ProgressBilling?

    /// The account that the revenue is posted to.
    public var revenueAccount: Coding?

    /// How the line becomes revenue, if not at once.
    public var revenue: RevenueDeferral?

    /// The accounting dimensions of the line.
    public var dimensions: [Dimension] = []

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A line.
    ///
    /// - Parameters:
    ///   - id: The line's identity.
    ///   - number: The line's number on the invoice.
    ///   - kind: What the line bills.
    ///   - description: What is billed, in the words that the customer reads.
    ///   - configure: Sets what else is known.
    public init(
        id: RecordID<InvoiceLine>,
        number: String,
        kind: InvoiceLineKind,
        description: String,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.id = id
        self.number = number
        self.kind = kind
        self.description = description
        configure(&self)
    }

    /// The declaration of a line.
    public static let schema = RecordSchema(
        "invoice-line",
        "One line of an invoice.",
        blank: InvoiceLine(id: .placeholder, number: "", kind: .placeholder, description: "")
    ) {
        Field("id", \.id, "The line's identity, which stays when lines are numbered anew.")
        Field("number", \.number, "The line's number on the invoice.")
        Field("kind", \.kind, "What the line bills.")
        Field("description", \.description, "What is billed, in the words that the customer reads.")
        Field("note", \.note, "What else the customer should read.")
        Field("item", \.item, "The product or service in the firm's catalogue.")
        Field("quantity", \.quantity, "How much is billed; negative on a line that takes away.")
        Field("unitPrice", \.unitPrice, "The price of a unit after discount; never negative.", sensitivity: .commercial)
        Field("grossUnitPrice", \.grossUnitPrice, "The price of a unit before discount.", sensitivity: .commercial)
        Field("priceBaseQuantity", \.priceBaseQuantity, "How many units the price is for; 1 if absent.")
        Field("discount", \.discount, "What was taken off the gross price.", sensitivity: .commercial)
        Field(
            "allowancesCharges",
            \.allowancesCharges,
            "What is taken off, or put upon, the line.",
            sensitivity: .commercial
        )
        Field("amount", \.amount, "The line's amount; negative on a line that takes away.", sensitivity: .commercial)
        Field("taxes", \.taxes, "The taxes on the line.", sensitivity: .commercial)
        Field("service", \.service, "The days in which it was delivered.")
        Field("contract", \.contract, "The contract under which it is billed.")
        Field("contractLine", \.contractLine, "The line of the contract.")
        Field("project", \.project, "The project that it was delivered in.")
        Field("task", \.task, "The task in the project's work breakdown structure.")
        Field("milestone", \.milestone, "The milestone that is billed.")
        Field("purchaseOrder", \.purchaseOrder, "The customer's purchase order and its line.")
        Field("allocations", \.allocations, "The ledger entries that say which work the line bills or credits.")
        Field("creditsLine", \.creditsLine, "The line of another invoice that this one gives back.")
        Field(
            "intercompanyLine",
            \.intercompanyLine,
            "The line in the other legal entity's books that answers this one."
        )
        Field(
            "progress",
            \.progress,
            "How far the work is and what was billed before, where progress is billed.",
            sensitivity: .commercial
        )
        Field("revenueAccount", \.revenueAccount, "The account that the revenue is posted to.")
        Field("revenue", \.revenue, "How the line becomes revenue, if not at once.")
        Field("dimensions", \.dimensions, "The accounting dimensions of the line.")
    }
}
