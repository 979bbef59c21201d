public import ConcordSchema
public import ConcordValues

/// Whether an invoice has reached its recipient.
public struct DeliveryStatus: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Not sent.
    public static let pending = Self(rawValue: "pending")
    /// Sent.
    public static let sent = Self(rawValue: "sent")
    /// At the recipient's side.
    public static let delivered = Self(rawValue: "delivered")
    /// Accepted by the recipient.
    public static let accepted = Self(rawValue: "accepted")
    /// Refused by the recipient or on the way.
    public static let rejected = Self(rawValue: "rejected")

    /// The known codes.
    public static let codes: CodeList = ["pending", "sent", "delivered", "accepted", "rejected"]
}
