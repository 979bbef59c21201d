public import ConcordSchema
public import ConcordValues

/// What remains of a project's revenue after cost.
public struct ProjectMargin: Record {
    /// The margin that is planned.
    public var planned: Money?

    /// The margin that is planned, of revenue.
    public var plannedPercent: Percentage?

    /// The margin so far.
    public var actual: Money?

    /// The margin so far, of revenue.
    public var actualPercent: Percentage?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A margin; set what is known.
    ///
    /// - Parameter configure: Sets what is known.
    public init(_ configure: (inout Self) -> Void = { _ in }) {
        configure(&self)
    }

    /// The declaration of a project's margin.
    public static let schema = RecordSchema(
        "project-margin",
        "What remains of a project's revenue after cost.",
        blank: ProjectMargin()
    ) {
        Field("planned", \.planned, "The margin that is planned.", sensitivity: .commercial)
        Field("plannedPercent", \.plannedPercent, "The margin that is planned, of revenue.", sensitivity: .commercial)
        Field("actual", \.actual, "The margin so far.", sensitivity: .commercial)
        Field("actualPercent", \.actualPercent, "The margin so far, of revenue.", sensitivity: .commercial)
    }
}
