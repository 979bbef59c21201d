public import ConcordSchema
public import ConcordValues

/// Who paid for a cost in the first place.
public struct PaidBy: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The firm.
    public static let company = Self(rawValue: "company")
    /// Whoever incurred it.
    public static let employee = Self(rawValue: "employee")
    /// The customer.
    public static let customer = Self(rawValue: "customer")

    /// The known codes.
    public static let codes: CodeList = ["company", "employee", "customer"]
}
