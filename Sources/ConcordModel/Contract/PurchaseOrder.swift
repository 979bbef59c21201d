public import ConcordSchema
public import ConcordValues

/// A customer's purchase order: what it authorises, and how much of that is used up.
public struct PurchaseOrder: Record {
    /// The number that the customer wants to see on invoices.
    public var number: String

    /// Who issued it, if not the contract's customer.
    public var issuer: RecordID<Customer>?

    /// What it authorises.
    public var authorised: Money?

    /// How much of that is used up.
    public var consumed: Money?

    /// The days on which it may be billed against.
    public var validity: DateInterval?

    /// Whether it may be billed against.
    public var status: PurchaseOrderStatus?

    /// Its lines.
    public var lines: [PurchaseOrderLine] = []

    /// The order itself.
    public var document: DocumentReference?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A purchase order.
    ///
    /// - Parameters:
    ///   - number: The number that the customer wants to see on invoices.
    ///   - configure: Sets what else is known.
    public init(number: String, _ configure: (inout Self) -> Void = { _ in }) {
        self.number = number
        configure(&self)
    }

    /// The declaration of a purchase order.
    public static let schema = RecordSchema(
        "purchase-order",
        "A customer's purchase order: what it authorises, and how much of that is used up.",
        blank: PurchaseOrder(number: "")
    ) {
        Field("number", \.number, "The number that the customer wants to see on invoices.")
        Field("issuer", \.issuer, "Who issued it, if not the contract's customer.")
        Field("authorised", \.authorised, "What it authorises.", sensitivity: .commercial)
        Field("consumed", \.consumed, "How much of that is used up.", sensitivity: .commercial)
        Field("validity", \.validity, "The days on which it may be billed against.")
        Field("status", \.status, "Whether it may be billed against.")
        Field("lines", \.lines, key: \.number, "Its lines.")
        Field("document", \.document, "The order itself.")
    }
}

/// Whether a purchase order may be billed against.
public struct PurchaseOrderStatus: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// It may.
    public static let open = Self(rawValue: "open")
    /// What it authorises is used up.
    public static let exhausted = Self(rawValue: "exhausted")
    /// Its time is over.
    public static let expired = Self(rawValue: "expired")
    /// The customer closed it.
    public static let closed = Self(rawValue: "closed")

    /// The known codes.
    public static let codes: CodeList = ["open", "exhausted", "expired", "closed"]
}
