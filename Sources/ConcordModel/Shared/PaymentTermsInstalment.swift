public import ConcordSchema
public import ConcordValues

/// One of the parts in which payment terms make an amount due.
public struct PaymentTermsInstalment: Record {
    /// The instalment's number, counted from 1.
    public var number: Int

    /// The part of the amount.
    public var percent: Percentage

    /// How many days after the terms' basis it is due.
    public var days: Int

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// An instalment.
    ///
    /// - Parameters:
    ///   - number: The instalment's number, counted from 1.
    ///   - percent: The part of the amount.
    ///   - days: How many days after the terms' basis it is due.
    public init(number: Int, percent: Percentage, days: Int) {
        self.number = number
        self.percent = percent
        self.days = days
    }

    /// The declaration of an instalment.
    public static let schema = RecordSchema(
        "payment-terms-instalment",
        "One of the parts in which payment terms make an amount due.",
        blank: PaymentTermsInstalment(number: 0, percent: .placeholder, days: 0)
    ) {
        Field("number", \.number, "The instalment's number, counted from 1.")
        Field("percent", \.percent, "The part of the amount.")
        Field("days", \.days, "How many days after the terms' basis it is due.", unit: .day)
    }
}
