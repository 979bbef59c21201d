public import ConcordSchema
public import ConcordValues

/// What an invoice is for, and with it which way its amounts go.
public struct InvoiceType: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Bills what was delivered.
    public static let standard = Self(rawValue: "standard")
    /// Shows what would be billed; nothing is owed.
    public static let proforma = Self(rawValue: "proforma")
    /// Asks for money before anything is delivered.
    public static let prepayment = Self(rawValue: "prepayment")
    /// Bills a part of work that goes on.
    public static let progress = Self(rawValue: "progress")
    /// Bills the rest of work that was billed in parts.
    public static let final = Self(rawValue: "final")
    /// Gives back, in whole or in part, what another invoice billed.
    public static let creditNote = Self(rawValue: "creditNote")
    /// Bills what another invoice billed too little.
    public static let debitNote = Self(rawValue: "debitNote")
    /// Takes the place of an invoice that was wrong.
    public static let correction = Self(rawValue: "correction")
    /// Written by the customer for its supplier.
    public static let selfBilled = Self(rawValue: "selfBilled")
    /// Between two legal entities of the firm.
    public static let intercompany = Self(rawValue: "intercompany")

    /// The known codes.
    public static let codes: CodeList = [
        "standard", "proforma", "prepayment", "progress", "final", "creditNote", "debitNote", "correction",
        "selfBilled", "intercompany",
    ]

    /// Whether the amounts are owed to the customer; nil for a type that is not known, because its sign is not.
    ///
    /// Amounts of an invoice are positive; this alone says which way they go.
    public var isCredit: Bool? { isKnown ? self == .creditNote : nil }
}
