public import ConcordSchema
public import ConcordValues

/// What makes something billable under a contract line.
///
/// Not-to-exceed is not among them: it is a ``BillingLimit`` on whatever method there is.
public struct BillingMethod: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Time worked and costs incurred.
    public static let timeAndMaterials = Self(rawValue: "timeAndMaterials")
    /// An agreed price, by a schedule.
    public static let fixedPrice = Self(rawValue: "fixedPrice")
    /// Reached milestones.
    public static let milestone = Self(rawValue: "milestone")
    /// An agreed amount in each period, against which work may be counted.
    public static let retainer = Self(rawValue: "retainer")
    /// A price in each period, whatever was done.
    public static let subscription = Self(rawValue: "subscription")
    /// Units delivered.
    public static let unit = Self(rawValue: "unit")
    /// Costs, with an addition.
    public static let costPlus = Self(rawValue: "costPlus")
    /// Progress, as a share of an agreed price.
    public static let percentComplete = Self(rawValue: "percentComplete")
    /// Nothing.
    public static let notBillable = Self(rawValue: "notBillable")

    /// The known codes.
    public static let codes: CodeList = [
        "timeAndMaterials", "fixedPrice", "milestone", "retainer", "subscription", "unit", "costPlus",
        "percentComplete", "notBillable",
    ]
}
