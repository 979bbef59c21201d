public import ConcordSchema
public import ConcordValues

/// What a customer holds back from invoices until the work has proved good, and when it pays it.
public struct RetentionTerms: Record {
    /// The share that is held back.
    public var percent: Percentage?

    /// The amount that is held back, where it is not a share.
    public var amount: Money?

    /// What the share is of.
    public var basis: RetentionBasis?

    /// The most that is held back in all.
    public var cap: Money?

    /// When how much of it is paid.
    public var releaseSchedule: [ReleaseStep] = []

    /// What has been held back so far.
    public var heldToDate: Money?

    /// What of it has been paid so far.
    public var releasedToDate: Money?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// Retention terms; set what is known.
    ///
    /// - Parameter configure: Sets what is known.
    public init(_ configure: (inout Self) -> Void = { _ in }) {
        configure(&self)
    }

    /// The declaration of retention terms.
    public static let schema = RecordSchema(
        "retention-terms",
        "What a customer holds back from invoices until the work has proved good, and when it pays it.",
        blank: RetentionTerms()
    ) {
        Field("percent", \.percent, "The share that is held back.", sensitivity: .commercial)
        Field("amount", \.amount, "The amount that is held back, where it is not a share.", sensitivity: .commercial)
        Field("basis", \.basis, "What the share is of.")
        Field("cap", \.cap, "The most that is held back in all.", sensitivity: .commercial)
        Field("releaseSchedule", \.releaseSchedule, "When how much of it is paid.")
        Field("heldToDate", \.heldToDate, "What has been held back so far.", sensitivity: .commercial)
        Field("releasedToDate", \.releasedToDate, "What of it has been paid so far.", sensitivity: .commercial)
    }
}

/// What a retention's share is of.
public struct RetentionBasis: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Each invoice.
    public static let perInvoice = Self(rawValue: "perInvoice")
    /// All that has been billed so far.
    public static let cumulative = Self(rawValue: "cumulative")

    /// The known codes.
    public static let codes: CodeList = ["perInvoice", "cumulative"]
}
