public import ConcordSchema
public import ConcordValues

/// Whether a rate is a price, a cost or a transfer price.
public struct RateSide: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// What the customer pays.
    public static let bill = Self(rawValue: "bill")
    /// What the work costs the firm.
    public static let cost = Self(rawValue: "cost")
    /// What one legal entity of the firm pays another.
    public static let transfer = Self(rawValue: "transfer")

    /// The known codes.
    public static let codes: CodeList = ["bill", "cost", "transfer"]
}
