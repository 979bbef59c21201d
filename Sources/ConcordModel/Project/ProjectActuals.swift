public import ConcordSchema
public import ConcordValues

/// What a project took and brought up to a day.
public struct ProjectActuals: Record {
    /// The last day that is counted.
    public var through: LocalDate?

    /// The effort, in hours or days.
    public var effort: Quantity?

    /// The cost.
    public var cost: Money?

    /// What was billed, less what was credited.
    public var billed: Money?

    /// What could be billed and is not yet.
    public var unbilled: Money?

    /// Work done and not yet recognised as revenue, at the value in the books.
    public var workInProgress: Money?

    /// The revenue that was recognised.
    public var recognised: Money?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// Actuals; set what is known.
    ///
    /// - Parameter configure: Sets what is known.
    public init(_ configure: (inout Self) -> Void = { _ in }) {
        configure(&self)
    }

    /// The declaration of a project's actuals.
    public static let schema = RecordSchema(
        "project-actuals",
        "What a project took and brought up to a day.",
        blank: ProjectActuals()
    ) {
        Field("through", \.through, "The last day that is counted.")
        Field("effort", \.effort, "The effort, in hours or days.")
        Field("cost", \.cost, "The cost.", sensitivity: .compensation)
        Field("billed", \.billed, "What was billed, less what was credited.", sensitivity: .commercial)
        Field("unbilled", \.unbilled, "What could be billed and is not yet.", sensitivity: .commercial)
        Field(
            "workInProgress",
            \.workInProgress,
            "Work done and not yet recognised as revenue, at the value in the books.",
            sensitivity: .commercial
        )
        Field("recognised", \.recognised, "The revenue that was recognised.", sensitivity: .commercial)
    }
}
