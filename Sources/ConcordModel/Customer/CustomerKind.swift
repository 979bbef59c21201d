public import ConcordSchema
public import ConcordValues

/// What kind of customer it is.
public struct CustomerKind: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A company or another private body.
    public static let organisation = Self(rawValue: "organisation")
    /// A natural person.
    public static let individual = Self(rawValue: "individual")
    /// A part of the firm.
    public static let `internal` = Self(rawValue: "internal")
    /// A public body.
    public static let government = Self(rawValue: "government")

    /// The known codes.
    public static let codes: CodeList = ["organisation", "individual", "internal", "government"]
}
