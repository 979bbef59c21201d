public import ConcordSchema
public import ConcordValues

/// Whether work in a role or of a category is charged.
public struct Chargeability: Record {
    /// The role that this is about.
    public var role: RecordID<Role>?

    /// The category of work, expense or material that this is about.
    public var category: Coding?

    /// Whether it is charged.
    public var billability: Billability

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A chargeability.
    ///
    /// - Parameters:
    ///   - billability: Whether it is charged.
    ///   - configure: Sets what else is known.
    public init(billability: Billability, _ configure: (inout Self) -> Void = { _ in }) {
        self.billability = billability
        configure(&self)
    }

    /// The declaration of a chargeability.
    public static let schema = RecordSchema(
        "chargeability",
        "Whether work in a role or of a category is charged.",
        blank: Chargeability(billability: .placeholder)
    ) {
        Field("role", \.role, "The role that this is about.")
        Field("category", \.category, "The category of work, expense or material that this is about.")
        Field("billability", \.billability, "Whether it is charged.")
    }
}
