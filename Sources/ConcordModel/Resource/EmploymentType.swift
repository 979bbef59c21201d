public import ConcordSchema
public import ConcordValues

/// How a resource is employed.
public struct EmploymentType: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// For the whole of a normal week.
    public static let fullTime = Self(rawValue: "fullTime")
    /// For a part of a normal week.
    public static let partTime = Self(rawValue: "partTime")
    /// By a contract for services.
    public static let contractor = Self(rawValue: "contractor")
    /// To learn.
    public static let intern = Self(rawValue: "intern")
    /// For a limited time.
    public static let temporary = Self(rawValue: "temporary")
    /// In another way.
    public static let other = Self(rawValue: "other")

    /// The known codes.
    public static let codes: CodeList = ["fullTime", "partTime", "contractor", "intern", "temporary", "other"]
}
