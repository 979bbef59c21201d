public import ConcordSchema
public import ConcordValues

/// Where an invoice stands as a document.
public struct DocumentStatus: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Being written.
    public static let draft = Self(rawValue: "draft")
    /// Before those who have to agree.
    public static let inReview = Self(rawValue: "inReview")
    /// Agreed, and not issued yet.
    public static let approved = Self(rawValue: "approved")
    /// Numbered and dated; from here on it is corrected by other invoices, never changed.
    public static let issued = Self(rawValue: "issued")
    /// Issued and on its way to the customer.
    public static let sent = Self(rawValue: "sent")
    /// Given up before it was issued.
    public static let cancelled = Self(rawValue: "cancelled")
    /// Declared void after it was issued.
    public static let void = Self(rawValue: "void")

    /// The known codes.
    public static let codes: CodeList = ["draft", "inReview", "approved", "issued", "sent", "cancelled", "void"]
}
