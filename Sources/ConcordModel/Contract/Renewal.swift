public import ConcordSchema
public import ConcordValues

/// How a contract is renewed.
public struct Renewal: Record {
    /// Whether it is renewed unless somebody gives notice.
    public var isAutomatic: Bool?

    /// For how long it is renewed each time, in months or years.
    public var interval: Quantity?

    /// By how much prices rise each time.
    public var upliftPercent: Percentage?

    /// The last day for notice before the next renewal.
    public var noticeBy: LocalDate?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A renewal; set what is known.
    ///
    /// - Parameter configure: Sets what is known.
    public init(_ configure: (inout Self) -> Void = { _ in }) {
        configure(&self)
    }

    /// The declaration of a renewal.
    public static let schema = RecordSchema(
        "renewal",
        "How a contract is renewed.",
        blank: Renewal()
    ) {
        Field("isAutomatic", \.isAutomatic, "Whether it is renewed unless somebody gives notice.")
        Field("interval", \.interval, "For how long it is renewed each time, in months or years.")
        Field("upliftPercent", \.upliftPercent, "By how much prices rise each time.", sensitivity: .commercial)
        Field("noticeBy", \.noticeBy, "The last day for notice before the next renewal.")
    }
}
