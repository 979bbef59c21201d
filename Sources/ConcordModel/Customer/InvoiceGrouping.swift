public import ConcordSchema
public import ConcordValues

/// What one invoice puts together.
public struct InvoiceGrouping: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// All that the customer owes for a period.
    public static let byCustomer = Self(rawValue: "byCustomer")
    /// What was done in one project.
    public static let byProject = Self(rawValue: "byProject")
    /// What was done under one contract.
    public static let byContract = Self(rawValue: "byContract")
    /// What was done for one purchase order.
    public static let byPO = Self(rawValue: "byPO")

    /// The known codes.
    public static let codes: CodeList = ["byCustomer", "byProject", "byContract", "byPO"]
}
