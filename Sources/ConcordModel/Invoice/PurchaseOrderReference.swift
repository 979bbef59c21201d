public import ConcordSchema
public import ConcordValues

/// The customer's purchase order that is billed.
public struct PurchaseOrderReference: Record {
    /// The customer's number of the order.
    public var number: String

    /// The line of the order.
    public var line: String?

    /// The release of a blanket order.
    public var release: String?

    /// The day the order was issued.
    public var issuedOn: LocalDate?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A purchase order.
    ///
    /// - Parameters:
    ///   - number: The customer's number of the order.
    ///   - configure: Sets what else is known.
    public init(_ number: String, _ configure: (inout Self) -> Void = { _ in }) {
        self.number = number
        configure(&self)
    }

    /// The declaration of a purchase order.
    public static let schema = RecordSchema(
        "purchase-order-reference",
        "The customer's purchase order that is billed.",
        blank: PurchaseOrderReference("")
    ) {
        Field("number", \.number, "The customer's number of the order.")
        Field("line", \.line, "The line of the order.")
        Field("release", \.release, "The release of a blanket order.")
        Field("issuedOn", \.issuedOn, "The day the order was issued.")
    }
}
