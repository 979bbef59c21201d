public import ConcordSchema
public import ConcordValues

/// For what purpose a customer belongs to its parent.
public struct HierarchyRole: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The parent owns it.
    public static let legal = Self(rawValue: "legal")
    /// The parent is invoiced for it.
    public static let billing = Self(rawValue: "billing")
    /// They are sold to together.
    public static let sales = Self(rawValue: "sales")
    /// They are reported together.
    public static let reporting = Self(rawValue: "reporting")

    /// The known codes.
    public static let codes: CodeList = ["legal", "billing", "sales", "reporting"]
}
