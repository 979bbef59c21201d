public import ConcordSchema
public import ConcordValues

/// A piece of work with a beginning, an end and a budget, for a customer or for the firm itself.
///
/// What is sold stands in the contract and its lines; a project says how the work is organised and what came of it. Time,
/// cost and assignments point to the project, and the figures here are summaries that a source or a run computed.
public struct Project: CanonicalRecord {
    /// The project's identity.
    public var id: RecordID<Project>

    /// What is known about the record.
    public var header: RecordHeader

    /// The number by which the firm knows the project.
    public var number: String?

    /// The project's name.
    public var name: String

    /// What the project is for: a customer, the firm, a sale.
    public var kind: ProjectKind

    /// The customer that the project is for.
    public var customer: RecordID<Customer>?

    /// The contract lines under which the work is sold.
    public var contractLines: [RecordID<ContractLine>] = []

    /// The opportunity that the project came from.
    public var opportunity: RecordID<Opportunity>?

    /// The template that the project was made from.
    public var template: RecordID<ProjectTemplate>?

    /// The programme that the project belongs to.
    public var programme: RecordID<Programme>?

    /// Where the project stands.
    public var status: ProjectStatus

    /// The phase, in the firm's list of phases.
    public var phase: Coding?

    /// How the project fares, as those who lead it see it.
    public var health: ProjectHealth?

    /// What may still be posted to the project.
    ///
    /// It says nothing of the status: a completed project often stays open for expenses and billing.
    public var postingControl: PostingControl?

    /// The days that are planned for the project.
    public var planned: DateInterval?

    /// The days from the first to the last work done; open while the work goes on.
    public var actual: DateInterval?

    /// The day on which the project was closed.
    public var closedOn: LocalDate?

    /// The project that this one is a part of.
    public var parent: RecordID<Project>?

    /// The tasks of the work breakdown structure.
    public var tasks: [ProjectTask] = []

    /// The legal entity that owns the project and bears its result.
    public var owningEntity: RecordID<LegalEntity>?

    /// The legal entities whose people do the work.
    public var deliveringEntities: [RecordID<LegalEntity>] = []

    /// The rule by which delivering entities charge the owning one.
    public var transferPriceRule: RecordID<TransferPriceRule>?

    /// The accounting dimensions of the project, its cost centre among them.
    public var dimensions: [Dimension] = []

    /// Who manages the project.
    public var manager: RecordID<Resource>?

    /// Who watches over the project's figures.
    public var controller: RecordID<Resource>?

    /// Who leads the sale.
    public var salesLead: RecordID<Resource>?

    /// Who approves what is posted to the project.
    public var approvers: [ProjectApprover] = []

    /// The assignments of those who work on the project.
    public var team: [RecordID<Assignment>] = []

    /// Whether work on the project is billed, unless a task says otherwise.
    public var billable: Bool?

    /// How the work is billed, as the contract lines say.
    ///
    /// It is there for sources that keep the method on the project; where the two differ, the line is right.
    public var billingMethod: BillingMethod?

    /// The rate card that prices the work.
    public var rateCard: RecordID<RateCard>?

    /// How time on the project is rounded.
    public var rounding: RoundingPolicy?

    /// The currency of the project's plan and result.
    public var currency: CurrencyCode?

    /// The tax profile under which the work is taxed.
    public var taxProfile: RecordID<TaxProfile>?

    /// The smallest step in which time is entered, in minutes.
    public var minimumTimeIncrement: Minutes?

    /// The budget in force.
    public var budget: Budget?

    /// What the whole project is expected to take and to bring.
    public var estimateAtCompletion: EstimateAtCompletion?

    /// What the project took and brought so far.
    public var actuals: ProjectActuals?

    /// How much of the project is done.
    public var percentComplete: Percentage?

    /// How it is found how much is done.
    public var percentCompleteMethod: PercentCompleteMethod?

    /// What remains of the revenue after cost.
    public var margin: ProjectMargin?

    /// The calendar of the project's working days.
    public var calendar: RecordID<WorkCalendar>?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A project.
    ///
    /// - Parameters:
    ///   - id: The project's identity.
    ///   - header: What is known about the record.
    ///   - name: The project's name.
    ///   - kind: What the project is for: a customer, the firm, a sale.
    ///   - status: Where the project stands.
    ///   - configure: Sets everything else.
    public init(
        id: RecordID<Project>,
        header: RecordHeader,
        name: String,
        kind: ProjectKind,
        status: ProjectStatus,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.id = id
        self.header = header
        self.name = name
        self.kind = kind
        self.status = status
        configure(&self)
    }

    /// The declaration of a project.
    public static let schema = RecordSchema(
        "project",
        version: 2,
        "A piece of work with a beginning, an end and a budget, for a customer or for the firm itself.",
        blank: Project(id: .placeholder, header: .placeholder, name: "", kind: .placeholder, status: .placeholder)
    ) {
        Field("id", \.id, "The project's identity.")
        Field("header", \.header, "What is known about the record.")
        Field("number", \.number, "The number by which the firm knows the project.")
        Field("name", \.name, "The project's name.")
        Field("kind", \.kind, "What the project is for: a customer, the firm, a sale.")
        Field("customer", \.customer, "The customer that the project is for.")
        Field("contractLines", \.contractLines, "The contract lines under which the work is sold.")
        Field("opportunity", \.opportunity, "The opportunity that the project came from.")
        Field("template", \.template, "The template that the project was made from.")
        Field("programme", \.programme, "The programme that the project belongs to.")
        Field("status", \.status, "Where the project stands.")
        Field("phase", \.phase, "The phase, in the firm's list of phases.")
        Field("health", \.health, "How the project fares, as those who lead it see it.")
        Field("postingControl", \.postingControl, "What may still be posted to the project.")
        Field("planned", \.planned, "The days that are planned for the project.")
        Field("actual", \.actual, "The days from the first to the last work done; open while the work goes on.")
        Field("closedOn", \.closedOn, "The day on which the project was closed.")
        Field("parent", \.parent, "The project that this one is a part of.")
        Field("tasks", \.tasks, key: \.id, "The tasks of the work breakdown structure.")
        Field("owningEntity", \.owningEntity, "The legal entity that owns the project and bears its result.")
        Field("deliveringEntities", \.deliveringEntities, "The legal entities whose people do the work.")
        Field("transferPriceRule", \.transferPriceRule, "The rule by which delivering entities charge the owning one.")
        Field("dimensions", \.dimensions, "The accounting dimensions of the project, its cost centre among them.")
        Field("manager", \.manager, "Who manages the project.", sensitivity: .personal)
        Field("controller", \.controller, "Who watches over the project's figures.", sensitivity: .personal)
        Field("salesLead", \.salesLead, "Who leads the sale.", sensitivity: .personal)
        Field("approvers", \.approvers, "Who approves what is posted to the project.", sensitivity: .personal)
        Field("team", \.team, "The assignments of those who work on the project.")
        Field("billable", \.billable, "Whether work on the project is billed, unless a task says otherwise.")
        Field("billingMethod", \.billingMethod, "How the work is billed, as the contract lines say.")
        Field("rateCard", \.rateCard, "The rate card that prices the work.")
        Field("rounding", \.rounding, "How time on the project is rounded.")
        Field("currency", \.currency, "The currency of the project's plan and result.")
        Field("taxProfile", \.taxProfile, "The tax profile under which the work is taxed.")
        Field("minimumTimeIncrement", \.minimumTimeIncrement, "The smallest step in which time is entered, in minutes.")
        Field("budget", \.budget, "The budget in force.", sensitivity: .compensation)
        Field(
            "estimateAtCompletion",
            \.estimateAtCompletion,
            "What the whole project is expected to take and to bring.",
            sensitivity: .compensation
        )
        Field("actuals", \.actuals, "What the project took and brought so far.", sensitivity: .compensation)
        Field("percentComplete", \.percentComplete, "How much of the project is done.")
        Field("percentCompleteMethod", \.percentCompleteMethod, "How it is found how much is done.")
        Field("margin", \.margin, "What remains of the revenue after cost.", sensitivity: .commercial)
        Field("calendar", \.calendar, "The calendar of the project's working days.")
    }
}
