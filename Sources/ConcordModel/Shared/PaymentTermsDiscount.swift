public import ConcordSchema
public import ConcordValues

/// What may be taken off an invoice that is paid early.
public struct PaymentTermsDiscount: Record {
    /// The part of the amount that may be taken off.
    public var percent: Percentage

    /// Within how many days of the terms' basis.
    public var days: Int

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A discount for early payment.
    ///
    /// - Parameters:
    ///   - percent: The part of the amount that may be taken off.
    ///   - days: Within how many days of the terms' basis.
    public init(percent: Percentage, within days: Int) {
        self.percent = percent
        self.days = days
    }

    /// The declaration of a discount for early payment.
    public static let schema = RecordSchema(
        "payment-terms-discount",
        "What may be taken off an invoice that is paid early.",
        blank: PaymentTermsDiscount(percent: .placeholder, within: 0)
    ) {
        Field("percent", \.percent, "The part of the amount that may be taken off.")
        Field("days", \.days, "Within how many days of the terms' basis.", unit: .day)
    }
}
