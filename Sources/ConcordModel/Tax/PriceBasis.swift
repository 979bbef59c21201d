public import ConcordSchema
public import ConcordValues

/// Whether a price includes tax.
public struct PriceBasis: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Tax is in the price.
    public static let inclusive = Self(rawValue: "inclusive")
    /// Tax comes on top of the price.
    public static let exclusive = Self(rawValue: "exclusive")

    /// The known codes.
    public static let codes: CodeList = ["inclusive", "exclusive"]
}
