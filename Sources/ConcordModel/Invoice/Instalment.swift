public import ConcordSchema
public import ConcordValues

/// One part of an invoice's amount with a due date of its own.
public struct Instalment: Record {
    /// The instalment's number, counted from 1.
    public var number: Int

    /// The day it is due; absent while it depends on something to come.
    public var due: LocalDate?

    /// Its share of what is to be paid.
    public var percent: Percentage?

    /// How much is to be paid.
    public var amount: Money

    /// What may be taken off if it is paid early.
    public var discount: EarlyPaymentDiscount?

    /// What has been paid of it.
    public var paid: Money?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// An instalment.
    ///
    /// - Parameters:
    ///   - number: The instalment's number, counted from 1.
    ///   - amount: How much is to be paid.
    ///   - configure: Sets what else is known.
    public init(number: Int, amount: Money, _ configure: (inout Self) -> Void = { _ in }) {
        self.number = number
        self.amount = amount
        configure(&self)
    }

    /// The declaration of an instalment.
    public static let schema = RecordSchema(
        "instalment",
        "One part of an invoice's amount with a due date of its own.",
        blank: Instalment(number: 0, amount: .placeholder)
    ) {
        Field("number", \.number, "The instalment's number, counted from 1.")
        Field("due", \.due, "The day it is due; absent while it depends on something to come.")
        Field("percent", \.percent, "Its share of what is to be paid.", sensitivity: .commercial)
        Field("amount", \.amount, "How much is to be paid.", sensitivity: .commercial)
        Field("discount", \.discount, "What may be taken off if it is paid early.", sensitivity: .commercial)
        Field("paid", \.paid, "What has been paid of it.", sensitivity: .commercial)
    }
}
