public import ConcordSchema
public import ConcordValues

/// One rate: for which kind of work, per which unit, from when, and how much.
public struct RateCardEntry: Record {
    /// The entry's identity.
    public var id: RecordID<RateCardEntry>

    /// The work that the rate is for; all work if nothing is said.
    public var dimensions: RateDimensions

    /// The unit that the rate is for: an hour, a day, a month, a lump sum, a kilometre.
    public var unit: UnitCode

    /// How many hours of work one unit is, for units longer than an hour.
    public var hoursPerUnit: ExactDecimal?

    /// How the rate is found.
    public var basis: RateBasis

    /// The price or cost of one unit.
    ///
    /// On a cost card it tells what people cost; so it has the stricter label on every card.
    public var amount: Money?

    /// What is added to cost, for a rate that is a markup.
    public var percent: Percentage?

    /// What the rate that would hold otherwise is multiplied by.
    public var multiplier: ExactDecimal?

    /// The least that is taken for one unit.
    public var minimum: Money?

    /// The most that is taken for one unit.
    public var maximum: Money?

    /// The days on which the rate holds.
    public var effective: DateInterval

    /// How time is rounded at this rate, if not as the contract says.
    public var rounding: RoundingPolicy?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A rate.
    ///
    /// - Parameters:
    ///   - id: The entry's identity.
    ///   - unit: The unit that the rate is for: an hour, a day, a month, a lump sum, a kilometre.
    ///   - effective: The days on which the rate holds.
    ///   - configure: Sets what else is known.
    public init(
        id: RecordID<RateCardEntry>,
        unit: UnitCode,
        effective: DateInterval,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.id = id
        self.unit = unit
        self.effective = effective
        dimensions = RateDimensions()
        basis = .pricePerUnit
        configure(&self)
    }

    /// The declaration of a rate.
    public static let schema = RecordSchema(
        "rate-card-entry",
        "One rate: for which kind of work, per which unit, from when, and how much.",
        blank: RateCardEntry(id: .placeholder, unit: .placeholder, effective: .placeholder)
    ) {
        Field("id", \.id, "The entry's identity.")
        Field(
            "dimensions",
            \.dimensions,
            "The work that the rate is for; all work if nothing is said.",
            hasDefault: true
        )
        Field("unit", \.unit, "The unit that the rate is for: an hour, a day, a month, a lump sum, a kilometre.")
        Field(
            "hoursPerUnit",
            \.hoursPerUnit,
            "How many hours of work one unit is, for units longer than an hour.",
            unit: .hour
        )
        Field("basis", \.basis, "How the rate is found.", hasDefault: true)
        Field("amount", \.amount, "The price or cost of one unit.", sensitivity: .compensation)
        Field("percent", \.percent, "What is added to cost, for a rate that is a markup.", sensitivity: .commercial)
        Field(
            "multiplier",
            \.multiplier,
            "What the rate that would hold otherwise is multiplied by.",
            unit: .one,
            sensitivity: .commercial
        )
        Field("minimum", \.minimum, "The least that is taken for one unit.", sensitivity: .compensation)
        Field("maximum", \.maximum, "The most that is taken for one unit.", sensitivity: .compensation)
        Field("effective", \.effective, "The days on which the rate holds.")
        Field("rounding", \.rounding, "How time is rounded at this rate, if not as the contract says.")
    }
}

/// How a rate is found.
public struct RateBasis: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// It is the amount.
    public static let pricePerUnit = Self(rawValue: "pricePerUnit")
    /// It is what the work costs.
    public static let atCost = Self(rawValue: "atCost")
    /// It is what the work costs, and a share more.
    public static let markupPercent = Self(rawValue: "markupPercent")
    /// It is that of the next card that fits.
    public static let inherit = Self(rawValue: "inherit")

    /// The known codes.
    public static let codes: CodeList = ["pricePerUnit", "atCost", "markupPercent", "inherit"]
}
