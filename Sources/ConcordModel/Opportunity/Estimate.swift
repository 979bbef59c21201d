public import ConcordSchema
public import ConcordValues

/// What work would take and bring.
public struct Estimate: Record {
    /// How much work it is: hours or days.
    public var effort: Quantity?

    /// What it would bring.
    public var revenue: Money?

    /// What it would cost the firm.
    public var cost: Money?

    /// The part of the revenue that would be left.
    public var margin: Percentage?

    /// Who would be needed.
    public var roles: [EstimatedRole] = []

    /// The estimate's version, as the source counts.
    public var version: String?

    /// When it was estimated.
    public var estimatedOn: LocalDate?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// An estimate.
    ///
    /// - Parameter configure: Sets what else is known.
    public init(_ configure: (inout Self) -> Void = { _ in }) {
        configure(&self)
    }

    /// The declaration of an estimate.
    public static let schema = RecordSchema(
        "estimate",
        "What work would take and bring.",
        blank: Estimate()
    ) {
        Field("effort", \.effort, "How much work it is: hours or days.")
        Field("revenue", \.revenue, "What it would bring.", sensitivity: .commercial)
        Field("cost", \.cost, "What it would cost the firm.", sensitivity: .compensation)
        Field("margin", \.margin, "The part of the revenue that would be left.", sensitivity: .compensation)
        Field("roles", \.roles, key: \.number, "Who would be needed.", sensitivity: .compensation)
        Field("version", \.version, "The estimate's version, as the source counts.")
        Field("estimatedOn", \.estimatedOn, "When it was estimated.")
    }
}
