public import ConcordSchema
public import ConcordValues

/// What kind of cost it is.
public struct CostKind: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// An outlay against a receipt.
    public static let expense = Self(rawValue: "expense")
    /// A daily allowance.
    public static let perDiem = Self(rawValue: "perDiem")
    /// A distance driven.
    public static let mileage = Self(rawValue: "mileage")
    /// Goods that were used.
    public static let material = Self(rawValue: "material")
    /// Work that was bought.
    public static let subcontract = Self(rawValue: "subcontract")
    /// A charge that was agreed.
    public static let fee = Self(rawValue: "fee")
    /// A share of what the firm costs as a whole.
    public static let overhead = Self(rawValue: "overhead")
    /// A correction without a purchase.
    public static let adjustment = Self(rawValue: "adjustment")

    /// The known codes.
    public static let codes: CodeList = [
        "expense", "perDiem", "mileage", "material", "subcontract", "fee", "overhead", "adjustment",
    ]
}
