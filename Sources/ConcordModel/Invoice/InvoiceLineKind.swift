public import ConcordSchema
public import ConcordValues

/// What a line of an invoice bills.
public struct InvoiceLineKind: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Time worked.
    public static let time = Self(rawValue: "time")
    /// Expenses passed on.
    public static let expense = Self(rawValue: "expense")
    /// Goods passed on.
    public static let material = Self(rawValue: "material")
    /// An agreed price.
    public static let fee = Self(rawValue: "fee")
    /// A milestone reached.
    public static let milestone = Self(rawValue: "milestone")
    /// A fee for being available.
    public static let retainer = Self(rawValue: "retainer")
    /// A recurring fee for a period.
    public static let subscription = Self(rawValue: "subscription")
    /// Progress of work at an agreed price.
    public static let progress = Self(rawValue: "progress")
    /// Money held back, or released.
    public static let retention = Self(rawValue: "retention")
    /// Money paid or asked for in advance, or its deduction.
    public static let advance = Self(rawValue: "advance")
    /// A discount as a line of its own.
    public static let discount = Self(rawValue: "discount")
    /// A tax as a line of its own.
    public static let tax = Self(rawValue: "tax")
    /// Nothing: words only.
    public static let text = Self(rawValue: "text")

    /// The known codes.
    public static let codes: CodeList = [
        "time", "expense", "material", "fee", "milestone", "retainer", "subscription", "progress", "retention",
        "advance", "discount", "tax", "text",
    ]
}
