public import ConcordSchema

/// What may still be posted to a project.
///
/// A side that a source says nothing of has no value, which is neither open nor shut.
public struct PostingControl: Record {
    /// Whether time may be entered.
    public var timeOpen: Bool?

    /// Whether expenses and other costs may be entered.
    public var expenseOpen: Bool?

    /// Whether the work may be invoiced.
    public var billingOpen: Bool?

    /// Whether revenue may be recognised.
    public var revenueOpen: Bool?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// What may be posted; set what is known.
    ///
    /// - Parameter configure: Sets what is known.
    public init(_ configure: (inout Self) -> Void = { _ in }) {
        configure(&self)
    }

    /// The declaration of what may be posted.
    public static let schema = RecordSchema(
        "posting-control",
        "What may still be posted to a project.",
        blank: PostingControl()
    ) {
        Field("timeOpen", \.timeOpen, "Whether time may be entered.")
        Field("expenseOpen", \.expenseOpen, "Whether expenses and other costs may be entered.")
        Field("billingOpen", \.billingOpen, "Whether the work may be invoiced.")
        Field("revenueOpen", \.revenueOpen, "Whether revenue may be recognised.")
    }
}
