public import ConcordSchema
public import ConcordValues

/// Whether time or a cost may be billed.
public struct Billability: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// It is billed.
    public static let billable = Self(rawValue: "billable")
    /// It is not billed.
    public static let nonBillable = Self(rawValue: "nonBillable")
    /// It is shown to the customer at no price.
    public static let complimentary = Self(rawValue: "complimentary")
    /// Nobody has decided yet.
    public static let undetermined = Self(rawValue: "undetermined")

    /// The known codes.
    public static let codes: CodeList = ["billable", "nonBillable", "complimentary", "undetermined"]
}
