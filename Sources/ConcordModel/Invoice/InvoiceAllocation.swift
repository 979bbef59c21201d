public import ConcordSchema
public import ConcordValues

/// One entry of the billing ledger: what one invoice line bills or gives back of one source.
///
/// Entries are added and never changed. What of a time entry is billed is the sum of its entries with their signs, so a
/// credit note gives back exactly the hours that it credits, and they are billed once more at most. A pointer from the
/// time entry to an invoice could not say that.
///
/// | sign | unbilled work | billed work |
/// |---|---|---|
/// | ``AllocationSign/bill``, ``AllocationSign/rebill`` | − | + |
/// | ``AllocationSign/credit`` | + | − |
/// | ``AllocationSign/writeOff`` | − | |
/// | ``AllocationSign/trueUp`` | | + or −, in amount alone |
///
/// A write-off of something that was billed follows a credit of it.
public struct InvoiceAllocation: CanonicalRecord {
    /// The entry's identity.
    public var id: RecordID<InvoiceAllocation>

    /// What is known about the record.
    public var header: RecordHeader

    /// The invoice; absent only where work is given up before it was billed.
    public var invoice: RecordID<Invoice>?

    /// The line of the invoice; absent where the invoice is.
    public var invoiceLine: RecordID<InvoiceLine>?

    /// What is billed, given back or given up.
    public var source: AllocationSource

    /// What is done to the source.
    public var sign: AllocationSign

    /// How much of the source, in its unit; absent where the source has only an amount.
    public var quantity: Quantity?

    /// How much of the line, in the invoice's currency; only a true-up may be negative.
    public var amount: Money

    /// The entry that this one takes back.
    public var reverses: RecordID<InvoiceAllocation>?

    /// When the entry was made.
    public var at: Instant

    /// The amendment of the contract that caused the entry.
    public var amendment: RecordID<Amendment>?

    /// Why something was given back or given up.
    public var reason: Coding?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// An entry of the ledger.
    ///
    /// - Parameters:
    ///   - id: The entry's identity.
    ///   - header: What is known about the record.
    ///   - source: What is billed, given back or given up.
    ///   - sign: What is done to the source.
    ///   - amount: How much of the line, in the invoice's currency; only a true-up may be negative.
    ///   - at: When the entry was made.
    ///   - configure: Sets everything else.
    public init(
        id: RecordID<InvoiceAllocation>,
        header: RecordHeader,
        source: AllocationSource,
        sign: AllocationSign,
        amount: Money,
        at: Instant,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.id = id
        self.header = header
        self.source = source
        self.sign = sign
        self.amount = amount
        self.at = at
        configure(&self)
    }

    /// The declaration of an entry of the ledger.
    public static let schema = RecordSchema(
        "invoice-allocation",
        version: 1,
        "One entry of the billing ledger: what one invoice line bills or gives back of one source.",
        blank: InvoiceAllocation(
            id: .placeholder,
            header: .placeholder,
            source: .placeholder,
            sign: .placeholder,
            amount: .placeholder,
            at: .placeholder
        )
    ) {
        Field("id", \.id, "The entry's identity.")
        Field("header", \.header, "What is known about the record.")
        Field("invoice", \.invoice, "The invoice; absent only where work is given up before it was billed.")
        Field("invoiceLine", \.invoiceLine, "The line of the invoice; absent where the invoice is.")
        Field("source", \.source, "What is billed, given back or given up.")
        Field("sign", \.sign, "What is done to the source.")
        Field(
            "quantity",
            \.quantity,
            "How much of the source, in its unit; absent where the source has only an amount."
        )
        Field(
            "amount",
            \.amount,
            "How much of the line, in the invoice's currency; only a true-up may be negative.",
            sensitivity: .commercial
        )
        Field("reverses", \.reverses, "The entry that this one takes back.")
        Field("at", \.at, "When the entry was made.")
        Field("amendment", \.amendment, "The amendment of the contract that caused the entry.")
        Field("reason", \.reason, "Why something was given back or given up.")
    }
}
