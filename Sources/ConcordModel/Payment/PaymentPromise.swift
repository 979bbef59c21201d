public import ConcordSchema
public import ConcordValues

/// What a customer promised to pay, and by when.
public struct PaymentPromise: Record {
    /// How much.
    public var amount: Money

    /// The day by which it is to be paid.
    public var on: LocalDate

    /// The day on which it was promised.
    public var madeOn: LocalDate?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A promise.
    ///
    /// - Parameters:
    ///   - amount: How much.
    ///   - on: The day by which it is to be paid.
    ///   - configure: Sets what else is known.
    public init(_ amount: Money, on: LocalDate, _ configure: (inout Self) -> Void = { _ in }) {
        self.amount = amount
        self.on = on
        configure(&self)
    }

    /// The declaration of a promise.
    public static let schema = RecordSchema(
        "payment-promise",
        "What a customer promised to pay, and by when.",
        blank: PaymentPromise(.placeholder, on: .placeholder)
    ) {
        Field("amount", \.amount, "How much.", sensitivity: .commercial)
        Field("on", \.on, "The day by which it is to be paid.")
        Field("madeOn", \.madeOn, "The day on which it was promised.")
    }
}
