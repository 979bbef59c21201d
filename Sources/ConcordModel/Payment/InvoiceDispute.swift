public import ConcordSchema
public import ConcordValues

/// What a customer disputes of an invoice.
public struct InvoiceDispute: Record {
    /// Why.
    public var reason: Coding

    /// How much.
    public var amount: Money

    /// Where the dispute stands.
    public var status: DisputeStatus = .open

    /// The day on which it was raised.
    public var openedOn: LocalDate?

    /// The day on which it was settled.
    public var closedOn: LocalDate?

    /// The lines that are disputed; the whole invoice if none is named.
    public var lines: [RecordID<InvoiceLine>] = []

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A dispute, open unless set otherwise.
    ///
    /// - Parameters:
    ///   - reason: Why.
    ///   - amount: How much.
    ///   - configure: Sets what else is known.
    public init(_ reason: Coding, amount: Money, _ configure: (inout Self) -> Void = { _ in }) {
        self.reason = reason
        self.amount = amount
        configure(&self)
    }

    /// The declaration of a dispute.
    public static let schema = RecordSchema(
        "invoice-dispute",
        "What a customer disputes of an invoice.",
        blank: InvoiceDispute(.placeholder, amount: .placeholder)
    ) {
        Field("reason", \.reason, "Why.")
        Field("amount", \.amount, "How much.", sensitivity: .commercial)
        Field("status", \.status, "Where the dispute stands.")
        Field("openedOn", \.openedOn, "The day on which it was raised.")
        Field("closedOn", \.closedOn, "The day on which it was settled.")
        Field("lines", \.lines, "The lines that are disputed; the whole invoice if none is named.")
    }
}

/// Where a dispute stands.
public struct DisputeStatus: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Raised.
    public static let open = Self(rawValue: "open")
    /// Being looked into.
    public static let inReview = Self(rawValue: "inReview")
    /// The customer is right.
    public static let accepted = Self(rawValue: "accepted")
    /// The customer is not right.
    public static let rejected = Self(rawValue: "rejected")
    /// Both sides agreed on something between.
    public static let settled = Self(rawValue: "settled")
    /// The customer took it back.
    public static let withdrawn = Self(rawValue: "withdrawn")

    /// The known codes.
    public static let codes: CodeList = ["open", "inReview", "accepted", "rejected", "settled", "withdrawn"]
}
