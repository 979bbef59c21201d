public import ConcordSchema
public import ConcordValues

/// Money that was paid, and which invoices it settled.
public struct Payment: CanonicalRecord {
    /// The payment's identity.
    public var id: RecordID<Payment>

    /// What is known about the record.
    public var header: RecordHeader

    /// Which way it goes.
    public var direction: PaymentDirection

    /// How it was paid, in the firm's list of methods.
    public var method: Coding

    /// Where it stands.
    public var state: PaymentState

    /// Why it failed or was taken back.
    public var stateReason: Coding?

    /// How much was paid; positive whichever way it goes.
    public var amount: MoneyInContext

    /// What banks or providers kept of it.
    public var fee: Money?

    /// The day on which the money arrived, or left; absent before it did.
    public var receivedOn: LocalDate?

    /// The customer that paid, or was paid back; absent while it is not known.
    public var payer: RecordID<Customer>?

    /// The payer as the bank names it.
    public var payerName: String?

    /// The firm's legal entity that was paid, or paid.
    public var legalEntity: RecordID<LegalEntity>?

    /// The firm's account that it went to or came from.
    public var account: PaymentAccount?

    /// The bank's reference.
    public var bankReference: String?

    /// What the payer wrote, so that the payment can be matched.
    public var remittance: String?

    /// What of it was used for which invoice, undone applications included.
    public var applications: [PaymentApplication] = []

    /// What of it has not been used for an invoice.
    public var unapplied: Money?

    /// The payment that this one takes back or refunds.
    public var reverses: RecordID<Payment>?

    /// The accounting period in which it was posted.
    public var accountingPeriod: String?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A payment.
    ///
    /// - Parameters:
    ///   - id: The payment's identity.
    ///   - header: What is known about the record.
    ///   - direction: Which way it goes.
    ///   - method: How it was paid, in the firm's list of methods.
    ///   - state: Where it stands.
    ///   - amount: How much was paid; positive whichever way it goes.
    ///   - configure: Sets everything else.
    public init(
        id: RecordID<Payment>,
        header: RecordHeader,
        direction: PaymentDirection,
        method: Coding,
        state: PaymentState,
        amount: MoneyInContext,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.id = id
        self.header = header
        self.direction = direction
        self.method = method
        self.state = state
        self.amount = amount
        configure(&self)
    }

    /// The declaration of a payment.
    public static let schema = RecordSchema(
        "payment",
        version: 1,
        "Money that was paid, and which invoices it settled.",
        blank: Payment(
            id: .placeholder,
            header: .placeholder,
            direction: .placeholder,
            method: .placeholder,
            state: .placeholder,
            amount: .placeholder
        )
    ) {
        Field("id", \.id, "The payment's identity.")
        Field("header", \.header, "What is known about the record.")
        Field("direction", \.direction, "Which way it goes.")
        Field("method", \.method, "How it was paid, in the firm's list of methods.")
        Field("state", \.state, "Where it stands.")
        Field("stateReason", \.stateReason, "Why it failed or was taken back.")
        Field("amount", \.amount, "How much was paid; positive whichever way it goes.", sensitivity: .commercial)
        Field("fee", \.fee, "What banks or providers kept of it.", sensitivity: .commercial)
        Field("receivedOn", \.receivedOn, "The day on which the money arrived, or left; absent before it did.")
        Field("payer", \.payer, "The customer that paid, or was paid back; absent while it is not known.")
        Field("payerName", \.payerName, "The payer as the bank names it.", sensitivity: .financial)
        Field("legalEntity", \.legalEntity, "The firm's legal entity that was paid, or paid.")
        Field("account", \.account, "The firm's account that it went to or came from.", sensitivity: .financial)
        Field("bankReference", \.bankReference, "The bank's reference.")
        Field("remittance", \.remittance, "What the payer wrote, so that the payment can be matched.")
        Field(
            "applications",
            \.applications,
            "What of it was used for which invoice, undone applications included.",
            sensitivity: .commercial
        )
        Field("unapplied", \.unapplied, "What of it has not been used for an invoice.", sensitivity: .commercial)
        Field("reverses", \.reverses, "The payment that this one takes back or refunds.")
        Field("accountingPeriod", \.accountingPeriod, "The accounting period in which it was posted.")
    }
}
