public import ConcordSchema
public import ConcordValues

/// What is owed beside the amount if it is paid late.
public struct LatePenalty: Record {
    /// The interest for a year.
    public var annualRate: Percentage?

    /// A fixed sum.
    public var fee: Money?

    /// The days after the due date for which nothing is owed.
    public var graceDays: Int?

    /// The terms in words.
    public var terms: String?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A penalty.
    ///
    /// - Parameter configure: Sets what is known.
    public init(_ configure: (inout Self) -> Void = { _ in }) {
        configure(&self)
    }

    /// The declaration of a penalty.
    public static let schema = RecordSchema(
        "late-penalty",
        "What is owed beside the amount if it is paid late.",
        blank: LatePenalty()
    ) {
        Field("annualRate", \.annualRate, "The interest for a year.", sensitivity: .commercial)
        Field("fee", \.fee, "A fixed sum.", sensitivity: .commercial)
        Field("graceDays", \.graceDays, "The days after the due date for which nothing is owed.", unit: .day)
        Field("terms", \.terms, "The terms in words.")
    }
}
