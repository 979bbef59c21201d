public import ConcordSchema
public import ConcordValues

/// An amount of an invoice that was given up.
public struct WriteOff: Record {
    /// How much.
    public var amount: Money

    /// Why.
    public var reason: Coding?

    /// When.
    public var on: LocalDate?

    /// Who decided.
    public var by: String?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A write-off.
    ///
    /// - Parameters:
    ///   - amount: How much.
    ///   - configure: Sets what else is known.
    public init(_ amount: Money, _ configure: (inout Self) -> Void = { _ in }) {
        self.amount = amount
        configure(&self)
    }

    /// The declaration of a write-off.
    public static let schema = RecordSchema(
        "write-off",
        "An amount of an invoice that was given up.",
        blank: WriteOff(.placeholder)
    ) {
        Field("amount", \.amount, "How much.", sensitivity: .commercial)
        Field("reason", \.reason, "Why.")
        Field("on", \.on, "When.")
        Field("by", \.by, "Who decided.", sensitivity: .personal)
    }
}
