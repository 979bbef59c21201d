public import ConcordSchema
public import ConcordValues

/// Where an assignment stands.
public struct AssignmentStatus: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Asked for.
    public static let requested = Self(rawValue: "requested")
    /// Somebody is suggested.
    public static let proposed = Self(rawValue: "proposed")
    /// Likely and not agreed.
    public static let tentative = Self(rawValue: "tentative")
    /// Agreed.
    public static let confirmed = Self(rawValue: "confirmed")
    /// Refused.
    public static let declined = Self(rawValue: "declined")
    /// Given up.
    public static let cancelled = Self(rawValue: "cancelled")
    /// Over.
    public static let completed = Self(rawValue: "completed")

    /// The known codes.
    public static let codes: CodeList = [
        "requested", "proposed", "tentative", "confirmed", "declined", "cancelled", "completed",
    ]
}
