/// A function of the firm that acts or decides: who has to put a record right, and whose approval something needs.
///
/// It is not a person, and the set is open.
public struct BusinessRole: RawRepresentable, Sendable, Hashable {
    /// The role as documents write it.
    public let rawValue: String

    /// A role with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Sells, and keeps the customer's and the opportunity's data.
    public static let sales: Self = "sales"
    /// Keeps the order of the sales pipeline.
    public static let salesOperations: Self = "salesOperations"
    /// Writes contracts and has them signed.
    public static let legal: Self = "legal"
    /// Answers for receivables, terms, rates and the books.
    public static let finance: Self = "finance"
    /// Prepares invoices.
    public static let billing: Self = "billing"
    /// Answers for what is delivered.
    public static let delivery: Self = "delivery"
    /// Answers for one project.
    public static let projectLead: Self = "projectLead"
    /// Did the work and entered the time.
    public static let timekeeper: Self = "timekeeper"
    /// Answers for employment and pay.
    public static let people: Self = "people"
    /// Plans who works on what.
    public static let resourcing: Self = "resourcing"
    /// Keeps the data in order.
    public static let dataSteward: Self = "dataSteward"
    /// Runs the systems and what connects them.
    public static let integration: Self = "integration"

    /// The roles that every firm has.
    public static let standard: [Self] = [
        .sales, .salesOperations, .legal, .finance, .billing, .delivery, .projectLead, .timekeeper, .people,
        .resourcing, .dataSteward, .integration,
    ]
}

extension BusinessRole: ExpressibleByStringLiteral {
    /// A role with the given text.
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension BusinessRole: Comparable {
    /// Whether the first role sorts before the second, by its text.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension BusinessRole: CustomStringConvertible {
    /// The role as documents write it.
    public var description: String { rawValue }
}
