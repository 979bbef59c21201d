public import ConcordSchema
public import ConcordValues

/// The day of a period on which something is billed.
public struct BillingAnchor: Record {
    /// How the day is told.
    public var kind: BillingAnchorKind

    /// The day of the month, from 1 to 31; the last day in months that are shorter.
    public var dayOfMonth: Int?

    /// The day of the week, for periods of whole weeks.
    public var weekday: Weekday?

    /// The month within the period, counted from 1, for periods longer than a month.
    public var month: Int?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A billing day.
    ///
    /// - Parameters:
    ///   - kind: How the day is told.
    ///   - configure: Sets what else is known.
    public init(kind: BillingAnchorKind, _ configure: (inout Self) -> Void = { _ in }) {
        self.kind = kind
        configure(&self)
    }

    /// The declaration of a billing day.
    public static let schema = RecordSchema(
        "billing-anchor",
        "The day of a period on which something is billed.",
        blank: BillingAnchor(kind: .placeholder)
    ) {
        Field("kind", \.kind, "How the day is told.")
        Field(
            "dayOfMonth",
            \.dayOfMonth,
            "The day of the month, from 1 to 31; the last day in months that are shorter."
        )
        Field("weekday", \.weekday, "The day of the week, for periods of whole weeks.")
        Field("month", \.month, "The month within the period, counted from 1, for periods longer than a month.")
    }
}

/// How the day of a billing is told.
public struct BillingAnchorKind: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// By its number in the month.
    public static let dayOfMonth = Self(rawValue: "dayOfMonth")
    /// By its name.
    public static let weekday = Self(rawValue: "weekday")
    /// It is the last day of the period.
    public static let lastDay = Self(rawValue: "lastDay")

    /// The known codes.
    public static let codes: CodeList = ["dayOfMonth", "weekday", "lastDay"]
}
