public import ConcordSchema
public import ConcordValues

/// An amount as it was agreed, and what it is in the books and in reports.
public struct MoneyInContext: Record {
    /// The amount in the currency in which it was agreed or paid.
    public var transaction: Money

    /// The amount in the functional currency of the legal entity whose books it is in.
    public var functional: Money?

    /// The amount in the currency in which the group reports.
    public var reporting: Money?

    /// The rate from the transaction's currency to the functional one.
    public var rate: ExchangeRate?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// An amount.
    ///
    /// - Parameters:
    ///   - transaction: The amount in the currency in which it was agreed or paid.
    ///   - configure: Sets what it is in other currencies.
    public init(_ transaction: Money, _ configure: (inout Self) -> Void = { _ in }) {
        self.transaction = transaction
        configure(&self)
    }

    /// The declaration of an amount.
    public static let schema = RecordSchema(
        "money-in-context",
        "An amount as it was agreed, and what it is in the books and in reports.",
        blank: MoneyInContext(.placeholder)
    ) {
        Field("transaction", \.transaction, "The amount in the currency in which it was agreed or paid.")
        Field(
            "functional",
            \.functional,
            "The amount in the functional currency of the legal entity whose books it is in."
        )
        Field("reporting", \.reporting, "The amount in the currency in which the group reports.")
        Field("rate", \.rate, "The rate from the transaction's currency to the functional one.")
    }
}
