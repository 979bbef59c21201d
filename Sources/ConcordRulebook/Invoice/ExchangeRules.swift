internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues
extension InvoiceRules {
    /// Exchange rates, and the amounts that follow from them.
    static let exchange: [ValidationRule<Invoice>] = rates + converted

    private static let converted: [ValidationRule<Invoice>] = [
        .arithmetic(
            "invoice.functionalTotals",
            "The totals in the currency of the books are the invoice's at its exchange rate.",
            actor: .finance,
            remedy: "Convert the totals again with the rate that the invoice names."
        ) { tolerance in
            { invoice, examination in
                guard let totals = invoice.totals, let functional = invoice.functionalTotals else { return }
                guard let rate = invoice.exchange?.functional, rate.source == invoice.currency else { return }
                func check<Value>(
                    _ stated: Money?,
                    _ amount: Money?,
                    _ place: @autoclosure () -> KeyPath<Place<Invoice, Invoice>, Place<Invoice, Value>>
                ) {
                    guard let stated, let amount else { return }
                    examination.expect(
                        stated,
                        at: place(),
                        toBe: "the invoice's amount × the exchange rate",
                        within: tolerance
                    ) { () throws(ValueError) in
                        try rate.convert(amount, scale: rate.target.minorUnits ?? 2, rounding: .halfUp).amount
                    }
                }
                check(functional.taxExclusive, totals.taxExclusive, \.functionalTotals.taxExclusive)
                check(functional.taxTotal, totals.taxTotal, \.functionalTotals.taxTotal)
                check(functional.payable, totals.payable, \.functionalTotals.payable)
                check(functional.outstanding, totals.outstanding, \.functionalTotals.outstanding)
                check(functional.lineTotal, totals.lineTotal, \.functionalTotals.lineTotal)
                check(functional.retention, totals.retention, \.functionalTotals.retention)
                check(functional.withholding, totals.withholding, \.functionalTotals.withholding)
                check(functional.prepaid, totals.prepaid, \.functionalTotals.prepaid)
                // The sum of two rounded amounts, and not an amount that is rounded once more.
                examination.expect(
                    functional.taxInclusive,
                    at: \.functionalTotals.taxInclusive,
                    toBe: "the total without tax + the tax",
                    within: tolerance
                ) { () throws(ValueError) in try functional.taxExclusive.amount + functional.taxTotal.amount }
            }
        },
        .arithmetic(
            "invoice.taxInTaxCurrency",
            "The tax in the currency in which it is declared is the tax at the rate for it.",
            actor: .finance,
            remedy: "Convert the tax again with the rate that the invoice names."
        ) { tolerance in
            { invoice, examination in
                guard let totals = invoice.totals, let stated = totals.taxTotalInTaxCurrency else { return }
                guard let rate = invoice.exchange?.tax, rate.source == totals.taxTotal.currency else { return }
                examination.expect(
                    stated,
                    at: \.totals.taxTotalInTaxCurrency,
                    toBe: "the tax × the exchange rate",
                    within: tolerance
                ) { () throws(ValueError) in
                    try rate.convert(totals.taxTotal, scale: rate.target.minorUnits ?? 2, rounding: .halfUp).amount
                }
            }
        },
        .arithmetic(
            "invoice.taxRowsInTaxCurrency",
            "The tax of the rows in the currency in which it is declared adds up to the total.",
            actor: .finance,
            remedy: "Convert the rows again; the last one takes the rest."
        ) { tolerance in
            { invoice, examination in
                guard let total = invoice.totals?.taxTotalInTaxCurrency else { return }
                guard invoice.taxBreakdown.allSatisfy({ $0.amountInTaxCurrency != nil }) else { return }
                guard !invoice.taxBreakdown.isEmpty else { return }
                examination.expect(
                    total,
                    at: \.totals.taxTotalInTaxCurrency,
                    toBe: "the sum of the rows",
                    within: tolerance
                ) { () throws(ValueError) in
                    var sum = ExactDecimal.zero
                    for row in invoice.taxBreakdown { sum = try sum + (row.amountInTaxCurrency?.amount ?? .zero) }
                    return sum
                }
            }
        },
    ]

    private static let rates: [ValidationRule<Invoice>] = [
        ValidationRule(
            "invoice.exchangePairs",
            "An exchange rate goes from the invoice's currency to the one that it is for.",
            actor: .finance,
            remedy: "Take the rate of the right pair of currencies."
        ) { invoice, examination in
            guard let exchange = invoice.exchange else { return }
            if let rate = exchange.functional {
                let target = invoice.functionalTotals?.payable.currency
                if rate.source != invoice.currency || target.map({ $0 != rate.target }) ?? false {
                    examination.report(
                        at: \.exchange.functional,
                        expected: "a rate from \(invoice.currency)\(target.map { " to \($0)" } ?? "")",
                        observed: rate
                    )
                }
            }
            if let rate = exchange.tax {
                if rate.source != invoice.currency || invoice.taxCurrency.map({ $0 != rate.target }) ?? false {
                    examination.report(
                        at: \.exchange.tax,
                        expected: "a rate from \(invoice.currency)\(invoice.taxCurrency.map { " to \($0)" } ?? "")",
                        observed: rate
                    )
                }
            }
        },
        ValidationRule(
            "invoice.taxRate",
            "Where tax is declared in another currency, the exchange rate for it is named.",
            actor: .finance,
            remedy: "Name the rate that the tax authority takes.",
            for: .complete
        ) { invoice, examination in
            guard let currency = invoice.taxCurrency, currency != invoice.currency else { return }
            if invoice.exchange?.tax != nil { return }
            examination.report(at: \.exchange.tax, expected: "the rate from \(invoice.currency) to \(currency)")
        },
        ValidationRule(
            "invoice.functionalCurrency",
            "An invoice in another currency than the issuer's books is posted with its totals in theirs and the rate.",
            actor: .finance,
            remedy: "Convert the totals into the currency of the books.",
            for: .ready(for: .post)
        ) { invoice, examination in
            guard let issuer = examination.find(invoice.issuer), let currency = issuer.functionalCurrency else {
                return
            }
            if currency == invoice.currency { return }
            if invoice.exchange?.functional == nil {
                examination.report(
                    at: \.exchange.functional,
                    expected: "the rate from \(invoice.currency) to \(currency)",
                    related: "legal-entity \(issuer.id)"
                )
            }
            guard let functional = invoice.functionalTotals else {
                examination.report(
                    at: \.functionalTotals,
                    expected: "the totals in \(currency)",
                    related: "legal-entity \(issuer.id)"
                )
                return
            }
            if functional.payable.currency == currency { return }
            examination.report(
                at: \.functionalTotals.payable,
                expected: "an amount in \(currency)",
                observed: functional.payable,
                related: "legal-entity \(issuer.id)"
            )
        },
    ]
}
