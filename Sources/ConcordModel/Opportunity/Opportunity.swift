public import ConcordSchema
public import ConcordValues

/// Work that the firm may win, and what it would bring and take.
///
/// Stage and status are two things: a stage is a step on the way and is counted in the source's own list, a status says
/// whether the way goes on. What is won shows in ``resultingContracts``, so that cash can be followed back to the first
/// talk.
public struct Opportunity: CanonicalRecord {
    /// The opportunity's identity.
    public var id: RecordID<Opportunity>

    /// What is known about the record.
    public var header: RecordHeader

    /// What people call it.
    public var name: String

    /// What it is about.
    public var description: String?

    /// Who would buy.
    public var customer: RecordID<Customer>?

    /// The people at the customer who have a part in it.
    public var contacts: [RecordID<Contact>] = []

    /// Whether it is new business, an extension or a renewal, in the firm's list.
    public var kind: Coding?

    /// How the firm came to know of it, in the firm's list.
    public var leadSource: Coding?

    /// How far it has come, in the model's terms and in the source's.
    public var stage: OpportunityStage

    /// How it stands.
    public var status: OpportunityStatus

    /// Since when it stands so; of what is won or lost, the day of it.
    public var statusSince: LocalDate?

    /// How likely it is to be won.
    public var probability: Percentage?

    /// How the forecast counts it.
    public var forecastCategory: ForecastCategory?

    /// What the customer would pay.
    public var amount: Money?

    /// When it is expected to be decided; of what is decided, when it was.
    public var closeDate: LocalDate?

    /// Why it was lost.
    public var lossReason: Coding?

    /// What is to be done next.
    public var nextStep: String?

    /// Who in the firm answers for it.
    public var owner: RecordID<Resource>?

    /// The one of the firm's legal entities that would sign.
    public var contractingEntity: RecordID<LegalEntity>?

    /// How it would be billed, where its lines do not say.
    public var billingMethod: BillingMethod?

    /// The rate card that the amount was worked out with.
    public var rateCard: RecordID<RateCard>?

    /// When the work would be done.
    public var period: DateInterval?

    /// What the work would take.
    public var estimate: Estimate?

    /// What would be sold.
    public var lines: [OpportunityLine] = []

    /// The contract that it would extend or renew.
    public var existingContract: RecordID<Contract>?

    /// The contracts that came of it.
    public var resultingContracts: [RecordID<Contract>] = []

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// An opportunity.
    ///
    /// - Parameters:
    ///   - id: The opportunity's identity.
    ///   - header: What is known about the record.
    ///   - name: What people call it.
    ///   - stage: How far it has come, in the model's terms and in the source's.
    ///   - status: How it stands.
    ///   - configure: Sets everything else.
    public init(
        id: RecordID<Opportunity>,
        header: RecordHeader,
        name: String,
        stage: OpportunityStage,
        status: OpportunityStatus = .open,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.id = id
        self.header = header
        self.name = name
        self.stage = stage
        self.status = status
        configure(&self)
    }

    /// The declaration of an opportunity.
    public static let schema = RecordSchema(
        "opportunity",
        version: 1,
        "Work that the firm may win, and what it would bring and take.",
        blank: Opportunity(id: .placeholder, header: .placeholder, name: "", stage: .placeholder)
    ) {
        Field("id", \.id, "The opportunity's identity.")
        Field("header", \.header, "What is known about the record.")
        Field("name", \.name, "What people call it.")
        Field("description", \.description, "What it is about.")
        Field("customer", \.customer, "Who would buy.")
        Field("contacts", \.contacts, "The people at the customer who have a part in it.")
        Field("kind", \.kind, "Whether it is new business, an extension or a renewal, in the firm's list.")
        Field("leadSource", \.leadSource, "How the firm came to know of it, in the firm's list.")
        Field("stage", \.stage, "How far it has come, in the model's terms and in the source's.")
        Field("status", \.status, "How it stands.")
        Field("statusSince", \.statusSince, "Since when it stands so; of what is won or lost, the day of it.")
        Field("probability", \.probability, "How likely it is to be won.")
        Field("forecastCategory", \.forecastCategory, "How the forecast counts it.")
        Field("amount", \.amount, "What the customer would pay.", sensitivity: .commercial)
        Field("closeDate", \.closeDate, "When it is expected to be decided; of what is decided, when it was.")
        Field("lossReason", \.lossReason, "Why it was lost.")
        Field("nextStep", \.nextStep, "What is to be done next.")
        Field("owner", \.owner, "Who in the firm answers for it.", sensitivity: .personal)
        Field("contractingEntity", \.contractingEntity, "The one of the firm's legal entities that would sign.")
        Field("billingMethod", \.billingMethod, "How it would be billed, where its lines do not say.")
        Field("rateCard", \.rateCard, "The rate card that the amount was worked out with.", sensitivity: .commercial)
        Field("period", \.period, "When the work would be done.")
        Field("estimate", \.estimate, "What the work would take.", sensitivity: .compensation)
        Field("lines", \.lines, key: \.id, "What would be sold.", sensitivity: .commercial)
        Field("existingContract", \.existingContract, "The contract that it would extend or renew.")
        Field("resultingContracts", \.resultingContracts, "The contracts that came of it.")
    }
}
