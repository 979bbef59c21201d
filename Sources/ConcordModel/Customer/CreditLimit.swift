public import ConcordSchema
public import ConcordValues

/// How much a customer may owe.
public struct CreditLimit: Record {
    /// The one of the firm's legal entities that lends; the whole firm if absent.
    public var legalEntity: RecordID<LegalEntity>?

    /// The most that may be owed.
    public var limit: Money

    /// When the limit is looked at again.
    public var reviewOn: LocalDate?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A credit limit.
    ///
    /// - Parameters:
    ///   - limit: The most that may be owed.
    ///   - legalEntity: The one of the firm's legal entities that lends; the whole firm if absent.
    ///   - configure: Sets what else is known.
    public init(
        _ limit: Money,
        by legalEntity: RecordID<LegalEntity>? = nil,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.limit = limit
        self.legalEntity = legalEntity
        configure(&self)
    }

    /// The declaration of a credit limit.
    public static let schema = RecordSchema(
        "credit-limit",
        "How much a customer may owe.",
        blank: CreditLimit(.placeholder)
    ) {
        Field(
            "legalEntity",
            \.legalEntity,
            "The one of the firm's legal entities that lends; the whole firm if absent."
        )
        Field("limit", \.limit, "The most that may be owed.", sensitivity: .commercial)
        Field("reviewOn", \.reviewOn, "When the limit is looked at again.")
    }
}
