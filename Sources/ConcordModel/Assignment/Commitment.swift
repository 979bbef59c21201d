public import ConcordSchema
public import ConcordValues

/// How firmly an assignment takes capacity.
public struct Commitment: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The capacity is gone for others.
    public static let hard = Self(rawValue: "hard")
    /// The capacity is pencilled in, and others may take it.
    public static let soft = Self(rawValue: "soft")

    /// The known codes.
    public static let codes: CodeList = ["hard", "soft"]
}
