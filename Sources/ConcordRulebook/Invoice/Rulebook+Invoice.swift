public import ConcordModel
public import ConcordValidation

extension Rulebook {
    /// What is asked of invoices: the business rules of EN 16931 that bear on services, those of Peppol BIS Billing that
    /// are arithmetic, and what neither of them knows: the ledger, contracts, retention, settlement and the books.
    ///
    /// Completeness is asked where an invoice is to be ready for ``Readiness/bill`` or ``Readiness/post``; arithmetic
    /// wherever the amounts are there. Amounts are positive on credit notes too, so the sums of both are the same.
    public static let invoice = RuleSet<Invoice> {
        InvoiceRules.header
        InvoiceRules.parties
        InvoiceRules.lines
        InvoiceRules.prices
        InvoiceRules.allowances
        InvoiceRules.totals
        InvoiceRules.breakdown
        InvoiceRules.categories
        InvoiceRules.outsideScope
        InvoiceRules.decimals
        InvoiceRules.codes
        InvoiceRules.lists
        InvoiceRules.payment
        InvoiceRules.numbers
        InvoiceRules.peppol
        InvoiceRules.status
        InvoiceRules.dates
        InvoiceRules.settlement
        InvoiceRules.instalments
        InvoiceRules.retention
        InvoiceRules.withholding
        InvoiceRules.exchange
        InvoiceRules.ledger
        InvoiceRules.contract
        InvoiceRules.limits
        InvoiceRules.corrections
        InvoiceRules.numbering
    }
}
