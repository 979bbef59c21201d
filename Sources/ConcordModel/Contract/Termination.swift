public import ConcordSchema
public import ConcordValues

/// How a contract was ended before its time.
public struct Termination: Record {
    /// The last day of the contract.
    public var on: LocalDate

    /// The day on which notice was given.
    public var noticeGivenOn: LocalDate?

    /// Why.
    public var reason: Coding?

    /// What is to be paid for ending it.
    public var fee: Money?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A termination.
    ///
    /// - Parameters:
    ///   - on: The last day of the contract.
    ///   - configure: Sets what else is known.
    public init(on: LocalDate, _ configure: (inout Self) -> Void = { _ in }) {
        self.on = on
        configure(&self)
    }

    /// The declaration of a termination.
    public static let schema = RecordSchema(
        "termination",
        "How a contract was ended before its time.",
        blank: Termination(on: .placeholder)
    ) {
        Field("on", \.on, "The last day of the contract.")
        Field("noticeGivenOn", \.noticeGivenOn, "The day on which notice was given.")
        Field("reason", \.reason, "Why.")
        Field("fee", \.fee, "What is to be paid for ending it.", sensitivity: .commercial)
    }
}
