public import ConcordSchema
public import ConcordValues

/// Where a contract stands between draft and end.
public struct ContractStatus: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Being written.
    public static let draft = Self(rawValue: "draft")
    /// Being read and negotiated.
    public static let inReview = Self(rawValue: "inReview")
    /// Agreed and not signed by everybody yet.
    public static let awaitingSignature = Self(rawValue: "awaitingSignature")
    /// In force.
    public static let active = Self(rawValue: "active")
    /// In force, with work and billing suspended.
    public static let onHold = Self(rawValue: "onHold")
    /// Over because its time ran out.
    public static let expired = Self(rawValue: "expired")
    /// Over because everything was delivered and billed.
    public static let completed = Self(rawValue: "completed")
    /// Ended before its time.
    public static let terminated = Self(rawValue: "terminated")
    /// Given up before it was in force.
    public static let cancelled = Self(rawValue: "cancelled")
    /// Replaced by another contract.
    public static let superseded = Self(rawValue: "superseded")

    /// The known codes.
    public static let codes: CodeList = [
        "draft", "inReview", "awaitingSignature", "active", "onHold", "expired", "completed", "terminated", "cancelled",
        "superseded",
    ]
}
