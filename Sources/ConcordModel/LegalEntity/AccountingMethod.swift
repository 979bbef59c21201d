public import ConcordSchema
public import ConcordValues

/// When income and cost count.
public struct AccountingMethod: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// When they are paid.
    public static let cash = Self(rawValue: "cash")
    /// When they are earned and incurred.
    public static let accrual = Self(rawValue: "accrual")

    /// The known codes.
    public static let codes: CodeList = ["cash", "accrual"]
}
