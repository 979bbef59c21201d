public import ConcordSchema
public import ConcordValues

/// What is taken off, or put upon, a line or an invoice.
public struct AllowanceCharge: Record {
    /// Whether it is taken off or put upon.
    public var kind: AllowanceChargeKind

    /// How much, without tax; positive either way.
    public var amount: Money

    /// The percentage that the amount was computed with.
    public var percent: Percentage?

    /// What the percentage is of.
    public var base: Money?

    /// The reason in a list: UNTDID 5189 for allowances, 7161 for charges.
    public var reasonCode: Coding?

    /// The reason in words.
    public var reason: String?

    /// The taxes on it.
    public var taxes: [TaxLine] = []

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// An allowance or a charge.
    ///
    /// - Parameters:
    ///   - kind: Whether it is taken off or put upon.
    ///   - amount: How much, without tax; positive either way.
    ///   - configure: Sets what else is known.
    public init(_ kind: AllowanceChargeKind, amount: Money, _ configure: (inout Self) -> Void = { _ in }) {
        self.kind = kind
        self.amount = amount
        configure(&self)
    }

    /// The declaration of an allowance or a charge.
    public static let schema = RecordSchema(
        "allowance-charge",
        "What is taken off, or put upon, a line or an invoice.",
        blank: AllowanceCharge(.placeholder, amount: .placeholder)
    ) {
        Field("kind", \.kind, "Whether it is taken off or put upon.")
        Field("amount", \.amount, "How much, without tax; positive either way.", sensitivity: .commercial)
        Field("percent", \.percent, "The percentage that the amount was computed with.", sensitivity: .commercial)
        Field("base", \.base, "What the percentage is of.", sensitivity: .commercial)
        Field("reasonCode", \.reasonCode, "The reason in a list: UNTDID 5189 for allowances, 7161 for charges.")
        Field("reason", \.reason, "The reason in words.")
        Field("taxes", \.taxes, "The taxes on it.")
    }
}

/// Whether something is taken off or put upon.
public struct AllowanceChargeKind: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// It is taken off.
    public static let allowance = Self(rawValue: "allowance")
    /// It is put upon.
    public static let charge = Self(rawValue: "charge")

    /// The known codes.
    public static let codes: CodeList = ["allowance", "charge"]
}
