public import ConcordSchema
public import ConcordValues

/// How something is taxed.
public struct TaxCategory: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// At the standard rate.
    public static let standard = Self(rawValue: "standard")
    /// At a reduced rate.
    public static let reduced = Self(rawValue: "reduced")
    /// At a rate of zero.
    public static let zero = Self(rawValue: "zero")
    /// Not at all, by an exemption.
    public static let exempt = Self(rawValue: "exempt")
    /// By the buyer, who owes the tax in the seller's place.
    public static let reverseCharge = Self(rawValue: "reverseCharge")
    /// Not by this jurisdiction, because it takes place elsewhere.
    public static let outOfScope = Self(rawValue: "outOfScope")
    /// Not at all, because the tax does not know such a thing.
    public static let notSubject = Self(rawValue: "notSubject")

    /// The known codes.
    public static let codes: CodeList = [
        "standard", "reduced", "zero", "exempt", "reverseCharge", "outOfScope", "notSubject",
    ]
}
