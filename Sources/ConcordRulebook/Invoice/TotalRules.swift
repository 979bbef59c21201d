internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension InvoiceRules {
    /// The sums of the invoice.
    ///
    /// What EN 16931 calls the amount due is the model's `payable`; withheld tax and retention, which it does not know,
    /// are taken off before it.
    static let totals: [ValidationRule<Invoice>] = [
        .published("BR-12", "The sum of the lines is stated.", remedy: "State it.", for: .complete) {
            invoice,
            examination in
            guard let totals = invoice.totals, totals.lineTotal == nil else { return }
            examination.report(at: \.totals.lineTotal, expected: "the sum of the lines")
        },
        .published("BR-13", "The totals are stated.", remedy: "Compute the totals.", for: .complete) {
            invoice,
            examination in
            if invoice.totals == nil { examination.report(at: \.totals, expected: "the totals") }
        },
        .published(
            "BR-CO-10",
            "The sum of the lines is the sum of their amounts without tax.",
            remedy: "Compute the totals again.",
            standard: "exact"
        ) { tolerance in
            { invoice, examination in
                guard let total = invoice.totals?.lineTotal else { return }
                let facts = examination.facts(of: invoice)
                examination.expect(
                    total,
                    at: \.totals.lineTotal,
                    toBe: "the sum of the lines",
                    within: tolerance,
                    facts.lineSum,
                    digits: facts.digits
                )
            }
        },
        .published(
            "BR-CO-11",
            "The sum of the allowances is that of those on the whole invoice.",
            remedy: "Compute the totals again.",
            standard: "exact"
        ) { tolerance in
            { invoice, examination in
                guard let totals = invoice.totals else { return }
                let facts = examination.facts(of: invoice)
                examination.expect(
                    totals.allowanceTotal ?? .zero(invoice.currency),
                    at: \.totals.allowanceTotal,
                    toBe: "the sum of the allowances",
                    within: tolerance,
                    facts.allowanceSum,
                    digits: facts.digits
                )
            }
        },
        .published(
            "BR-CO-12",
            "The sum of the charges is that of those on the whole invoice.",
            remedy: "Compute the totals again.",
            standard: "exact"
        ) { tolerance in
            { invoice, examination in
                guard let totals = invoice.totals else { return }
                let facts = examination.facts(of: invoice)
                examination.expect(
                    totals.chargeTotal ?? .zero(invoice.currency),
                    at: \.totals.chargeTotal,
                    toBe: "the sum of the charges",
                    within: tolerance,
                    facts.chargeSum,
                    digits: facts.digits
                )
            }
        },
        .published(
            "BR-CO-13",
            "The total without tax is the sum of the lines minus the allowances plus the charges.",
            remedy: "Compute the totals again.",
            standard: "exact"
        ) { tolerance in
            { invoice, examination in
                guard let totals = invoice.totals, let lines = totals.lineTotal else { return }
                let digits = examination.facts(of: invoice).digits
                examination.expect(
                    totals.taxExclusive,
                    at: \.totals.taxExclusive,
                    toBe: "lines − allowances + charges",
                    within: tolerance
                ) { () throws(ValueError) in
                    var sum = lines.amount
                    if let allowances = totals.allowanceTotal { sum = try sum - allowances.amount }
                    if let charges = totals.chargeTotal { sum = try sum + charges.amount }
                    return try sum.roundedSum(to: digits)
                }
            }
        },
        .published(
            "BR-CO-14",
            "The tax is the sum of the tax in the breakdown.",
            remedy: "Compute the totals again.",
            standard: "exact"
        ) { tolerance in
            { invoice, examination in
                guard let totals = invoice.totals else { return }
                let digits = examination.facts(of: invoice).digits
                examination.expect(
                    totals.taxTotal,
                    at: \.totals.taxTotal,
                    toBe: "the sum of the tax in the breakdown",
                    within: tolerance
                ) { () throws(ValueError) in
                    var sum = ExactDecimal.zero
                    for index in invoice.taxBreakdown.indices {
                        sum = try sum + invoice.taxBreakdown[index].amount.amount
                    }
                    return try sum.roundedSum(to: digits)
                }
            }
        },
        .published(
            "BR-CO-15",
            "The total with tax is the total without it plus the tax.",
            remedy: "Compute the totals again.",
            standard: "exact"
        ) { tolerance in
            { invoice, examination in
                guard let totals = invoice.totals else { return }
                let digits = examination.facts(of: invoice).digits
                examination.expect(
                    totals.taxInclusive,
                    at: \.totals.taxInclusive,
                    toBe: "the total without tax + the tax",
                    within: tolerance
                ) { () throws(ValueError) in
                    try (totals.taxExclusive.amount + totals.taxTotal.amount).roundedSum(to: digits)
                }
            }
        },
        .published(
            "BR-CO-16",
            "What is to be paid is the total with tax minus what is withheld, prepaid and retained, rounded as stated.",
            remedy: "Compute the totals again.",
            standard: "exact"
        ) { tolerance in
            { invoice, examination in
                guard let totals = invoice.totals else { return }
                let digits = examination.facts(of: invoice).digits
                examination.expect(
                    totals.payable,
                    at: \.totals.payable,
                    toBe: "the total with tax − withheld − prepaid − retained + rounding",
                    within: tolerance
                ) { () throws(ValueError) in try totals.expectedPayable().roundedSum(to: digits) }
            }
        },
    ]
}

extension InvoiceTotals {
    /// What is to be paid by the other totals.
    fileprivate func expectedPayable() throws(ValueError) -> ExactDecimal {
        var sum = taxInclusive.amount
        if let withholding { sum = try sum - withholding.amount }
        if let prepaid { sum = try sum - prepaid.amount }
        if let retention { sum = try sum - retention.amount }
        if let rounding { sum = try sum + rounding.amount }
        return sum
    }
}
