public import ConcordSchema
public import ConcordValues

/// How often something is billed or begins anew.
public struct BillingFrequency: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Every week.
    public static let weekly = Self(rawValue: "weekly")
    /// Every other week.
    public static let biweekly = Self(rawValue: "biweekly")
    /// Twice a month.
    public static let semimonthly = Self(rawValue: "semimonthly")
    /// Every month.
    public static let monthly = Self(rawValue: "monthly")
    /// Every three months.
    public static let quarterly = Self(rawValue: "quarterly")
    /// Every six months.
    public static let semiannual = Self(rawValue: "semiannual")
    /// Every year.
    public static let annual = Self(rawValue: "annual")
    /// When a milestone is reached.
    public static let onMilestone = Self(rawValue: "onMilestone")
    /// When somebody says so.
    public static let onDemand = Self(rawValue: "onDemand")
    /// At another interval, or on the days that are listed.
    public static let custom = Self(rawValue: "custom")

    /// The known codes.
    public static let codes: CodeList = [
        "weekly", "biweekly", "semimonthly", "monthly", "quarterly", "semiannual", "annual", "onMilestone", "onDemand",
        "custom",
    ]
}
