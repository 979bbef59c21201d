public import ConcordSchema

/// Which sides of a posted record may no longer be changed, and why.
public struct PostingLock: Record {
    /// Whether cost is fixed.
    public var costSide: Bool

    /// Whether billing is fixed.
    public var billSide: Bool

    /// Why.
    public var reason: String?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A lock.
    ///
    /// - Parameters:
    ///   - costSide: Whether cost is fixed.
    ///   - billSide: Whether billing is fixed.
    ///   - reason: Why.
    public init(costSide: Bool, billSide: Bool, reason: String? = nil) {
        self.costSide = costSide
        self.billSide = billSide
        self.reason = reason
    }

    /// The declaration of a lock.
    public static let schema = RecordSchema(
        "posting-lock",
        "Which sides of a posted record may no longer be changed, and why.",
        blank: PostingLock(costSide: false, billSide: false)
    ) {
        Field("costSide", \.costSide, "Whether cost is fixed.")
        Field("billSide", \.billSide, "Whether billing is fixed.")
        Field("reason", \.reason, "Why.")
    }
}
