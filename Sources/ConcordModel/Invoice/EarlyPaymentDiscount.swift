public import ConcordSchema
public import ConcordValues

/// What may be taken off if an amount is paid by a day.
public struct EarlyPaymentDiscount: Record {
    /// The last day on which it may be taken.
    public var until: LocalDate

    /// The share that may be taken off.
    public var percent: Percentage?

    /// The amount that may be taken off.
    public var amount: Money?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A discount for early payment.
    ///
    /// - Parameters:
    ///   - until: The last day on which it may be taken.
    ///   - configure: Sets what else is known.
    public init(until: LocalDate, _ configure: (inout Self) -> Void = { _ in }) {
        self.until = until
        configure(&self)
    }

    /// The declaration of a discount for early payment.
    public static let schema = RecordSchema(
        "early-payment-discount",
        "What may be taken off if an amount is paid by a day.",
        blank: EarlyPaymentDiscount(until: .placeholder)
    ) {
        Field("until", \.until, "The last day on which it may be taken.")
        Field("percent", \.percent, "The share that may be taken off.", sensitivity: .commercial)
        Field("amount", \.amount, "The amount that may be taken off.", sensitivity: .commercial)
    }
}
