public import ConcordSchema
public import ConcordValues

/// What is being done to collect an invoice.
///
/// An invoice's collection status says where it stands in one word; this says what happened.
public struct CollectionCase: Record {
    /// The level of reminding that was reached; 0 if none.
    public var level: Int = 0

    /// The policy by which the customer is reminded.
    public var policy: Coding?

    /// What was done last.
    public var lastAction: CollectionAction?

    /// The day on which something is to be done.
    public var nextActionOn: LocalDate?

    /// What the customer promised to pay.
    public var promise: PaymentPromise?

    /// What the customer disputes.
    public var dispute: InvoiceDispute?

    /// Whether nothing is to be done for now.
    public var blocked: Bool = false

    /// Why nothing is to be done.
    public var blockReason: Coding?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A case.
    ///
    /// - Parameter configure: Sets what is known.
    public init(_ configure: (inout Self) -> Void = { _ in }) {
        configure(&self)
    }

    /// The declaration of a case.
    public static let schema = RecordSchema(
        "collection-case",
        "What is being done to collect an invoice.",
        blank: CollectionCase()
    ) {
        Field("level", \.level, "The level of reminding that was reached; 0 if none.", hasDefault: true)
        Field("policy", \.policy, "The policy by which the customer is reminded.")
        Field("lastAction", \.lastAction, "What was done last.")
        Field("nextActionOn", \.nextActionOn, "The day on which something is to be done.")
        Field("promise", \.promise, "What the customer promised to pay.", sensitivity: .commercial)
        Field("dispute", \.dispute, "What the customer disputes.", sensitivity: .commercial)
        Field("blocked", \.blocked, "Whether nothing is to be done for now.", hasDefault: true)
        Field("blockReason", \.blockReason, "Why nothing is to be done.")
    }
}
