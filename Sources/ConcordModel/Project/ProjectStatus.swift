public import ConcordSchema
public import ConcordValues

/// Where a project stands; what may be posted to it is in its posting control.
public struct ProjectStatus: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Suggested and not decided.
    public static let proposed = Self(rawValue: "proposed")
    /// Decided and not begun.
    public static let planned = Self(rawValue: "planned")
    /// Being worked on.
    public static let active = Self(rawValue: "active")
    /// Interrupted.
    public static let onHold = Self(rawValue: "onHold")
    /// The work is done.
    public static let completed = Self(rawValue: "completed")
    /// The work is done, billed and accounted for.
    public static let closed = Self(rawValue: "closed")
    /// Given up.
    public static let cancelled = Self(rawValue: "cancelled")

    /// The known codes.
    public static let codes: CodeList = ["proposed", "planned", "active", "onHold", "completed", "closed", "cancelled"]
}
