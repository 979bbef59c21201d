public import ConcordSchema
public import ConcordValues

/// What a project may take and should bring, in one version.
public struct Budget: Record {
    /// The budget's version, as the firm counts or names it.
    public var version: String?

    /// The effort, in hours or days.
    public var effort: Quantity?

    /// The cost of labour.
    public var labour: Money?

    /// The cost of everything but labour.
    public var expense: Money?

    /// The revenue.
    public var revenue: Money?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A budget; set what is known.
    ///
    /// - Parameter configure: Sets what is known.
    public init(_ configure: (inout Self) -> Void = { _ in }) {
        configure(&self)
    }

    /// The declaration of a budget.
    public static let schema = RecordSchema(
        "budget",
        "What a project may take and should bring, in one version.",
        blank: Budget()
    ) {
        Field("version", \.version, "The budget's version, as the firm counts or names it.")
        Field("effort", \.effort, "The effort, in hours or days.")
        Field("labour", \.labour, "The cost of labour.", sensitivity: .compensation)
        Field("expense", \.expense, "The cost of everything but labour.", sensitivity: .commercial)
        Field("revenue", \.revenue, "The revenue.", sensitivity: .commercial)
    }
}
