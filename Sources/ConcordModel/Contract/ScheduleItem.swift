public import ConcordSchema
public import ConcordValues

/// One billing of a schedule, planned or done.
public struct ScheduleItem: Record {
    /// The item's identity.
    public var id: RecordID<ScheduleItem>

    /// The day on which it is billed.
    public var runDate: LocalDate?

    /// The days of service that it bills.
    public var service: DateInterval?

    /// What it bills, where that is agreed beforehand.
    public var amount: Money?

    /// The milestone that it waits for.
    public var milestone: RecordID<Milestone>?

    /// Where the billing stands.
    public var status: ScheduleItemStatus

    /// The invoice that bills it.
    public var invoice: RecordID<Invoice>?

    /// The ledger entries that bill or credit it.
    public var allocations: [RecordID<InvoiceAllocation>] = []

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A scheduled billing.
    ///
    /// - Parameters:
    ///   - id: The item's identity.
    ///   - configure: Sets what else is known.
    public init(id: RecordID<ScheduleItem>, _ configure: (inout Self) -> Void = { _ in }) {
        self.id = id
        status = .planned
        configure(&self)
    }

    /// The declaration of a scheduled billing.
    public static let schema = RecordSchema(
        "schedule-item",
        "One billing of a schedule, planned or done.",
        blank: ScheduleItem(id: .placeholder)
    ) {
        Field("id", \.id, "The item's identity.")
        Field("runDate", \.runDate, "The day on which it is billed.")
        Field("service", \.service, "The days of service that it bills.")
        Field("amount", \.amount, "What it bills, where that is agreed beforehand.", sensitivity: .commercial)
        Field("milestone", \.milestone, "The milestone that it waits for.")
        Field("status", \.status, "Where the billing stands.", hasDefault: true)
        Field("invoice", \.invoice, "The invoice that bills it.")
        Field("allocations", \.allocations, "The ledger entries that bill or credit it.")
    }
}

/// Where a scheduled billing stands.
public struct ScheduleItemStatus: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Its day has not come.
    public static let planned = Self(rawValue: "planned")
    /// It may be billed.
    public static let ready = Self(rawValue: "ready")
    /// Held back.
    public static let onHold = Self(rawValue: "onHold")
    /// On an invoice.
    public static let invoiced = Self(rawValue: "invoiced")
    /// Paid.
    public static let paid = Self(rawValue: "paid")
    /// Left out.
    public static let skipped = Self(rawValue: "skipped")
    /// Given up.
    public static let cancelled = Self(rawValue: "cancelled")

    /// The known codes.
    public static let codes: CodeList = ["planned", "ready", "onHold", "invoiced", "paid", "skipped", "cancelled"]
}
