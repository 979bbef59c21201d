internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues
extension InvoiceRules {
    /// The tax that the customer withholds and pays for the issuer.
    static let withholding: [ValidationRule<Invoice>] = [
        .arithmetic(
            "invoice.withholdingTotal",
            "The withheld tax in the totals is the sum of the withholdings.",
            remedy: "Compute the totals again."
        ) { tolerance in
            { invoice, examination in
                guard let totals = invoice.totals else { return }
                guard totals.withholding != nil || !invoice.withholdings.isEmpty else { return }
                examination.expect(
                    totals.withholding ?? .zero(invoice.currency),
                    at: \.totals.withholding,
                    toBe: "the sum of the withholdings",
                    within: tolerance
                ) { () throws(ValueError) in
                    var sum = ExactDecimal.zero
                    for row in invoice.withholdings { sum = try sum + row.amount.amount }
                    return sum
                }
            }
        },
        .arithmetic(
            "invoice.withholdingTax",
            "What is withheld is its rate of its taxable amount.",
            remedy: "Compute the withholding again."
        ) { tolerance in
            { invoice, examination in
                guard !invoice.withholdings.isEmpty else { return }
                let digits = examination.facts(of: invoice).digits
                for index in invoice.withholdings.indices {
                    guard let rate = invoice.withholdings[index].rate else { continue }
                    let taxable = invoice.withholdings[index].taxable
                    examination.expect(
                        invoice.withholdings[index].amount,
                        at: \.withholdings[index].amount,
                        toBe: "taxable amount × rate",
                        within: tolerance
                    ) { () throws(ValueError) in try rate.of(taxable, scale: digits, rounding: .halfUp).amount }
                }
            }
        },
        ValidationRule(
            "invoice.withholdingBase",
            "No more than the total without tax is taxed by withholding.",
            actor: .finance,
            remedy: "Correct the taxable amount; tax is not withheld from tax."
        ) { invoice, examination in
            guard let base = invoice.totals?.taxExclusive else { return }
            for index in invoice.withholdings.indices {
                let taxable = invoice.withholdings[index].taxable
                guard taxable.currency == base.currency, taxable.amount > base.amount else { continue }
                examination.report(
                    at: \.withholdings[index].taxable,
                    expected: "at most the total without tax",
                    value: base,
                    observed: taxable
                )
            }
        },
    ]
}
