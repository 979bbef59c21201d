public import ConcordSchema
public import ConcordValues

/// Where a payment stands.
public struct PaymentState: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Being prepared.
    public static let draft = Self(rawValue: "draft")
    /// Started, and not authorised or settled.
    public static let pending = Self(rawValue: "pending")
    /// Allowed by the payer or its bank.
    public static let authorised = Self(rawValue: "authorised")
    /// The money has arrived.
    public static let settled = Self(rawValue: "settled")
    /// It did not go through.
    public static let failed = Self(rawValue: "failed")
    /// Taken back after it was settled.
    public static let reversed = Self(rawValue: "reversed")
    /// Paid back.
    public static let refunded = Self(rawValue: "refunded")
    /// Declared void; no money moved.
    public static let void = Self(rawValue: "void")

    /// The known codes.
    public static let codes: CodeList = [
        "draft", "pending", "authorised", "settled", "failed", "reversed", "refunded", "void",
    ]
}
