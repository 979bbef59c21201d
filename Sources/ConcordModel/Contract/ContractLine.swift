public import ConcordSchema
public import ConcordValues

/// One part of what a contract sells: what it covers, how it is billed, and at what price.
///
/// A line is never overwritten by an amendment that changes its price: the line ends and a successor begins, so that
/// what was billed under the old one stays explained.
public struct ContractLine: Record {
    /// The line's identity.
    public var id: RecordID<ContractLine>

    /// The number by which both parties know the line.
    public var number: String?

    /// What is sold.
    public var description: String?

    /// What makes something billable: time, results, the calendar.
    public var billingMethod: BillingMethod

    /// The projects whose work is billed under the line.
    public var projects: [RecordID<Project>] = []

    /// The kinds of work and cost that the line covers.
    public var includes: LineScope?

    /// What is charged and what is not, by role and by category.
    public var chargeability: [Chargeability] = []

    /// How much is sold.
    public var quantity: Quantity?

    /// The unit that the unit price is for, if not the quantity's.
    public var priceUnit: UnitCode?

    /// The price of one unit.
    public var unitPrice: Money?

    /// What the line is worth, discount taken off.
    public var lineAmount: Money?

    /// The rate card that prices the line's time, if not the contract's.
    public var rateCard: RecordID<RateCard>?

    /// What is added to cost, for lines billed at cost plus.
    public var markup: Percentage?

    /// What is taken off the price.
    public var discount: Discount?

    /// The limits on what may be billed under the line.
    public var limits: [BillingLimit] = []

    /// What the customer has paid for in advance, and how much of it is left.
    public var prepaidBalance: PrepaidBalance?

    /// What the customer holds back, if not what the contract says.
    public var retention: RetentionTerms?

    /// How the line is taxed.
    public var taxCategory: TaxCategory?

    /// The number of the purchase order that pays for the line.
    public var purchaseOrder: String?

    /// The schedule by which the line is billed.
    public var billingSchedule: RecordID<BillingSchedule>?

    /// The days of the service that is sold.
    public var service: DateInterval?

    /// The first day from which the line is billed, if not the first of the service.
    public var billingStart: LocalDate?

    /// When what the line earns becomes revenue.
    public var revenueRule: RevenueRule?

    /// The amendment that brought the line; none for a line of the original contract.
    public var introducedBy: RecordID<Amendment>?

    /// The line that this one took the place of.
    public var predecessor: RecordID<ContractLine>?

    /// The line that took this one's place.
    public var successor: RecordID<ContractLine>?

    /// The days on which the line is part of the contract.
    public var effective: DateInterval?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A contract line.
    ///
    /// - Parameters:
    ///   - id: The line's identity.
    ///   - billingMethod: What makes something billable: time, results, the calendar.
    ///   - configure: Sets what else is known.
    public init(
        id: RecordID<ContractLine>,
        billingMethod: BillingMethod,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.id = id
        self.billingMethod = billingMethod
        configure(&self)
    }

    /// The declaration of a contract line.
    public static let schema = RecordSchema(
        "contract-line",
        "One part of what a contract sells: what it covers, how it is billed, and at what price.",
        blank: ContractLine(id: .placeholder, billingMethod: .placeholder)
    ) {
        Field("id", \.id, "The line's identity.")
        Field("number", \.number, "The number by which both parties know the line.")
        Field("description", \.description, "What is sold.")
        Field("billingMethod", \.billingMethod, "What makes something billable: time, results, the calendar.")
        Field("projects", \.projects, "The projects whose work is billed under the line.")
        Field("includes", \.includes, "The kinds of work and cost that the line covers.")
        Field("chargeability", \.chargeability, "What is charged and what is not, by role and by category.")
        Field("quantity", \.quantity, "How much is sold.")
        Field("priceUnit", \.priceUnit, "The unit that the unit price is for, if not the quantity's.")
        Field("unitPrice", \.unitPrice, "The price of one unit.", sensitivity: .commercial)
        Field("lineAmount", \.lineAmount, "What the line is worth, discount taken off.", sensitivity: .commercial)
        Field("rateCard", \.rateCard, "The rate card that prices the line's time, if not the contract's.")
        Field("markup", \.markup, "What is added to cost, for lines billed at cost plus.", sensitivity: .commercial)
        Field("discount", \.discount, "What is taken off the price.")
        Field("limits", \.limits, key: \.id, "The limits on what may be billed under the line.")
        Field(
            "prepaidBalance",
            \.prepaidBalance,
            "What the customer has paid for in advance, and how much of it is left."
        )
        Field("retention", \.retention, "What the customer holds back, if not what the contract says.")
        Field("taxCategory", \.taxCategory, "How the line is taxed.")
        Field("purchaseOrder", \.purchaseOrder, "The number of the purchase order that pays for the line.")
        Field("billingSchedule", \.billingSchedule, "The schedule by which the line is billed.")
        Field("service", \.service, "The days of the service that is sold.")
        Field(
            "billingStart",
            \.billingStart,
            "The first day from which the line is billed, if not the first of the service."
        )
        Field("revenueRule", \.revenueRule, "When what the line earns becomes revenue.")
        Field(
            "introducedBy",
            \.introducedBy,
            "The amendment that brought the line; none for a line of the original contract."
        )
        Field("predecessor", \.predecessor, "The line that this one took the place of.")
        Field("successor", \.successor, "The line that took this one's place.")
        Field("effective", \.effective, "The days on which the line is part of the contract.")
    }
}
