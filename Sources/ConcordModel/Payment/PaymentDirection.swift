public import ConcordSchema
public import ConcordValues

/// Which way a payment goes.
public struct PaymentDirection: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// To the firm.
    public static let incoming = Self(rawValue: "incoming")
    /// From the firm, such as a refund.
    public static let outgoing = Self(rawValue: "outgoing")

    /// The known codes.
    public static let codes: CodeList = ["incoming", "outgoing"]
}
