public import ConcordSchema
public import ConcordValues

/// When something is billed: how often, on which day, for which period, and each billing so far.
public struct BillingSchedule: Record {
    /// The schedule's identity.
    public var id: RecordID<BillingSchedule>

    /// What the schedule is called.
    public var name: String?

    /// How often it bills.
    public var frequency: BillingFrequency

    /// The interval between two billings, for a custom frequency.
    public var interval: Quantity?

    /// The day of the period on which it bills.
    public var anchor: BillingAnchor?

    /// Whether a period is billed before it or after it.
    public var timing: BillingTiming?

    /// The number of days by which a billing comes after the anchor; negative for before.
    public var offsetDays: Int?

    /// Until which day work is taken into a billing.
    public var cutOff: BillingCutOff?

    /// How a period is billed that the service does not fill.
    public var proration: Proration?

    /// The single billings, planned and done.
    public var items: [ScheduleItem] = []

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A schedule.
    ///
    /// - Parameters:
    ///   - id: The schedule's identity.
    ///   - frequency: How often it bills.
    ///   - configure: Sets what else is known.
    public init(
        id: RecordID<BillingSchedule>,
        frequency: BillingFrequency,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.id = id
        self.frequency = frequency
        configure(&self)
    }

    /// The declaration of a schedule.
    public static let schema = RecordSchema(
        "billing-schedule",
        "When something is billed: how often, on which day, for which period, and each billing so far.",
        blank: BillingSchedule(id: .placeholder, frequency: .placeholder)
    ) {
        Field("id", \.id, "The schedule's identity.")
        Field("name", \.name, "What the schedule is called.")
        Field("frequency", \.frequency, "How often it bills.")
        Field("interval", \.interval, "The interval between two billings, for a custom frequency.")
        Field("anchor", \.anchor, "The day of the period on which it bills.")
        Field("timing", \.timing, "Whether a period is billed before it or after it.")
        Field(
            "offsetDays",
            \.offsetDays,
            "The number of days by which a billing comes after the anchor; negative for before.",
            unit: .day
        )
        Field("cutOff", \.cutOff, "Until which day work is taken into a billing.")
        Field("proration", \.proration, "How a period is billed that the service does not fill.")
        Field("items", \.items, key: \.id, "The single billings, planned and done.")
    }
}

/// Whether a period is billed before it or after it.
public struct BillingTiming: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Before the service.
    public static let advance = Self(rawValue: "advance")
    /// After the service.
    public static let arrears = Self(rawValue: "arrears")

    /// The known codes.
    public static let codes: CodeList = ["advance", "arrears"]
}

/// How a period is billed that the service does not fill.
public struct Proration: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// As a whole period.
    ///
    /// Its text is `none`; a member of that name would be nil wherever an optional is expected.
    public static let whole = Self(rawValue: "none")
    /// By calendar days.
    public static let daily = Self(rawValue: "daily")
    /// By working days.
    public static let workingDays = Self(rawValue: "workingDays")

    /// The known codes.
    public static let codes: CodeList = ["none", "daily", "workingDays"]
}
