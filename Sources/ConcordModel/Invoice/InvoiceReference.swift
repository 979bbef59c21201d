public import ConcordSchema
public import ConcordValues

/// Another invoice that an invoice speaks of.
public struct InvoiceReference: Record {
    /// Its number.
    public var number: String

    /// The day it was issued.
    public var issueDate: LocalDate?

    /// The invoice, if it is known.
    public var invoice: RecordID<Invoice>?

    /// What a document carried beside the fields' values.
    public var remainder = Remainder()

    /// A reference to an invoice.
    ///
    /// - Parameters:
    ///   - number: Its number.
    ///   - configure: Sets what else is known.
    public init(_ number: String, _ configure: (inout Self) -> Void = { _ in }) {
        self.number = number
        configure(&self)
    }

    /// The declaration of a reference to an invoice.
    public static let schema = RecordSchema(
        "invoice-reference",
        "Another invoice that an invoice speaks of.",
        blank: InvoiceReference("")
    ) {
        Field("number", \.number, "Its number.")
        Field("issueDate", \.issueDate, "The day it was issued.")
        Field("invoice", \.invoice, "The invoice, if it is known.")
    }
}
