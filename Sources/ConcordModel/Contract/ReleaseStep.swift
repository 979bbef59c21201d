public import ConcordSchema
public import ConcordValues

/// When a part of what was held back is paid.
public struct ReleaseStep: Record {
    /// The share of what is held that is paid then.
    public var percent: Percentage

    /// How far the work must be.
    public var percentComplete: Percentage?

    /// The day.
    public var date: LocalDate?

    /// What must happen, such as the final acceptance.
    public var event: Coding?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A release.
    ///
    /// - Parameters:
    ///   - percent: The share of what is held that is paid then.
    ///   - configure: Sets when.
    public init(percent: Percentage, _ configure: (inout Self) -> Void = { _ in }) {
        self.percent = percent
        configure(&self)
    }

    /// The declaration of a release.
    public static let schema = RecordSchema(
        "release-step",
        "When a part of what was held back is paid.",
        blank: ReleaseStep(percent: .placeholder)
    ) {
        Field("percent", \.percent, "The share of what is held that is paid then.", sensitivity: .commercial)
        Field("percentComplete", \.percentComplete, "How far the work must be.")
        Field("date", \.date, "The day.")
        Field("event", \.event, "What must happen, such as the final acceptance.")
    }
}
