public import ConcordSchema
public import ConcordValues

/// Where a time entry stands in cost accounting.
public struct CostState: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Not posted yet.
    public static let unposted = Self(rawValue: "unposted")
    /// Posted.
    public static let posted = Self(rawValue: "posted")
    /// Posted anew after a change of rate or quantity.
    public static let reposted = Self(rawValue: "reposted")

    /// The known codes.
    public static let codes: CodeList = ["unposted", "posted", "reposted"]
}
