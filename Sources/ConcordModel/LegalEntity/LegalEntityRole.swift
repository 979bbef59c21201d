public import ConcordSchema
public import ConcordValues

/// Whose a legal entity is.
public struct LegalEntityRole: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// One of the firm's companies.
    public static let own = Self(rawValue: "own")
    /// A customer.
    public static let customer = Self(rawValue: "customer")
    /// A vendor or a subcontractor.
    public static let vendor = Self(rawValue: "vendor")

    /// The known codes.
    public static let codes: CodeList = ["own", "customer", "vendor"]
}
