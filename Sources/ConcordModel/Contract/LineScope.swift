public import ConcordSchema

/// The kinds of work and cost that a contract line covers.
public struct LineScope: Record {
    /// Whether it covers time worked.
    public var time: Bool?

    /// Whether it covers expenses.
    public var expense: Bool?

    /// Whether it covers material.
    public var material: Bool?

    /// Whether it covers fees.
    public var fee: Bool?

    /// Whether it covers the work of subcontractors.
    public var subcontract: Bool?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A line's scope; set what is known.
    ///
    /// - Parameter configure: Sets what is known.
    public init(_ configure: (inout Self) -> Void = { _ in }) {
        configure(&self)
    }

    /// The declaration of a line's scope.
    public static let schema = RecordSchema(
        "line-scope",
        "The kinds of work and cost that a contract line covers.",
        blank: LineScope()
    ) {
        Field("time", \.time, "Whether it covers time worked.")
        Field("expense", \.expense, "Whether it covers expenses.")
        Field("material", \.material, "Whether it covers material.")
        Field("fee", \.fee, "Whether it covers fees.")
        Field("subcontract", \.subcontract, "Whether it covers the work of subcontractors.")
    }
}
