public import ConcordSchema
public import ConcordValues

/// What a customer holds back of an invoice, and has released.
public struct InvoiceRetention: Record {
    /// The share that is held back.
    public var percent: Percentage?

    /// What was held back.
    public var held: Money

    /// What of it has been released.
    public var released: Money?

    /// The movements, in their order.
    public var movements: [RetentionMovement] = []

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A retention.
    ///
    /// - Parameters:
    ///   - held: What was held back.
    ///   - configure: Sets what else is known.
    public init(held: Money, _ configure: (inout Self) -> Void = { _ in }) {
        self.held = held
        configure(&self)
    }

    /// The declaration of a retention.
    public static let schema = RecordSchema(
        "invoice-retention",
        "What a customer holds back of an invoice, and has released.",
        blank: InvoiceRetention(held: .placeholder)
    ) {
        Field("percent", \.percent, "The share that is held back.", sensitivity: .commercial)
        Field("held", \.held, "What was held back.", sensitivity: .commercial)
        Field("released", \.released, "What of it has been released.", sensitivity: .commercial)
        Field("movements", \.movements, "The movements, in their order.", sensitivity: .commercial)
    }
}

/// One amount held back or released.
public struct RetentionMovement: Record {
    /// Whether it was held back or released.
    public var kind: RetentionMovementKind

    /// How much; positive either way.
    public var amount: Money

    /// When, or when it is to be.
    public var on: LocalDate?

    /// The invoice that bills what is released.
    public var invoice: RecordID<Invoice>?

    /// Why: acceptance, the end of the warranty.
    public var reason: Coding?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A movement of retention.
    ///
    /// - Parameters:
    ///   - kind: Whether it was held back or released.
    ///   - amount: How much; positive either way.
    ///   - configure: Sets what else is known.
    public init(_ kind: RetentionMovementKind, amount: Money, _ configure: (inout Self) -> Void = { _ in }) {
        self.kind = kind
        self.amount = amount
        configure(&self)
    }

    /// The declaration of a movement of retention.
    public static let schema = RecordSchema(
        "retention-movement",
        "One amount held back or released.",
        blank: RetentionMovement(.placeholder, amount: .placeholder)
    ) {
        Field("kind", \.kind, "Whether it was held back or released.")
        Field("amount", \.amount, "How much; positive either way.", sensitivity: .commercial)
        Field("on", \.on, "When, or when it is to be.")
        Field("invoice", \.invoice, "The invoice that bills what is released.")
        Field("reason", \.reason, "Why: acceptance, the end of the warranty.")
    }
}

/// Whether an amount was held back or released.
public struct RetentionMovementKind: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// It was held back.
    public static let held = Self(rawValue: "held")
    /// It was released.
    public static let released = Self(rawValue: "released")

    /// The known codes.
    public static let codes: CodeList = ["held", "released"]
}
