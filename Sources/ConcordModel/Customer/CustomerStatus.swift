public import ConcordSchema
public import ConcordValues

/// Where a customer stands with the firm.
public struct CustomerStatus: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// No contract yet.
    public static let prospect = Self(rawValue: "prospect")
    /// Under contract, or ready for the next one.
    public static let active = Self(rawValue: "active")
    /// No new work until something is settled.
    public static let onHold = Self(rawValue: "onHold")
    /// No work for the time being.
    public static let inactive = Self(rawValue: "inactive")
    /// The firm and the customer have parted.
    public static let closed = Self(rawValue: "closed")
    /// Now a part of another customer.
    public static let merged = Self(rawValue: "merged")
    /// Erased because a person demanded it.
    public static let erased = Self(rawValue: "erased")

    /// The known codes.
    public static let codes: CodeList = ["prospect", "active", "onHold", "inactive", "closed", "merged", "erased"]
}
