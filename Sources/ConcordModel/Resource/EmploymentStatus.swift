public import ConcordSchema
public import ConcordValues

/// Where an employment stands.
public struct EmploymentStatus: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Agreed and not begun.
    public static let pending = Self(rawValue: "pending")
    /// At work.
    public static let active = Self(rawValue: "active")
    /// Away for a longer time.
    public static let onLeave = Self(rawValue: "onLeave")
    /// Relieved of work for a time.
    public static let suspended = Self(rawValue: "suspended")
    /// Not at work, for no stated reason.
    public static let inactive = Self(rawValue: "inactive")
    /// Ended.
    public static let terminated = Self(rawValue: "terminated")

    /// The known codes.
    public static let codes: CodeList = ["pending", "active", "onLeave", "suspended", "inactive", "terminated"]
}
