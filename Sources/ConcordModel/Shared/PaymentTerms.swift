public import ConcordSchema
public import ConcordValues

/// When an invoice has to be paid, and what paying early or late changes.
///
/// The due date is the basis, plus the months, plus the days, moved on to the due day if there is one: “30 days end of
/// month” is 30 days from the end of the month.
public struct PaymentTerms: Record {
    /// The code of the terms in the list of the system that they came from.
    public var code: String?

    /// What people call the terms: 2/10 net 30.
    public var name: String?

    /// The event from which the days are counted.
    public var basis: PaymentTermsBasis

    /// How many days after the basis payment is due.
    public var netDays: Int?

    /// How many whole months are added before the days.
    public var netMonths: Int?

    /// The day of the month after which an invoice counts as the next month's.
    public var cutOffDay: Int?

    /// The day of the month on which payment is due, at or after the date that was counted.
    public var dueDay: Int?

    /// The parts in which the amount is due, where it is not due at once.
    public var instalments: [PaymentTermsInstalment] = []

    /// What may be taken off for paying early.
    public var earlyDiscounts: [PaymentTermsDiscount] = []

    /// The interest for a year on what is overdue.
    public var lateInterest: Percentage?

    /// The terms in words, as they stand on the invoice.
    public var note: String?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// Terms of payment.
    ///
    /// - Parameters:
    ///   - netDays: How many days after the basis payment is due.
    ///   - basis: The event from which the days are counted.
    ///   - configure: Sets what else is known.
    public init(
        netDays: Int? = nil,
        basis: PaymentTermsBasis = .invoiceDate,
        _ configure: (inout Self) -> Void = { _ in }
    ) {
        self.netDays = netDays
        self.basis = basis
        configure(&self)
    }

    /// The declaration of a set of payment terms.
    public static let schema = RecordSchema(
        "payment-terms",
        "When an invoice has to be paid, and what paying early or late changes.",
        blank: PaymentTerms()
    ) {
        Field("code", \.code, "The code of the terms in the list of the system that they came from.")
        Field("name", \.name, "What people call the terms: 2/10 net 30.")
        Field("basis", \.basis, "The event from which the days are counted.", hasDefault: true)
        Field("netDays", \.netDays, "How many days after the basis payment is due.", unit: .day)
        Field("netMonths", \.netMonths, "How many whole months are added before the days.", unit: .month)
        Field("cutOffDay", \.cutOffDay, "The day of the month after which an invoice counts as the next month's.")
        Field(
            "dueDay",
            \.dueDay,
            "The day of the month on which payment is due, at or after the date that was counted."
        )
        Field(
            "instalments",
            \.instalments,
            key: \.number,
            "The parts in which the amount is due, where it is not due at once."
        )
        Field("earlyDiscounts", \.earlyDiscounts, "What may be taken off for paying early.")
        Field("lateInterest", \.lateInterest, "The interest for a year on what is overdue.")
        Field("note", \.note, "The terms in words, as they stand on the invoice.")
    }
}

/// The event from which the days of payment terms are counted.
public struct PaymentTermsBasis: OpenCode, FieldValue {
    /// The code's text.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The date of the invoice.
    public static let invoiceDate = Self(rawValue: "invoiceDate")
    /// The end of the month of the invoice.
    public static let endOfMonth = Self(rawValue: "endOfMonth")
    /// The day the customer received the invoice.
    public static let receipt = Self(rawValue: "receipt")
    /// The milestone that is billed.
    public static let milestone = Self(rawValue: "milestone")
    /// The day the customer was paid by its own customer.
    public static let payWhenPaid = Self(rawValue: "payWhenPaid")

    /// The known codes.
    public static let codes: CodeList = ["invoiceDate", "endOfMonth", "receipt", "milestone", "payWhenPaid"]
}
