public import ConcordSchema
public import ConcordValues

/// Until which day work is taken into a billing.
public struct BillingCutOff: Record {
    /// The day from which the cut-off is counted.
    public var basis: CutOffBasis

    /// The day of the month, from 1 to 31; the last day in months that are shorter.
    public var dayOfMonth: Int?

    /// The day itself, where it is fixed.
    public var date: LocalDate?

    /// The number of days by which the cut-off comes after that day; negative for before.
    public var offsetDays: Int?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A cut-off.
    ///
    /// - Parameters:
    ///   - basis: The day from which the cut-off is counted.
    ///   - configure: Sets what else is known.
    public init(basis: CutOffBasis, _ configure: (inout Self) -> Void = { _ in }) {
        self.basis = basis
        configure(&self)
    }

    /// The declaration of a cut-off.
    public static let schema = RecordSchema(
        "billing-cut-off",
        "Until which day work is taken into a billing.",
        blank: BillingCutOff(basis: .placeholder)
    ) {
        Field("basis", \.basis, "The day from which the cut-off is counted.")
        Field(
            "dayOfMonth",
            \.dayOfMonth,
            "The day of the month, from 1 to 31; the last day in months that are shorter."
        )
        Field("date", \.date, "The day itself, where it is fixed.")
        Field(
            "offsetDays",
            \.offsetDays,
            "The number of days by which the cut-off comes after that day; negative for before.",
            unit: .day
        )
    }
}

/// The day from which a cut-off is counted.
public struct CutOffBasis: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The last day of the period that is billed.
    public static let periodEnd = Self(rawValue: "periodEnd")
    /// The day on which the billing is made.
    public static let runDate = Self(rawValue: "runDate")
    /// A day of the month.
    public static let dayOfMonth = Self(rawValue: "dayOfMonth")
    /// A day that was agreed.
    public static let fixedDate = Self(rawValue: "fixedDate")

    /// The known codes.
    public static let codes: CodeList = ["periodEnd", "runDate", "dayOfMonth", "fixedDate"]
}
