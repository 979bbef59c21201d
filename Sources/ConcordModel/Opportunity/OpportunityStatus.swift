public import ConcordSchema
public import ConcordValues

/// How an opportunity stands.
public struct OpportunityStatus: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Undecided.
    public static let open = Self(rawValue: "open")
    /// The customer buys.
    public static let won = Self(rawValue: "won")
    /// The customer does not buy, or buys elsewhere.
    public static let lost = Self(rawValue: "lost")
    /// Nobody works on it for the time being.
    public static let onHold = Self(rawValue: "onHold")
    /// Given up by the firm, or entered by mistake.
    public static let cancelled = Self(rawValue: "cancelled")

    /// The known codes.
    public static let codes: CodeList = ["open", "won", "lost", "onHold", "cancelled"]
}
