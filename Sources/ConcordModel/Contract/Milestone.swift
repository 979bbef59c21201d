public import ConcordSchema
public import ConcordValues

/// A result that makes something due: an amount, a share of a price, revenue.
public struct Milestone: Record {
    /// The milestone's identity.
    public var id: RecordID<Milestone>

    /// What is to be reached.
    public var name: String

    /// The contract line that it is billed under.
    public var contractLine: RecordID<ContractLine>?

    /// The project in which it is reached.
    public var project: RecordID<Project>?

    /// The task whose completion reaches it.
    public var task: RecordID<ProjectTask>?

    /// What is due when it is reached.
    public var amount: Money?

    /// The share of the line's price that is due when it is reached.
    public var percent: Percentage?

    /// The day by which it is to be reached.
    public var due: LocalDate?

    /// The day on which it was reached.
    public var reachedOn: LocalDate?

    /// Where the milestone stands.
    public var status: MilestoneStatus

    /// Who accepted the result, and when.
    public var acceptance: Acceptance?

    /// Whether reaching it makes revenue.
    public var isRevenueTrigger: Bool?

    /// The invoice lines that bill it.
    public var invoiceLines: [RecordID<InvoiceLine>] = []

    /// The ledger entries that bill or credit it.
    public var allocations: [RecordID<InvoiceAllocation>] = []

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A milestone.
    ///
    /// - Parameters:
    ///   - id: The milestone's identity.
    ///   - name: What is to be reached.
    ///   - configure: Sets what else is known.
    public init(
        id: RecordID<Milestone>,
        name: String,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.id = id
        self.name = name
        status = .planned
        configure(&self)
    }

    /// The declaration of a milestone.
    public static let schema = RecordSchema(
        "milestone",
        "A result that makes something due: an amount, a share of a price, revenue.",
        blank: Milestone(id: .placeholder, name: "")
    ) {
        Field("id", \.id, "The milestone's identity.")
        Field("name", \.name, "What is to be reached.")
        Field("contractLine", \.contractLine, "The contract line that it is billed under.")
        Field("project", \.project, "The project in which it is reached.")
        Field("task", \.task, "The task whose completion reaches it.")
        Field("amount", \.amount, "What is due when it is reached.", sensitivity: .commercial)
        Field(
            "percent",
            \.percent,
            "The share of the line's price that is due when it is reached.",
            sensitivity: .commercial
        )
        Field("due", \.due, "The day by which it is to be reached.")
        Field("reachedOn", \.reachedOn, "The day on which it was reached.")
        Field("status", \.status, "Where the milestone stands.", hasDefault: true)
        Field("acceptance", \.acceptance, "Who accepted the result, and when.")
        Field("isRevenueTrigger", \.isRevenueTrigger, "Whether reaching it makes revenue.")
        Field("invoiceLines", \.invoiceLines, "The invoice lines that bill it.")
        Field("allocations", \.allocations, "The ledger entries that bill or credit it.")
    }
}

/// Where a milestone stands.
public struct MilestoneStatus: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Not begun.
    public static let planned = Self(rawValue: "planned")
    /// Being worked for.
    public static let inProgress = Self(rawValue: "inProgress")
    /// Reached, as the firm sees it.
    public static let reached = Self(rawValue: "reached")
    /// Reached, as the customer sees it too.
    public static let accepted = Self(rawValue: "accepted")
    /// It may be billed.
    public static let readyToInvoice = Self(rawValue: "readyToInvoice")
    /// On an issued invoice.
    public static let invoiced = Self(rawValue: "invoiced")
    /// Paid.
    public static let paid = Self(rawValue: "paid")
    /// No longer asked for, and billed all the same.
    public static let waived = Self(rawValue: "waived")
    /// Given up.
    public static let cancelled = Self(rawValue: "cancelled")

    /// The known codes.
    public static let codes: CodeList = [
        "planned", "inProgress", "reached", "accepted", "readyToInvoice", "invoiced", "paid", "waived", "cancelled",
    ]
}
