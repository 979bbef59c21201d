public import ConcordSchema
public import ConcordValues

/// Time that one resource worked on one day, and what became of it: approved, costed, billed.
///
/// Approval, billing and cost have states of their own, because they move apart: an entry can be approved and not
/// billed, billed and credited, posted to cost and corrected. What was billed is in the ledger of
/// ``InvoiceAllocation``s, with signs, so that a credit note gives the hours back.
public struct TimeEntry: CanonicalRecord {
    /// The entry's identity.
    public var id: RecordID<TimeEntry>

    /// What is known about the record.
    public var header: RecordHeader

    /// Who did the work.
    public var resource: RecordID<Resource>

    /// The day the work was done, in the entry's time zone.
    public var date: LocalDate

    /// The time zone in which the date is a date.
    public var timeZone: TimeZoneID

    /// The exact time worked, in minutes, before any rounding.
    public var worked: Minutes

    /// When the work began, if it was clocked.
    public var start: Instant?

    /// When the work ended, if it was clocked.
    public var end: Instant?

    /// The breaks between start and end, in minutes.
    public var breakMinutes: Minutes?

    /// The project that the work was for.
    public var project: RecordID<Project>?

    /// The task in the project's work breakdown structure.
    public var task: RecordID<ProjectTask>?

    /// The assignment under which the work was done.
    public var assignment: RecordID<Assignment>?

    /// The customer, for time without a project.
    public var customer: RecordID<Customer>?

    /// The time sheet that the entry was entered on.
    public var sheet: ExternalReference?

    /// What was done, in the firm's list of work types.
    public var workType: Coding

    /// What kind of time it is for pay and price: regular, overtime, travel, leave.
    public var timeType: TimeType

    /// The role in which the work was done.
    public var role: RecordID<Role>?

    /// Where the work was done.
    public var location: Coding?

    /// The description for the firm's own eyes.
    public var internalDescription: String?

    /// The description that the customer may read.
    public var customerDescription: String?

    /// The quantity worked, in the unit in which time is priced.
    public var workedQuantity: Quantity?

    /// The quantity to be billed.
    public var billableQuantity: Quantity?

    /// The quantity to be costed.
    public var costQuantity: Quantity?

    /// The quantity after rounding.
    public var roundedQuantity: Quantity?

    /// How the quantity was rounded, so that it can be explained and undone.
    public var roundingApplied: AppliedRounding?

    /// Where the entry stands in approval, and who decided.
    public var approval: Approval

    /// Whether the time may be billed.
    public var billability: Billability

    /// Where the entry stands in billing.
    public var billingState: BillingState

    /// Why billing is held.
    public var holdReason: Coding?

    /// The contract line under which the time is billed.
    public var contractLine: RecordID<ContractLine>?

    /// The price of a unit and how it was found.
    public var billRate: ResolvedRate?

    /// What the time is billed at.
    public var billAmount: Money?

    /// The ledger entries that bill, credit or write off this time.
    public var allocations: [RecordID<InvoiceAllocation>] = []

    /// The text on the invoice, where it differs from the description.
    public var invoiceTextOverride: String?

    /// The cost of a unit and how it was found.
    public var costRate: ResolvedRate?

    /// What the time costs the firm.
    public var costAmount: Money?

    /// Where the entry stands in cost accounting.
    public var costState: CostState

    /// Where the entry stands in payroll, in the words of the system that pays.
    public var payrollState: Coding?

    /// Where the entry stands in revenue recognition, in the words of the system that recognises it.
    public var revenueState: Coding?

    /// The legal entity that employs the resource.
    public var employingEntity: RecordID<LegalEntity>?

    /// The legal entity that performs the work, if another.
    public var performingEntity: RecordID<LegalEntity>?

    /// What the performing entity pays the employing one.
    public var transferPrice: Money?

    /// The entry that this one corrects.
    public var corrects: RecordID<TimeEntry>?

    /// The entry that this one takes back.
    public var reversalOf: RecordID<TimeEntry>?

    /// Which sides may no longer be changed, and why.
    public var locked: PostingLock?

    /// The accounting period in which the entry was posted.
    public var accountingPeriod: String?

    /// The accounting dimensions of the entry.
    public var dimensions: [Dimension] = []

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A time entry: a draft, not yet approved, billed or costed, unless set otherwise.
    ///
    /// - Parameters:
    ///   - id: The entry's identity.
    ///   - header: What is known about the record.
    ///   - resource: Who did the work.
    ///   - date: The day the work was done.
    ///   - timeZone: The time zone in which the date is a date.
    ///   - worked: The exact time worked.
    ///   - workType: What was done.
    ///   - configure: Sets everything else.
    public init(
        id: RecordID<TimeEntry>,
        header: RecordHeader,
        resource: RecordID<Resource>,
        date: LocalDate,
        timeZone: TimeZoneID,
        worked: Minutes,
        workType: Coding,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.id = id
        self.header = header
        self.resource = resource
        self.date = date
        self.timeZone = timeZone
        self.worked = worked
        self.workType = workType
        timeType = .regular
        approval = Approval(.draft)
        billability = .undetermined
        billingState = .unbilled
        costState = .unposted
        configure(&self)
    }

    /// The declaration of a time entry.
    public static let schema = RecordSchema(
        "time-entry",
        version: 2,
        "Time that one resource worked on one day, and what became of it: approved, costed, billed.",
        blank: TimeEntry(
            id: .placeholder,
            header: .placeholder,
            resource: .placeholder,
            date: .placeholder,
            timeZone: .placeholder,
            worked: .placeholder,
            workType: .placeholder
        )
    ) {
        Field("id", \.id, "The entry's identity.")
        Field("header", \.header, "What is known about the record.")
        Field("resource", \.resource, "Who did the work.", sensitivity: .personal)
        Field("date", \.date, "The day the work was done, in the entry's time zone.")
        Field("timeZone", \.timeZone, "The time zone in which the date is a date.")
        Field("worked", \.worked, "The exact time worked, in minutes, before any rounding.")
        Field("start", \.start, "When the work began, if it was clocked.")
        Field("end", \.end, "When the work ended, if it was clocked.")
        Field("breakMinutes", \.breakMinutes, "The breaks between start and end, in minutes.")
        Field("project", \.project, "The project that the work was for.")
        Field("task", \.task, "The task in the project's work breakdown structure.")
        Field("assignment", \.assignment, "The assignment under which the work was done.")
        Field("customer", \.customer, "The customer, for time without a project.")
        Field("sheet", \.sheet, "The time sheet that the entry was entered on.")
        Field("workType", \.workType, "What was done, in the firm's list of work types.")
        Field(
            "timeType",
            \.timeType,
            "What kind of time it is for pay and price: regular, overtime, travel, leave.",
            hasDefault: true
        )
        Field("role", \.role, "The role in which the work was done.")
        Field("location", \.location, "Where the work was done.")
        Field("internalDescription", \.internalDescription, "The description for the firm's own eyes.")
        Field("customerDescription", \.customerDescription, "The description that the customer may read.")
        Field("workedQuantity", \.workedQuantity, "The quantity worked, in the unit in which time is priced.")
        Field("billableQuantity", \.billableQuantity, "The quantity to be billed.")
        Field("costQuantity", \.costQuantity, "The quantity to be costed.")
        Field("roundedQuantity", \.roundedQuantity, "The quantity after rounding.")
        Field(
            "roundingApplied",
            \.roundingApplied,
            "How the quantity was rounded, so that it can be explained and undone."
        )
        Field("approval", \.approval, "Where the entry stands in approval, and who decided.")
        Field("billability", \.billability, "Whether the time may be billed.")
        Field("billingState", \.billingState, "Where the entry stands in billing.")
        Field("holdReason", \.holdReason, "Why billing is held.")
        Field("contractLine", \.contractLine, "The contract line under which the time is billed.")
        Field("billRate", \.billRate, "The price of a unit and how it was found.", sensitivity: .commercial)
        Field("billAmount", \.billAmount, "What the time is billed at.", sensitivity: .commercial)
        Field("allocations", \.allocations, "The ledger entries that bill, credit or write off this time.")
        Field(
            "invoiceTextOverride",
            \.invoiceTextOverride,
            "The text on the invoice, where it differs from the description."
        )
        Field("costRate", \.costRate, "The cost of a unit and how it was found.", sensitivity: .compensation)
        Field("costAmount", \.costAmount, "What the time costs the firm.", sensitivity: .compensation)
        Field("costState", \.costState, "Where the entry stands in cost accounting.")
        Field(
            "payrollState",
            \.payrollState,
            "Where the entry stands in payroll, in the words of the system that pays."
        )
        Field(
            "revenueState",
            \.revenueState,
            "Where the entry stands in revenue recognition, in the words of the system that recognises it."
        )
        Field("employingEntity", \.employingEntity, "The legal entity that employs the resource.")
        Field("performingEntity", \.performingEntity, "The legal entity that performs the work, if another.")
        Field(
            "transferPrice",
            \.transferPrice,
            "What the performing entity pays the employing one.",
            sensitivity: .commercial
        )
        Field("corrects", \.corrects, "The entry that this one corrects.")
        Field("reversalOf", \.reversalOf, "The entry that this one takes back.")
        Field("locked", \.locked, "Which sides may no longer be changed, and why.")
        Field("accountingPeriod", \.accountingPeriod, "The accounting period in which the entry was posted.")
        Field("dimensions", \.dimensions, "The accounting dimensions of the entry.")
    }
}
