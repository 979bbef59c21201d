public import ConcordModel
public import ConcordValues

/// By what two invoices are known to have the same number: the issuer, and the number without spaces and case.
///
/// A service that cannot hold all invoices in memory puts this key in an index, and finds duplicates there.
public struct InvoiceNumberKey: Sendable, Hashable {
    /// The legal entity that bills.
    public let issuer: RecordID<LegalEntity>

    /// The number in upper case, without spaces.
    public let number: String
}

extension Invoice {
    /// By what the invoice's number is told from others; nil for a draft without one.
    public var numberKey: InvoiceNumberKey? {
        guard let number, !number.isBlank else { return nil }
        return InvoiceNumberKey(issuer: issuer, number: String(number.filter { $0 != " " }).uppercased())
    }
}
