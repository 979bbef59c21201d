public import ConcordSchema
public import ConcordValues

/// A rate that was found for one piece of work, and how: which card, which entry, by which steps.
public struct ResolvedRate: Record {
    /// The price or cost of one unit.
    public var amount: Money

    /// The unit that the rate is for.
    public var unit: UnitCode

    /// The entry of the rate card that gave the rate.
    public var cardEntry: RecordID<RateCardEntry>?

    /// The version of the rate card.
    public var cardVersion: Int?

    /// The steps by which the rate was found, in their order.
    public var resolutionTrace: [String] = []

    /// Who set another rate than the card's.
    public var overriddenBy: String?

    /// When the rate was found.
    public var at: Instant?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A rate.
    ///
    /// - Parameters:
    ///   - amount: The price or cost of one unit.
    ///   - unit: The unit that the rate is for.
    ///   - configure: Sets how it was found.
    public init(_ amount: Money, per unit: UnitCode, _ configure: (inout Self) -> Void = { _ in }) {
        self.amount = amount
        self.unit = unit
        configure(&self)
    }

    /// The declaration of a rate that was found.
    public static let schema = RecordSchema(
        "resolved-rate",
        "A rate that was found for one piece of work, and how: which card, which entry, by which steps.",
        blank: ResolvedRate(.placeholder, per: .placeholder)
    ) {
        Field("amount", \.amount, "The price or cost of one unit.")
        Field("unit", \.unit, "The unit that the rate is for.")
        Field("cardEntry", \.cardEntry, "The entry of the rate card that gave the rate.")
        Field("cardVersion", \.cardVersion, "The version of the rate card.")
        Field("resolutionTrace", \.resolutionTrace, "The steps by which the rate was found, in their order.")
        Field("overriddenBy", \.overriddenBy, "Who set another rate than the card's.", sensitivity: .personal)
        Field("at", \.at, "When the rate was found.")
    }
}
