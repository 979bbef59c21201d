public import ConcordSchema
public import ConcordValues

/// The exchange rates that an invoice was made with.
public struct InvoiceExchange: Record {
    /// To the currency in which tax is declared.
    public var tax: ExchangeRate?

    /// From the currency in which prices are agreed.
    public var pricing: ExchangeRate?

    /// To the currency in which the invoice is paid.
    public var payment: ExchangeRate?

    /// To the currency of the issuer's books.
    public var functional: ExchangeRate?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// The exchange rates.
    ///
    /// - Parameter configure: Sets those that are known.
    public init(_ configure: (inout Self) -> Void = { _ in }) {
        configure(&self)
    }

    /// The declaration of the exchange rates.
    public static let schema = RecordSchema(
        "invoice-exchange",
        "The exchange rates that an invoice was made with.",
        blank: InvoiceExchange()
    ) {
        Field("tax", \.tax, "To the currency in which tax is declared.")
        Field("pricing", \.pricing, "From the currency in which prices are agreed.", sensitivity: .commercial)
        Field("payment", \.payment, "To the currency in which the invoice is paid.")
        Field("functional", \.functional, "To the currency of the issuer's books.")
    }
}
