public import ConcordSchema
public import ConcordValues

/// What is held back until a customer pays, and why.
public struct CreditHold: Record {
    /// What is held back.
    public var state: CreditHoldState

    /// Why.
    public var reason: Coding?

    /// Since when.
    public var since: LocalDate?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A credit hold.
    ///
    /// - Parameters:
    ///   - state: What is held back.
    ///   - configure: Sets what else is known.
    public init(_ state: CreditHoldState, _ configure: (inout Self) -> Void = { _ in }) {
        self.state = state
        configure(&self)
    }

    /// The declaration of a credit hold.
    public static let schema = RecordSchema(
        "credit-hold",
        "What is held back until a customer pays, and why.",
        blank: CreditHold(.placeholder)
    ) {
        Field("state", \.state, "What is held back.")
        Field("reason", \.reason, "Why.")
        Field("since", \.since, "Since when.")
    }
}

/// What is held back from a customer that does not pay.
public struct CreditHoldState: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Nothing.
    public static let none = Self(rawValue: "none")
    /// New contracts and projects; what is under way goes on.
    public static let newWork = Self(rawValue: "newWork")
    /// Further invoices.
    public static let invoicing = Self(rawValue: "invoicing")
    /// All work and all invoices.
    public static let all = Self(rawValue: "all")

    /// The known codes.
    public static let codes: CodeList = ["none", "newWork", "invoicing", "all"]
}
