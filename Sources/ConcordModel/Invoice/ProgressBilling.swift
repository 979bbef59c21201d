public import ConcordSchema
public import ConcordValues

/// How far billed work is, and what of it was billed before.
public struct ProgressBilling: Record {
    /// How much of the work is done.
    public var percentComplete: Percentage?

    /// What earlier invoices billed.
    public var previouslyInvoiced: Money?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A state of progress.
    ///
    /// - Parameter configure: Sets what is known.
    public init(_ configure: (inout Self) -> Void = { _ in }) {
        configure(&self)
    }

    /// The declaration of a state of progress.
    public static let schema = RecordSchema(
        "progress-billing",
        "How far billed work is, and what of it was billed before.",
        blank: ProgressBilling()
    ) {
        Field("percentComplete", \.percentComplete, "How much of the work is done.")
        Field("previouslyInvoiced", \.previouslyInvoiced, "What earlier invoices billed.", sensitivity: .commercial)
    }
}
