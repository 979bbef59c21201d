public import ConcordSchema
public import ConcordValues

/// How a forecast counts an opportunity.
public struct ForecastCategory: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Not at all.
    public static let omitted = Self(rawValue: "omitted")
    /// As one of many that may come.
    public static let pipeline = Self(rawValue: "pipeline")
    /// As what comes if all goes well.
    public static let bestCase = Self(rawValue: "bestCase")
    /// As what will come.
    public static let commit = Self(rawValue: "commit")
    /// As what has come.
    public static let closed = Self(rawValue: "closed")

    /// The known codes.
    public static let codes: CodeList = ["omitted", "pipeline", "bestCase", "commit", "closed"]
}
