public import ConcordSchema
public import ConcordValues

/// One tax on one line, allowance or charge of an invoice.
///
/// A line has several where several taxes apply: state, county and city, or federal and provincial.
public struct TaxLine: Record {
    /// How the tax treats what is billed.
    public var category: TaxCategory

    /// The rate; absent where the category has none.
    public var rate: Percentage?

    /// What the tax is computed from, if not the amount of the line.
    public var taxable: Money?

    /// The tax.
    ///
    /// Absent where tax is computed from the totals of a rate and not line by line.
    public var amount: Money?

    /// Which tax: `VAT`, `GST`, the sales tax of a county.
    public var tax: Coding?

    /// The tax code of the system that computed the tax.
    public var code: Coding?

    /// Whose tax it is: a country, a state, a county.
    public var jurisdiction: Jurisdiction?

    /// Why no tax, or less of it, is charged.
    public var exemption: TaxExemption?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A tax on a line.
    ///
    /// - Parameters:
    ///   - category: How the tax treats what is billed.
    ///   - configure: Sets what else is known.
    public init(category: TaxCategory, _ configure: (inout Self) -> Void = { _ in }) {
        self.category = category
        configure(&self)
    }

    /// The declaration of a tax on a line.
    public static let schema = RecordSchema(
        "tax-line",
        "One tax on one line, allowance or charge of an invoice.",
        blank: TaxLine(category: .placeholder)
    ) {
        Field("category", \.category, "How the tax treats what is billed.")
        Field("rate", \.rate, "The rate; absent where the category has none.")
        Field(
            "taxable",
            \.taxable,
            "What the tax is computed from, if not the amount of the line.",
            sensitivity: .commercial
        )
        Field("amount", \.amount, "The tax.", sensitivity: .commercial)
        Field("tax", \.tax, "Which tax: `VAT`, `GST`, the sales tax of a county.")
        Field("code", \.code, "The tax code of the system that computed the tax.")
        Field("jurisdiction", \.jurisdiction, "Whose tax it is: a country, a state, a county.")
        Field("exemption", \.exemption, "Why no tax, or less of it, is charged.")
    }
}
