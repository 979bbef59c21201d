public import ConcordSchema
public import ConcordValues

/// What a customer owes on invoices that are overdue for about as long.
public struct AgingBucket: Record {
    /// The fewest days overdue; open for what is not due yet.
    public var fromDays: Int?

    /// The most days overdue; open for the oldest.
    public var throughDays: Int?

    /// What is owed.
    public var amount: Money

    /// How many invoices it is.
    public var invoiceCount: Int?

    /// The one of the firm's legal entities that is owed; the whole firm if absent.
    public var legalEntity: RecordID<LegalEntity>?

    /// The day on which it was counted.
    public var asOf: LocalDate?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// An aging bucket.
    ///
    /// - Parameters:
    ///   - amount: What is owed.
    ///   - fromDays: The fewest days overdue; open for what is not due yet.
    ///   - throughDays: The most days overdue; open for the oldest.
    ///   - configure: Sets what else is known.
    public init(
        _ amount: Money,
        from fromDays: Int? = nil,
        through throughDays: Int? = nil,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.amount = amount
        self.fromDays = fromDays
        self.throughDays = throughDays
        configure(&self)
    }

    /// The declaration of an aging bucket.
    public static let schema = RecordSchema(
        "aging-bucket",
        "What a customer owes on invoices that are overdue for about as long.",
        blank: AgingBucket(.placeholder)
    ) {
        Field("fromDays", \.fromDays, "The fewest days overdue; open for what is not due yet.", unit: .day)
        Field("throughDays", \.throughDays, "The most days overdue; open for the oldest.", unit: .day)
        Field("amount", \.amount, "What is owed.", sensitivity: .commercial)
        Field("invoiceCount", \.invoiceCount, "How many invoices it is.", unit: .one)
        Field(
            "legalEntity",
            \.legalEntity,
            "The one of the firm's legal entities that is owed; the whole firm if absent."
        )
        Field("asOf", \.asOf, "The day on which it was counted.")
    }
}
