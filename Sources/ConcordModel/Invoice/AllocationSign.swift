public import ConcordSchema
public import ConcordValues

/// What an entry of the billing ledger does to its source.
public struct AllocationSign: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Bills it.
    public static let bill = Self(rawValue: "bill")
    /// Gives back what was billed; it can be billed again.
    public static let credit = Self(rawValue: "credit")
    /// Bills it again after it was given back.
    public static let rebill = Self(rawValue: "rebill")
    /// Gives it up.
    public static let writeOff = Self(rawValue: "writeOff")
    /// Bills the difference to what should have been billed.
    public static let trueUp = Self(rawValue: "trueUp")

    /// The known codes.
    public static let codes: CodeList = ["bill", "credit", "rebill", "writeOff", "trueUp"]
}
