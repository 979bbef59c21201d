public import ConcordSchema
public import ConcordValues

/// Which event makes tax on an invoice due (UNTDID 2005).
public struct TaxPointBasis: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The invoice's issue, code 3.
    public static let issue = Self(rawValue: "issue")
    /// The delivery, code 35.
    public static let supply = Self(rawValue: "supply")
    /// The payment, code 432.
    public static let payment = Self(rawValue: "payment")

    /// The known codes.
    public static let codes: CodeList = ["issue", "supply", "payment"]
}
