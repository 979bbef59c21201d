public import ConcordSchema
public import ConcordValues

/// A role that work would need, how much of it and at what price.
public struct EstimatedRole: Record {
    /// The role's place among the others, counted from 1.
    public var number: Int

    /// The role.
    public var role: RecordID<Role>?

    /// The role in the words of whoever estimated.
    public var title: String?

    /// How many people in the role.
    public var headcount: ExactDecimal?

    /// How much work in the role: hours or days.
    public var effort: Quantity?

    /// The price of one unit of effort.
    public var billRate: Money?

    /// The cost of one unit of effort.
    public var costRate: Money?

    /// When the role would be needed.
    public var period: DateInterval?

    /// Where the work would be done.
    public var location: Coding?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// An estimated role.
    ///
    /// - Parameters:
    ///   - number: The role's place among the others, counted from 1.
    ///   - configure: Sets what else is known.
    public init(number: Int, _ configure: (inout Self) -> Void = { _ in }) {
        self.number = number
        configure(&self)
    }

    /// The declaration of an estimated role.
    public static let schema = RecordSchema(
        "estimated-role",
        "A role that work would need, how much of it and at what price.",
        blank: EstimatedRole(number: 0)
    ) {
        Field("number", \.number, "The role's place among the others, counted from 1.")
        Field("role", \.role, "The role.")
        Field("title", \.title, "The role in the words of whoever estimated.")
        Field("headcount", \.headcount, "How many people in the role.", unit: .person)
        Field("effort", \.effort, "How much work in the role: hours or days.")
        Field("billRate", \.billRate, "The price of one unit of effort.", sensitivity: .commercial)
        Field("costRate", \.costRate, "The cost of one unit of effort.", sensitivity: .compensation)
        Field("period", \.period, "When the role would be needed.")
        Field("location", \.location, "Where the work would be done.")
    }
}
