public import ConcordSchema
public import ConcordValues

/// When what a contract line earns becomes revenue.
public struct RevenueRule: Record {
    /// How progress towards revenue is measured.
    public var method: RevenueMethod

    /// The performance obligation that the line belongs to (IFRS 15.22).
    public var performanceObligation: String?

    /// The price at which the same would be sold alone (IFRS 15.77).
    public var standaloneSellingPrice: Money?

    /// How work in progress is carried until then.
    public var wipPolicy: Coding?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A revenue rule.
    ///
    /// - Parameters:
    ///   - method: How progress towards revenue is measured.
    ///   - configure: Sets what else is known.
    public init(method: RevenueMethod, _ configure: (inout Self) -> Void = { _ in }) {
        self.method = method
        configure(&self)
    }

    /// The declaration of a revenue rule.
    public static let schema = RecordSchema(
        "revenue-rule",
        "When what a contract line earns becomes revenue.",
        blank: RevenueRule(method: .placeholder)
    ) {
        Field("method", \.method, "How progress towards revenue is measured.")
        Field(
            "performanceObligation",
            \.performanceObligation,
            "The performance obligation that the line belongs to (IFRS 15.22)."
        )
        Field(
            "standaloneSellingPrice",
            \.standaloneSellingPrice,
            "The price at which the same would be sold alone (IFRS 15.77).",
            sensitivity: .commercial
        )
        Field("wipPolicy", \.wipPolicy, "How work in progress is carried until then.")
    }
}

/// How progress towards revenue is measured.
public struct RevenueMethod: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// What may be invoiced is revenue (IFRS 15.B16).
    public static let asInvoiced = Self(rawValue: "asInvoiced")
    /// By cost incurred of cost expected, an input method (IFRS 15.B18).
    public static let overTimeCost = Self(rawValue: "overTimeCost")
    /// By what was delivered, an output method (IFRS 15.B15).
    public static let overTimeOutput = Self(rawValue: "overTimeOutput")
    /// Evenly over the days of the service.
    public static let straightLine = Self(rawValue: "straightLine")
    /// When control passes to the customer (IFRS 15.38).
    public static let pointInTime = Self(rawValue: "pointInTime")
    /// When milestones are reached.
    public static let milestone = Self(rawValue: "milestone")
    /// It never becomes revenue.
    ///
    /// Its text is `none`; a member of that name would be nil wherever an optional is expected.
    public static let noRevenue = Self(rawValue: "none")

    /// The known codes.
    public static let codes: CodeList = [
        "asInvoiced", "overTimeCost", "overTimeOutput", "straightLine", "pointInTime", "milestone", "none",
    ]
}
