public import ConcordSchema
public import ConcordValues

/// Which expenses are charged on to the customer, and at what price.
public struct ExpensePolicy: Record {
    /// Whether expenses are charged on, unless their category says otherwise.
    public var chargeable: Billability?

    /// What is charged on and what is not, by category.
    public var categories: [Chargeability] = []

    /// What is added to the cost.
    public var markup: Percentage?

    /// The most that is charged on in all.
    public var cap: Money?

    /// Whether the customer wants to see receipts.
    public var receiptsRequired: Bool?

    /// The amount from which receipts are wanted.
    public var receiptThreshold: Money?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// An expense policy; set what is known.
    ///
    /// - Parameter configure: Sets what is known.
    public init(_ configure: (inout Self) -> Void = { _ in }) {
        configure(&self)
    }

    /// The declaration of an expense policy.
    public static let schema = RecordSchema(
        "expense-policy",
        "Which expenses are charged on to the customer, and at what price.",
        blank: ExpensePolicy()
    ) {
        Field("chargeable", \.chargeable, "Whether expenses are charged on, unless their category says otherwise.")
        Field("categories", \.categories, "What is charged on and what is not, by category.")
        Field("markup", \.markup, "What is added to the cost.", sensitivity: .commercial)
        Field("cap", \.cap, "The most that is charged on in all.", sensitivity: .commercial)
        Field("receiptsRequired", \.receiptsRequired, "Whether the customer wants to see receipts.")
        Field("receiptThreshold", \.receiptThreshold, "The amount from which receipts are wanted.")
    }
}
