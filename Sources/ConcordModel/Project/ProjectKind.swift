public import ConcordSchema
public import ConcordValues

/// What a project is for.
public struct ProjectKind: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Work for a customer.
    public static let client = Self(rawValue: "client")
    /// Work for the firm itself.
    public static let `internal` = Self(rawValue: "internal")
    /// Work to win a customer.
    public static let presales = Self(rawValue: "presales")
    /// Work at the expense of the firm that should pay later.
    public static let investment = Self(rawValue: "investment")
    /// Care for what was delivered.
    public static let maintenance = Self(rawValue: "maintenance")

    /// The known codes.
    public static let codes: CodeList = ["client", "internal", "presales", "investment", "maintenance"]
}
