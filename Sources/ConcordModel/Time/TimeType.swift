public import ConcordSchema
public import ConcordValues

/// What kind of time it is for pay and price.
public struct TimeType: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Within the normal working time.
    public static let regular = Self(rawValue: "regular")
    /// Beyond the normal working time.
    public static let overtime = Self(rawValue: "overtime")
    /// Overtime at twice the pay.
    public static let doubleTime = Self(rawValue: "doubleTime")
    /// On the way to and from work elsewhere.
    public static let travel = Self(rawValue: "travel")
    /// Available and not working.
    public static let standby = Self(rawValue: "standby")
    /// Learning.
    public static let training = Self(rawValue: "training")
    /// Agreed time off.
    public static let leave = Self(rawValue: "leave")
    /// A public holiday.
    public static let holiday = Self(rawValue: "holiday")
    /// Ill.
    public static let sick = Self(rawValue: "sick")

    /// The known codes.
    public static let codes: CodeList = [
        "regular", "overtime", "doubleTime", "travel", "standby", "training", "leave", "holiday", "sick",
    ]
}
