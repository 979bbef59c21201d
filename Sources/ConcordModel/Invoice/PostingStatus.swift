public import ConcordSchema
public import ConcordValues

/// Where an invoice stands in the books.
public struct PostingStatus: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Not in the books.
    public static let unposted = Self(rawValue: "unposted")
    /// In the books.
    public static let posted = Self(rawValue: "posted")
    /// Taken out of the books by a reversing entry.
    public static let reversed = Self(rawValue: "reversed")

    /// The known codes.
    public static let codes: CodeList = ["unposted", "posted", "reversed"]
}
