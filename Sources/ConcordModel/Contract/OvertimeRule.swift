public import ConcordSchema
public import ConcordValues

/// When time is overtime, and what it costs the customer then.
public struct OvertimeRule: Record {
    /// The type that the time becomes.
    public var timeType: TimeType

    /// The time worked in a day after which it begins, in minutes.
    public var afterDaily: Minutes?

    /// The time worked in a week after which it begins, in minutes.
    public var afterWeekly: Minutes?

    /// What the regular rate is multiplied by.
    public var multiplier: ExactDecimal?

    /// Whether the customer must have approved it beforehand.
    public var needsApproval: Bool?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// An overtime rule.
    ///
    /// - Parameters:
    ///   - timeType: The type that the time becomes.
    ///   - configure: Sets what else is known.
    public init(timeType: TimeType, _ configure: (inout Self) -> Void = { _ in }) {
        self.timeType = timeType
        configure(&self)
    }

    /// The declaration of an overtime rule.
    public static let schema = RecordSchema(
        "overtime-rule",
        "When time is overtime, and what it costs the customer then.",
        blank: OvertimeRule(timeType: .placeholder)
    ) {
        Field("timeType", \.timeType, "The type that the time becomes.")
        Field("afterDaily", \.afterDaily, "The time worked in a day after which it begins, in minutes.")
        Field("afterWeekly", \.afterWeekly, "The time worked in a week after which it begins, in minutes.")
        Field(
            "multiplier",
            \.multiplier,
            "What the regular rate is multiplied by.",
            unit: .one,
            sensitivity: .commercial
        )
        Field("needsApproval", \.needsApproval, "Whether the customer must have approved it beforehand.")
    }
}
