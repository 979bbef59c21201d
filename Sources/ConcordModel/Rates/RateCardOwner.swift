public import ConcordSchema
public import ConcordValues

/// Whom a rate card is for: the firm as a whole, a customer, a contract or a project.
public struct RateCardOwner: Record {
    /// Which of them.
    public var level: RateCardLevel

    /// The legal entity of the firm, for a card of one of them.
    public var legalEntity: RecordID<LegalEntity>?

    /// The customer.
    public var customer: RecordID<Customer>?

    /// The contract.
    public var contract: RecordID<Contract>?

    /// The project.
    public var project: RecordID<Project>?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A card's owner.
    ///
    /// - Parameters:
    ///   - level: Which of them.
    ///   - configure: Sets what else is known.
    public init(level: RateCardLevel, _ configure: (inout Self) -> Void = { _ in }) {
        self.level = level
        configure(&self)
    }

    /// The declaration of a card's owner.
    public static let schema = RecordSchema(
        "rate-card-owner",
        "Whom a rate card is for: the firm as a whole, a customer, a contract or a project.",
        blank: RateCardOwner(level: .placeholder)
    ) {
        Field("level", \.level, "Which of them.")
        Field("legalEntity", \.legalEntity, "The legal entity of the firm, for a card of one of them.")
        Field("customer", \.customer, "The customer.")
        Field("contract", \.contract, "The contract.")
        Field("project", \.project, "The project.")
    }
}

/// What a rate card is for.
public struct RateCardLevel: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Everything, unless another card says more.
    public static let firm = Self(rawValue: "firm")
    /// A customer.
    public static let customer = Self(rawValue: "customer")
    /// A contract.
    public static let contract = Self(rawValue: "contract")
    /// A project.
    public static let project = Self(rawValue: "project")

    /// The known codes.
    public static let codes: CodeList = ["firm", "customer", "contract", "project"]
}
