public import ConcordSchema
public import ConcordValues

/// Where a time entry or a cost stands in billing; its approval and its cost accounting have states of their own.
public struct BillingState: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Not billed yet.
    public static let unbilled = Self(rawValue: "unbilled")
    /// Held back from billing.
    public static let onHold = Self(rawValue: "onHold")
    /// Complete and approved, waiting for the next invoice.
    public static let readyToBill = Self(rawValue: "readyToBill")
    /// On an invoice that is not issued yet.
    public static let proposed = Self(rawValue: "proposed")
    /// On an issued invoice.
    public static let billed = Self(rawValue: "billed")
    /// In part on an issued invoice.
    public static let partlyBilled = Self(rawValue: "partlyBilled")
    /// Billed and given back by a credit note.
    public static let credited = Self(rawValue: "credited")
    /// Given up.
    public static let writtenOff = Self(rawValue: "writtenOff")
    /// Never to be billed.
    public static let nonBillable = Self(rawValue: "nonBillable")

    /// The known codes.
    public static let codes: CodeList = [
        "unbilled", "onHold", "readyToBill", "proposed", "billed", "partlyBilled", "credited", "writtenOff",
        "nonBillable",
    ]
}
