public import ConcordSchema
public import ConcordValues

/// The sums of an invoice, in one currency.
///
/// They stand to each other so, an absent one counting as zero (EN 16931, BR-CO-13, 15 and 16, and beyond it):
///
/// | total | is |
/// |---|---|
/// | `taxExclusive` | `lineTotal` − `allowanceTotal` + `chargeTotal` |
/// | `taxInclusive` | `taxExclusive` + `taxTotal` |
/// | `payable` | `taxInclusive` − `withholding` − `prepaid` − `retention` + `rounding` |
/// | `outstanding` | `payable` − payments applied − what was written off |
///
/// Where prices include tax, the lines, allowances and charges are reduced by their tax before they are summed.
public struct InvoiceTotals: Record {
    /// The sum of the lines.
    public var lineTotal: Money?

    /// The sum of what is taken off the whole invoice.
    public var allowanceTotal: Money?

    /// The sum of what is put upon the whole invoice.
    public var chargeTotal: Money?

    /// The total without tax.
    public var taxExclusive: Money

    /// The tax.
    public var taxTotal: Money

    /// The tax in the currency in which it is declared.
    public var taxTotalInTaxCurrency: Money?

    /// The total with tax.
    public var taxInclusive: Money

    /// The tax that the customer withholds and pays for the issuer.
    public var withholding: Money?

    /// What was paid before.
    public var prepaid: Money?

    /// What the customer holds back until later.
    public var retention: Money?

    /// What rounds the amount to be paid; negative where it rounds down.
    public var rounding: Money?

    /// What is to be paid.
    public var payable: Money

    /// What of it is still to be paid.
    public var outstanding: Money?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// The totals.
    ///
    /// - Parameters:
    ///   - taxExclusive: The total without tax.
    ///   - taxTotal: The tax.
    ///   - taxInclusive: The total with tax.
    ///   - payable: What is to be paid.
    ///   - configure: Sets what else is known.
    public init(
        taxExclusive: Money,
        taxTotal: Money,
        taxInclusive: Money,
        payable: Money,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.taxExclusive = taxExclusive
        self.taxTotal = taxTotal
        self.taxInclusive = taxInclusive
        self.payable = payable
        configure(&self)
    }

    /// The declaration of the totals.
    public static let schema = RecordSchema(
        "invoice-totals",
        "The sums of an invoice, in one currency.",
        blank: InvoiceTotals(
            taxExclusive: .placeholder,
            taxTotal: .placeholder,
            taxInclusive: .placeholder,
            payable: .placeholder
        )
    ) {
        Field("lineTotal", \.lineTotal, "The sum of the lines.", sensitivity: .commercial)
        Field(
            "allowanceTotal",
            \.allowanceTotal,
            "The sum of what is taken off the whole invoice.",
            sensitivity: .commercial
        )
        Field("chargeTotal", \.chargeTotal, "The sum of what is put upon the whole invoice.", sensitivity: .commercial)
        Field("taxExclusive", \.taxExclusive, "The total without tax.", sensitivity: .commercial)
        Field("taxTotal", \.taxTotal, "The tax.", sensitivity: .commercial)
        Field(
            "taxTotalInTaxCurrency",
            \.taxTotalInTaxCurrency,
            "The tax in the currency in which it is declared.",
            sensitivity: .commercial
        )
        Field("taxInclusive", \.taxInclusive, "The total with tax.", sensitivity: .commercial)
        Field(
            "withholding",
            \.withholding,
            "The tax that the customer withholds and pays for the issuer.",
            sensitivity: .commercial
        )
        Field("prepaid", \.prepaid, "What was paid before.", sensitivity: .commercial)
        Field("retention", \.retention, "What the customer holds back until later.", sensitivity: .commercial)
        Field(
            "rounding",
            \.rounding,
            "What rounds the amount to be paid; negative where it rounds down.",
            sensitivity: .commercial
        )
        Field("payable", \.payable, "What is to be paid.", sensitivity: .commercial)
        Field("outstanding", \.outstanding, "What of it is still to be paid.", sensitivity: .commercial)
    }
}
