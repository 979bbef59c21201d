public import ConcordSchema
public import ConcordValues

/// Where an invoice stands in being collected.
public struct CollectionStatus: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Not due yet.
    public static let current = Self(rawValue: "current")
    /// Due.
    public static let due = Self(rawValue: "due")
    /// Past its due date.
    public static let overdue = Self(rawValue: "overdue")
    /// The customer was reminded; the level is in the collection case.
    public static let reminded = Self(rawValue: "reminded")
    /// The customer said when it will pay.
    public static let promiseToPay = Self(rawValue: "promiseToPay")
    /// The customer says that it does not owe this.
    public static let disputed = Self(rawValue: "disputed")
    /// With lawyers or before a court.
    public static let legal = Self(rawValue: "legal")
    /// With a collection agency.
    public static let agency = Self(rawValue: "agency")
    /// No longer pursued.
    public static let writtenOff = Self(rawValue: "writtenOff")

    /// The known codes.
    public static let codes: CodeList = [
        "current", "due", "overdue", "reminded", "promiseToPay", "disputed", "legal", "agency", "writtenOff",
    ]
}
