public import ConcordValues

/// Who may see a field's values; everything but ``open`` is redacted in messages and logs.
public struct Sensitivity: OpenCode, FieldValue {
    /// The class as text.
    public let rawValue: String

    /// A class with the given text.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// Anybody who sees the record.
    public static let open = Self(rawValue: "open")
    /// Data about a person, as GDPR Article 4 (1) says what that is.
    public static let personal = Self(rawValue: "personal")
    /// Prices, rates and terms agreed with a customer.
    public static let commercial = Self(rawValue: "commercial")
    /// What people cost and earn.
    public static let compensation = Self(rawValue: "compensation")
    /// Bank accounts and tax registrations.
    public static let financial = Self(rawValue: "financial")

    /// The known classes, from those that everybody may see to those that few may.
    public static let codes: CodeList = ["open", "personal", "commercial", "compensation", "financial"]
}
