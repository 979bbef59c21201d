public import ConcordSchema
public import ConcordValues

/// How much of an invoice is paid.
public struct PaymentStatus: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Nothing.
    public static let unpaid = Self(rawValue: "unpaid")
    /// A part.
    public static let partlyPaid = Self(rawValue: "partlyPaid")
    /// All.
    public static let paid = Self(rawValue: "paid")
    /// More than was owed.
    public static let overpaid = Self(rawValue: "overpaid")
    /// What was paid was paid back.
    public static let refunded = Self(rawValue: "refunded")
    /// The rest was given up.
    public static let writtenOff = Self(rawValue: "writtenOff")

    /// The known codes.
    public static let codes: CodeList = ["unpaid", "partlyPaid", "paid", "overpaid", "refunded", "writtenOff"]
}
