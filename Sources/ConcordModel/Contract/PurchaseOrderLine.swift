public import ConcordSchema
public import ConcordValues

/// One line of a customer's purchase order.
public struct PurchaseOrderLine: Record {
    /// The line's number on the order.
    public var number: String

    /// What is ordered.
    public var description: String?

    /// The contract line that it pays for.
    public var contractLine: RecordID<ContractLine>?

    /// What it authorises.
    public var authorised: Money?

    /// How much of that is used up.
    public var consumed: Money?

    /// How much is ordered.
    public var quantity: Quantity?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A line of a purchase order.
    ///
    /// - Parameters:
    ///   - number: The line's number on the order.
    ///   - configure: Sets what else is known.
    public init(number: String, _ configure: (inout Self) -> Void = { _ in }) {
        self.number = number
        configure(&self)
    }

    /// The declaration of a line of a purchase order.
    public static let schema = RecordSchema(
        "purchase-order-line",
        "One line of a customer's purchase order.",
        blank: PurchaseOrderLine(number: "")
    ) {
        Field("number", \.number, "The line's number on the order.")
        Field("description", \.description, "What is ordered.")
        Field("contractLine", \.contractLine, "The contract line that it pays for.")
        Field("authorised", \.authorised, "What it authorises.", sensitivity: .commercial)
        Field("consumed", \.consumed, "How much of that is used up.", sensitivity: .commercial)
        Field("quantity", \.quantity, "How much is ordered.")
    }
}
