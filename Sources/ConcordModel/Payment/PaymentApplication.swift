public import ConcordSchema
public import ConcordValues

/// What of a payment or a credit note was used to settle an invoice.
///
/// The invoice's outstanding amount goes down by the amount, the discount taken, the tax withheld and what was written
/// off together. The same application stands on the payment and on the invoice.
public struct PaymentApplication: Record {
    /// The invoice that is settled.
    public var invoice: RecordID<Invoice>

    /// The number of the instalment that is settled.
    public var instalment: Int?

    /// The payment that is used.
    public var payment: RecordID<Payment>?

    /// The credit note, or prepayment invoice, that is used instead of a payment.
    public var creditNote: RecordID<Invoice>?

    /// How much of it is used, in the invoice's currency.
    public var amount: Money

    /// What the payer took off for paying early.
    public var discountTaken: Money?

    /// The tax that the payer withheld and pays for the issuer.
    public var withheld: Money?

    /// The gain from exchange rates in the issuer's functional currency; a loss is negative.
    public var exchangeGainLoss: Money?

    /// What was given up because the payment was short.
    public var writtenOff: Money?

    /// The day on which it was applied.
    public var appliedOn: LocalDate?

    /// The day on which that was undone; the application no longer counts from then on.
    public var unappliedOn: LocalDate?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// An application.
    ///
    /// - Parameters:
    ///   - invoice: The invoice that is settled.
    ///   - amount: How much of it is used, in the invoice's currency.
    ///   - configure: Sets what else is known.
    public init(invoice: RecordID<Invoice>, amount: Money, _ configure: (inout Self) -> Void = { _ in }) {
        self.invoice = invoice
        self.amount = amount
        configure(&self)
    }

    /// The declaration of an application.
    public static let schema = RecordSchema(
        "payment-application",
        "What of a payment or a credit note was used to settle an invoice.",
        blank: PaymentApplication(invoice: .placeholder, amount: .placeholder)
    ) {
        Field("invoice", \.invoice, "The invoice that is settled.")
        Field("instalment", \.instalment, "The number of the instalment that is settled.")
        Field("payment", \.payment, "The payment that is used.")
        Field("creditNote", \.creditNote, "The credit note, or prepayment invoice, that is used instead of a payment.")
        Field("amount", \.amount, "How much of it is used, in the invoice's currency.", sensitivity: .commercial)
        Field("discountTaken", \.discountTaken, "What the payer took off for paying early.", sensitivity: .commercial)
        Field(
            "withheld",
            \.withheld,
            "The tax that the payer withheld and pays for the issuer.",
            sensitivity: .commercial
        )
        Field(
            "exchangeGainLoss",
            \.exchangeGainLoss,
            "The gain from exchange rates in the issuer's functional currency; a loss is negative.",
            sensitivity: .commercial
        )
        Field("writtenOff", \.writtenOff, "What was given up because the payment was short.", sensitivity: .commercial)
        Field("appliedOn", \.appliedOn, "The day on which it was applied.")
        Field(
            "unappliedOn",
            \.unappliedOn,
            "The day on which that was undone; the application no longer counts from then on."
        )
    }
}
