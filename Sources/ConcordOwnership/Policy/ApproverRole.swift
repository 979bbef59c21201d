/// Whose approval something needs: a function of the firm, not a person.
///
/// The set is open.
public struct ApproverRole: RawRepresentable, Sendable, Hashable {
    /// The role as documents write it.
    public let rawValue: String

    /// A role with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Answers for receivables, terms, rates and the books.
    public static let finance: Self = "finance"
    /// Answers for what is delivered.
    public static let delivery: Self = "delivery"
    /// Answers for one project.
    public static let projectLead: Self = "projectLead"
    /// Keeps the order of the sales pipeline.
    public static let salesOperations: Self = "salesOperations"
    /// Answers for employment and pay.
    public static let people: Self = "people"
    /// Keeps the data in order.
    public static let dataSteward: Self = "dataSteward"
}

extension ApproverRole: ExpressibleByStringLiteral {
    /// A role with the given text.
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension ApproverRole: Comparable {
    /// Whether the first role sorts before the second, by its text.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

extension ApproverRole: CustomStringConvertible {
    /// The role as documents write it.
    public var description: String { rawValue }
}
