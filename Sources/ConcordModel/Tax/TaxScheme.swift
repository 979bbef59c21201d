public import ConcordSchema
public import ConcordValues

/// What tax it is.
public struct TaxScheme: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Value-added tax.
    public static let vat = Self(rawValue: "vat")
    /// Goods and services tax.
    public static let gst = Self(rawValue: "gst")
    /// Sales and use tax.
    public static let salesTax = Self(rawValue: "salesTax")
    /// Tax that who pays holds back.
    public static let withholding = Self(rawValue: "withholding")
    /// Another tax.
    public static let other = Self(rawValue: "other")

    /// The known codes.
    public static let codes: CodeList = ["vat", "gst", "salesTax", "withholding", "other"]
}
