public import ConcordSchema
public import ConcordValues

/// What a customer has paid for in advance, and how much of it is left.
public struct PrepaidBalance: Record {
    /// The balance's identity.
    public var id: RecordID<PrepaidBalance>

    /// Whether it is counted in hours or in money.
    public var unit: PrepaidUnit

    /// What was paid for, in money.
    public var purchasedAmount: Money?

    /// What was paid for, in hours.
    public var purchasedQuantity: Quantity?

    /// What of it is used up, in money.
    public var consumedAmount: Money?

    /// What of it is used up, in hours.
    public var consumedQuantity: Quantity?

    /// The last day on which it can be used.
    public var expires: LocalDate?

    /// What becomes of what is left at the end of a period.
    public var rollover: Rollover?

    /// The most that is carried into the next period, in money.
    public var rolloverCapAmount: Money?

    /// The most that is carried into the next period, in hours.
    public var rolloverCapQuantity: Quantity?

    /// The rate for what goes beyond the balance.
    public var overageRate: RecordID<RateCardEntry>?

    /// The place of the balance among those that could be used, the lowest first.
    public var drawdownOrder: Int?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A balance.
    ///
    /// - Parameters:
    ///   - id: The balance's identity.
    ///   - unit: Whether it is counted in hours or in money.
    ///   - configure: Sets what else is known.
    public init(
        id: RecordID<PrepaidBalance>,
        unit: PrepaidUnit,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.id = id
        self.unit = unit
        configure(&self)
    }

    /// The declaration of a balance.
    public static let schema = RecordSchema(
        "prepaid-balance",
        "What a customer has paid for in advance, and how much of it is left.",
        blank: PrepaidBalance(id: .placeholder, unit: .placeholder)
    ) {
        Field("id", \.id, "The balance's identity.")
        Field("unit", \.unit, "Whether it is counted in hours or in money.")
        Field("purchasedAmount", \.purchasedAmount, "What was paid for, in money.", sensitivity: .commercial)
        Field("purchasedQuantity", \.purchasedQuantity, "What was paid for, in hours.")
        Field("consumedAmount", \.consumedAmount, "What of it is used up, in money.", sensitivity: .commercial)
        Field("consumedQuantity", \.consumedQuantity, "What of it is used up, in hours.")
        Field("expires", \.expires, "The last day on which it can be used.")
        Field("rollover", \.rollover, "What becomes of what is left at the end of a period.")
        Field(
            "rolloverCapAmount",
            \.rolloverCapAmount,
            "The most that is carried into the next period, in money.",
            sensitivity: .commercial
        )
        Field("rolloverCapQuantity", \.rolloverCapQuantity, "The most that is carried into the next period, in hours.")
        Field("overageRate", \.overageRate, "The rate for what goes beyond the balance.")
        Field(
            "drawdownOrder",
            \.drawdownOrder,
            "The place of the balance among those that could be used, the lowest first."
        )
    }
}

/// What a prepaid balance is counted in.
public struct PrepaidUnit: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Hours.
    public static let hours = Self(rawValue: "hours")
    /// Money.
    public static let money = Self(rawValue: "money")

    /// The known codes.
    public static let codes: CodeList = ["hours", "money"]
}

/// What becomes of what is left of a prepaid balance at the end of a period.
public struct Rollover: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// It is lost.
    ///
    /// Its text is `none`; a member of that name would be nil wherever an optional is expected.
    public static let forfeit = Self(rawValue: "none")
    /// It is carried into the next period.
    public static let carry = Self(rawValue: "carry")
    /// It is carried up to a cap.
    public static let cap = Self(rawValue: "cap")

    /// The known codes.
    public static let codes: CodeList = ["none", "carry", "cap"]
}
