public import ConcordSchema
public import ConcordValues

/// What was already worked and billed under the terms that an amendment changes.
public struct AffectedRecords: Record {
    /// The time entries.
    public var timeEntries: [RecordID<TimeEntry>] = []

    /// The costs.
    public var costTransactions: [RecordID<CostTransaction>] = []

    /// The invoice lines.
    public var invoiceLines: [RecordID<InvoiceLine>] = []

    /// The milestones.
    public var milestones: [RecordID<Milestone>] = []

    /// The scheduled billings.
    public var scheduleItems: [RecordID<ScheduleItem>] = []

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// The records that a change affects; set what is known.
    ///
    /// - Parameter configure: Sets what is known.
    public init(_ configure: (inout Self) -> Void = { _ in }) {
        configure(&self)
    }

    /// The declaration of the records that a change affects.
    public static let schema = RecordSchema(
        "affected-records",
        "What was already worked and billed under the terms that an amendment changes.",
        blank: AffectedRecords()
    ) {
        Field("timeEntries", \.timeEntries, "The time entries.")
        Field("costTransactions", \.costTransactions, "The costs.")
        Field("invoiceLines", \.invoiceLines, "The invoice lines.")
        Field("milestones", \.milestones, "The milestones.")
        Field("scheduleItems", \.scheduleItems, "The scheduled billings.")
    }
}
