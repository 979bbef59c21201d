public import ConcordSchema
public import ConcordValues

/// What a whole project is expected to take and to bring: what is done and what remains.
public struct EstimateAtCompletion: Record {
    /// The day of the estimate.
    public var estimatedOn: LocalDate?

    /// The effort of the whole project, in hours or days.
    public var effort: Quantity?

    /// The cost of the whole project.
    public var cost: Money?

    /// The revenue of the whole project.
    public var revenue: Money?

    /// The effort that remains, in hours or days.
    public var remainingEffort: Quantity?

    /// The cost that remains.
    public var remainingCost: Money?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// An estimate; set what is known.
    ///
    /// - Parameter configure: Sets what is known.
    public init(_ configure: (inout Self) -> Void = { _ in }) {
        configure(&self)
    }

    /// The declaration of an estimate at completion.
    public static let schema = RecordSchema(
        "estimate-at-completion",
        "What a whole project is expected to take and to bring: what is done and what remains.",
        blank: EstimateAtCompletion()
    ) {
        Field("estimatedOn", \.estimatedOn, "The day of the estimate.")
        Field("effort", \.effort, "The effort of the whole project, in hours or days.")
        Field("cost", \.cost, "The cost of the whole project.", sensitivity: .compensation)
        Field("revenue", \.revenue, "The revenue of the whole project.", sensitivity: .commercial)
        Field("remainingEffort", \.remainingEffort, "The effort that remains, in hours or days.")
        Field("remainingCost", \.remainingCost, "The cost that remains.", sensitivity: .compensation)
    }
}
