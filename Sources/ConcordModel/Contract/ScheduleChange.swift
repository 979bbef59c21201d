public import ConcordSchema
public import ConcordValues

/// What an amendment does to a schedule, one of its items, or a milestone.
public struct ScheduleChange: Record {
    /// Whether it comes, changes or ends.
    public var action: ChangeAction

    /// The schedule that changes.
    public var schedule: RecordID<BillingSchedule>?

    /// The item of the schedule that changes.
    public var item: RecordID<ScheduleItem>?

    /// The milestone that changes.
    public var milestone: RecordID<Milestone>?

    /// The day to which it moves.
    public var date: LocalDate?

    /// What the change adds to its amount; negative where it takes away.
    public var amountDelta: Money?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A change of a schedule.
    ///
    /// - Parameters:
    ///   - action: Whether it comes, changes or ends.
    ///   - configure: Sets what else is known.
    public init(action: ChangeAction, _ configure: (inout Self) -> Void = { _ in }) {
        self.action = action
        configure(&self)
    }

    /// The declaration of a change of a schedule.
    public static let schema = RecordSchema(
        "schedule-change",
        "What an amendment does to a schedule, one of its items, or a milestone.",
        blank: ScheduleChange(action: .placeholder)
    ) {
        Field("action", \.action, "Whether it comes, changes or ends.")
        Field("schedule", \.schedule, "The schedule that changes.")
        Field("item", \.item, "The item of the schedule that changes.")
        Field("milestone", \.milestone, "The milestone that changes.")
        Field("date", \.date, "The day to which it moves.")
        Field(
            "amountDelta",
            \.amountDelta,
            "What the change adds to its amount; negative where it takes away.",
            sensitivity: .commercial
        )
    }
}
