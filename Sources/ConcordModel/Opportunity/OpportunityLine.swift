public import ConcordSchema
public import ConcordValues

/// One thing that an opportunity would sell.
public struct OpportunityLine: Record {
    /// The line's identity.
    public var id: RecordID<OpportunityLine>

    /// The line's place among the others, counted from 1.
    public var number: Int?

    /// What would be sold.
    public var description: String?

    /// The service, in the firm's list.
    public var service: Coding?

    /// The role in which the work would be done.
    public var role: RecordID<Role>?

    /// How it would be billed.
    public var billingMethod: BillingMethod?

    /// How much of it.
    public var quantity: Quantity?

    /// The price of one unit.
    public var unitPrice: Money?

    /// What is taken off the price.
    public var discount: Percentage?

    /// The price of the line.
    public var amount: Money?

    /// What the line would cost the firm.
    public var cost: Money?

    /// When the work would be done.
    public var period: DateInterval?

    /// The names by which systems know the line.
    public var externalReferences: [ExternalReference] = []

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// An opportunity line.
    ///
    /// - Parameters:
    ///   - id: The line's identity.
    ///   - configure: Sets what else is known.
    public init(id: RecordID<OpportunityLine>, _ configure: (inout Self) -> Void = { _ in }) {
        self.id = id
        configure(&self)
    }

    /// The declaration of an opportunity line.
    public static let schema = RecordSchema(
        "opportunity-line",
        "One thing that an opportunity would sell.",
        blank: OpportunityLine(id: .placeholder)
    ) {
        Field("id", \.id, "The line's identity.")
        Field("number", \.number, "The line's place among the others, counted from 1.")
        Field("description", \.description, "What would be sold.")
        Field("service", \.service, "The service, in the firm's list.")
        Field("role", \.role, "The role in which the work would be done.")
        Field("billingMethod", \.billingMethod, "How it would be billed.")
        Field("quantity", \.quantity, "How much of it.")
        Field("unitPrice", \.unitPrice, "The price of one unit.", sensitivity: .commercial)
        Field("discount", \.discount, "What is taken off the price.", sensitivity: .commercial)
        Field("amount", \.amount, "The price of the line.", sensitivity: .commercial)
        Field("cost", \.cost, "What the line would cost the firm.", sensitivity: .compensation)
        Field("period", \.period, "When the work would be done.")
        Field("externalReferences", \.externalReferences, "The names by which systems know the line.")
    }
}
