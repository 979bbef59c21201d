public import ConcordSchema
public import ConcordValues

/// What a unit of a resource's work costs or is charged at, in a certain time.
public struct EffectiveRate: Record {
    /// Which side the rate is on.
    public var side: RateSide

    /// The amount for one unit.
    public var amount: Money

    /// The unit that the rate is for.
    public var unit: UnitCode

    /// What the amount is made of.
    public var basis: CostBasis

    /// The legal entity that the rate holds in; all if absent.
    public var entity: RecordID<LegalEntity>?

    /// The days on which the rate holds.
    public var validity: DateInterval

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A rate.
    ///
    /// - Parameters:
    ///   - side: Which side the rate is on.
    ///   - amount: The amount for one unit.
    ///   - unit: The unit that the rate is for.
    ///   - basis: What the amount is made of.
    ///   - validity: The days on which the rate holds.
    ///   - configure: Sets what else is known.
    public init(
        side: RateSide,
        _ amount: Money,
        per unit: UnitCode,
        basis: CostBasis,
        validity: DateInterval,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.side = side
        self.amount = amount
        self.unit = unit
        self.basis = basis
        self.validity = validity
        configure(&self)
    }

    /// The declaration of a rate with its time.
    public static let schema = RecordSchema(
        "effective-rate",
        "What a unit of a resource's work costs or is charged at, in a certain time.",
        blank: EffectiveRate(
            side: .placeholder,
            .placeholder,
            per: .placeholder,
            basis: .placeholder,
            validity: .placeholder
        )
    ) {
        Field("side", \.side, "Which side the rate is on.")
        Field("amount", \.amount, "The amount for one unit.", sensitivity: .compensation)
        Field("unit", \.unit, "The unit that the rate is for.")
        Field("basis", \.basis, "What the amount is made of.")
        Field("entity", \.entity, "The legal entity that the rate holds in; all if absent.")
        Field("validity", \.validity, "The days on which the rate holds.")
    }
}
