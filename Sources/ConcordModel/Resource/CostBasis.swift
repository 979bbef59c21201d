public import ConcordSchema
public import ConcordValues

/// What a cost rate is made of.
public struct CostBasis: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// What is really paid.
    public static let actual = Self(rawValue: "actual")
    /// What the firm plans with for everybody in the same grade.
    public static let standard = Self(rawValue: "standard")
    /// What is paid, with employment taxes, benefits and overhead.
    public static let loaded = Self(rawValue: "loaded")

    /// The known codes.
    public static let codes: CodeList = ["actual", "standard", "loaded"]
}
