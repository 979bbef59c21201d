public import ConcordSchema
public import ConcordValues

/// What a party that pays holds back for the tax authority.
public struct Withholding: Record {
    /// Whether anything is held back.
    public var applies: Bool

    /// The kind of withholding, in the authority's or a system's list.
    public var code: Coding?

    /// The part of the amount that is held back.
    public var rate: Percentage?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A withholding.
    ///
    /// - Parameters:
    ///   - applies: Whether anything is held back.
    ///   - rate: The part of the amount that is held back.
    ///   - configure: Sets what else is known.
    public init(applies: Bool, rate: Percentage? = nil, _ configure: (inout Self) -> Void = { _ in }) {
        self.applies = applies
        self.rate = rate
        configure(&self)
    }

    /// The declaration of a withholding.
    public static let schema = RecordSchema(
        "withholding",
        "What a party that pays holds back for the tax authority.",
        blank: Withholding(applies: false)
    ) {
        Field("applies", \.applies, "Whether anything is held back.")
        Field("code", \.code, "The kind of withholding, in the authority's or a system's list.")
        Field("rate", \.rate, "The part of the amount that is held back.")
    }
}
