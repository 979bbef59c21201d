public import ConcordSchema

/// One way in which an invoice may be paid.
public struct PaymentMeans: Record {
    /// How, in the list UNTDID 4461: `30` credit transfer, `59` direct debit.
    public var means: Coding

    /// What the payer should write so that the payment can be matched.
    public var reference: String?

    /// The account to pay to.
    public var account: PaymentAccount?

    /// The account that is debited.
    public var debitedAccount: PaymentAccount?

    /// The mandate for a direct debit.
    public var mandate: String?

    /// The creditor's identifier for direct debits.
    public var creditor: String?

    /// The last digits of the card; never the whole number.
    public var card: String?

    /// Where to pay online, as a URL.
    public var link: String?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A way to pay.
    ///
    /// - Parameters:
    ///   - means: How, in the list UNTDID 4461: `30` credit transfer, `59` direct debit.
    ///   - configure: Sets what else is known.
    public init(_ means: Coding, _ configure: (inout Self) -> Void = { _ in }) {
        self.means = means
        configure(&self)
    }

    /// The declaration of a way to pay.
    public static let schema = RecordSchema(
        "payment-means",
        "One way in which an invoice may be paid.",
        blank: PaymentMeans(.placeholder)
    ) {
        Field("means", \.means, "How, in the list UNTDID 4461: `30` credit transfer, `59` direct debit.")
        Field("reference", \.reference, "What the payer should write so that the payment can be matched.")
        Field("account", \.account, "The account to pay to.", sensitivity: .financial)
        Field("debitedAccount", \.debitedAccount, "The account that is debited.", sensitivity: .financial)
        Field("mandate", \.mandate, "The mandate for a direct debit.", sensitivity: .financial)
        Field("creditor", \.creditor, "The creditor's identifier for direct debits.", sensitivity: .financial)
        Field("card", \.card, "The last digits of the card; never the whole number.", sensitivity: .financial)
        Field("link", \.link, "Where to pay online, as a URL.")
    }
}
