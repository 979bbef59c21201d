public import ConcordSchema
public import ConcordValues

/// What is taken off a price: a share of it, or an amount.
public struct Discount: Record {
    /// The share that is taken off.
    public var percent: Percentage?

    /// The amount that is taken off.
    public var amount: Money?

    /// Why.
    public var reason: Coding?

    /// The days on which the discount is given.
    public var effective: DateInterval?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A discount; set what is known.
    ///
    /// - Parameter configure: Sets what is known.
    public init(_ configure: (inout Self) -> Void = { _ in }) {
        configure(&self)
    }

    /// The declaration of a discount.
    public static let schema = RecordSchema(
        "discount",
        "What is taken off a price: a share of it, or an amount.",
        blank: Discount()
    ) {
        Field("percent", \.percent, "The share that is taken off.", sensitivity: .commercial)
        Field("amount", \.amount, "The amount that is taken off.", sensitivity: .commercial)
        Field("reason", \.reason, "Why.")
        Field("effective", \.effective, "The days on which the discount is given.")
    }
}
