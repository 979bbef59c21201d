public import ConcordSchema
public import ConcordValues

/// Prices or costs of work from a first day on: for whom, on which side, and one entry for each kind of work.
///
/// A rate that no entry gives is an error and never zero. What was found for one piece of work is a ``ResolvedRate``.
public struct RateCard: CanonicalRecord {
    /// The card's identity.
    public var id: RecordID<RateCard>

    /// What is known about the record.
    public var header: RecordHeader

    /// What the card is called.
    public var name: String

    /// Whom the card is for.
    public var owner: RateCardOwner

    /// Whether it holds prices, costs or transfer prices.
    public var side: RateSide

    /// The currency of the rates.
    public var currency: CurrencyCode

    /// The days on which the card holds.
    ///
    /// The header's interval says how long the record holds, this one how long the rates do.
    public var effective: DateInterval

    /// The version of the card, counted from 1; rates that were found refer to it.
    public var version: Int

    /// Whether the card may be used.
    public var status: RateCardStatus

    /// The place of the card among those that fit, the highest first.
    public var priority: Int

    /// The card that this one was made from.
    public var copiedFrom: RecordID<RateCard>?

    /// The rates.
    public var entries: [RateCardEntry] = []

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A rate card.
    ///
    /// - Parameters:
    ///   - id: The card's identity.
    ///   - header: What is known about the record.
    ///   - name: What the card is called.
    ///   - owner: Whom the card is for.
    ///   - side: Whether it holds prices, costs or transfer prices.
    ///   - currency: The currency of the rates.
    ///   - effective: The days on which the card holds.
    ///   - configure: Sets everything else.
    public init(
        id: RecordID<RateCard>,
        header: RecordHeader,
        name: String,
        owner: RateCardOwner,
        side: RateSide,
        currency: CurrencyCode,
        effective: DateInterval,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.id = id
        self.header = header
        self.name = name
        self.owner = owner
        self.side = side
        self.currency = currency
        self.effective = effective
        version = 1
        status = .draft
        priority = 0
        configure(&self)
    }

    /// The declaration of a rate card.
    public static let schema = RecordSchema(
        "rate-card",
        version: 1,
        "Prices or costs of work from a first day on: for whom, on which side, and one entry for each kind of work.",
        blank: RateCard(
            id: .placeholder,
            header: .placeholder,
            name: "",
            owner: .placeholder,
            side: .placeholder,
            currency: .placeholder,
            effective: .placeholder
        )
    ) {
        Field("id", \.id, "The card's identity.")
        Field("header", \.header, "What is known about the record.")
        Field("name", \.name, "What the card is called.")
        Field("owner", \.owner, "Whom the card is for.")
        Field("side", \.side, "Whether it holds prices, costs or transfer prices.")
        Field("currency", \.currency, "The currency of the rates.")
        Field("effective", \.effective, "The days on which the card holds.")
        Field(
            "version",
            \.version,
            "The version of the card, counted from 1; rates that were found refer to it.",
            hasDefault: true
        )
        Field("status", \.status, "Whether the card may be used.", hasDefault: true)
        Field(
            "priority",
            \.priority,
            "The place of the card among those that fit, the highest first.",
            hasDefault: true
        )
        Field("copiedFrom", \.copiedFrom, "The card that this one was made from.")
        Field("entries", \.entries, key: \.id, "The rates.")
    }
}

/// Whether a rate card may be used.
public struct RateCardStatus: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Being made.
    public static let draft = Self(rawValue: "draft")
    /// It may.
    public static let active = Self(rawValue: "active")
    /// No longer.
    public static let retired = Self(rawValue: "retired")

    /// The known codes.
    public static let codes: CodeList = ["draft", "active", "retired"]
}
