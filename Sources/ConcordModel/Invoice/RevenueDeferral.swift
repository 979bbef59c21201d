public import ConcordSchema
public import ConcordValues

/// How an invoice line becomes revenue.
public struct RevenueDeferral: Record {
    /// The rule of the firm or of its ledger.
    public var rule: Coding?

    /// The days over which the revenue is spread.
    public var period: DateInterval?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A deferral.
    ///
    /// - Parameter configure: Sets what is known.
    public init(_ configure: (inout Self) -> Void = { _ in }) {
        configure(&self)
    }

    /// The declaration of a deferral.
    public static let schema = RecordSchema(
        "revenue-deferral",
        "How an invoice line becomes revenue.",
        blank: RevenueDeferral()
    ) {
        Field("rule", \.rule, "The rule of the firm or of its ledger.")
        Field("period", \.period, "The days over which the revenue is spread.")
    }
}
