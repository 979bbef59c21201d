public import ConcordSchema
public import ConcordValues

/// The tax of one category and one rate on a whole invoice.
public struct TaxBreakdown: Record {
    /// How the tax treats what is billed.
    public var category: TaxCategory

    /// The rate; absent where the category has none.
    public var rate: Percentage?

    /// The sum that the tax is computed from.
    public var taxable: Money

    /// The tax.
    public var amount: Money

    /// The tax in the currency in which it is declared.
    public var amountInTaxCurrency: Money?

    /// Which tax: `VAT`, `GST`, a tax withheld at source.
    public var tax: Coding?

    /// The tax code of the system that computed the tax.
    public var code: Coding?

    /// Whose tax it is: a country, a state, a county.
    public var jurisdiction: Jurisdiction?

    /// Why no tax, or less of it, is charged.
    public var exemption: TaxExemption?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A row of the tax breakdown.
    ///
    /// - Parameters:
    ///   - category: How the tax treats what is billed.
    ///   - taxable: The sum that the tax is computed from.
    ///   - amount: The tax.
    ///   - configure: Sets what else is known.
    public init(category: TaxCategory, taxable: Money, amount: Money, _ configure: (inout Self) -> Void = { _ in }) {
        self.category = category
        self.taxable = taxable
        self.amount = amount
        configure(&self)
    }

    /// The declaration of a row of the tax breakdown.
    public static let schema = RecordSchema(
        "tax-breakdown",
        "The tax of one category and one rate on a whole invoice.",
        blank: TaxBreakdown(category: .placeholder, taxable: .placeholder, amount: .placeholder)
    ) {
        Field("category", \.category, "How the tax treats what is billed.")
        Field("rate", \.rate, "The rate; absent where the category has none.")
        Field("taxable", \.taxable, "The sum that the tax is computed from.", sensitivity: .commercial)
        Field("amount", \.amount, "The tax.", sensitivity: .commercial)
        Field(
            "amountInTaxCurrency",
            \.amountInTaxCurrency,
            "The tax in the currency in which it is declared.",
            sensitivity: .commercial
        )
        Field("tax", \.tax, "Which tax: `VAT`, `GST`, a tax withheld at source.")
        Field("code", \.code, "The tax code of the system that computed the tax.")
        Field("jurisdiction", \.jurisdiction, "Whose tax it is: a country, a state, a county.")
        Field("exemption", \.exemption, "Why no tax, or less of it, is charged.")
    }
}
