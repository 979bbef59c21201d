internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension InvoiceRules {
    /// The rows of the tax breakdown, whatever their category.
    static let breakdown: [ValidationRule<Invoice>] = [
        .published(
            "BR-CO-18",
            "An invoice has a row of the tax breakdown.",
            actor: .finance,
            remedy: "Compute the tax; what no tax knows has a row outside its scope.",
            for: .complete
        ) { invoice, examination in
            if invoice.taxBreakdown.isEmpty {
                examination.report(at: \.taxBreakdown, expected: "a row for each tax category and rate")
            }
        },
        .published(
            "BR-48",
            "A row of the tax breakdown has a rate, unless it is outside the scope of tax.",
            actor: .finance,
            remedy: "Set the rate; it is 0 where no tax is charged.",
            for: .complete
        ) { invoice, examination in
            for index in invoice.taxBreakdown.indices where invoice.taxBreakdown[index].rate == nil {
                if VATCategory.of(invoice.taxBreakdown[index].category) == .outside { continue }
                examination.report(at: \.taxBreakdown[index].rate, expected: "a rate")
            }
        },
        .published(
            "BR-CO-17",
            "The tax of a row is its taxable amount times its rate.",
            remedy: "Compute the tax again from the sum of each rate.",
            standard: "less than 1.00"
        ) { tolerance in
            { invoice, examination in
                for index in invoice.taxBreakdown.indices {
                    guard let rate = invoice.taxBreakdown[index].rate else { continue }
                    examination.expectTax(of: invoice, row: index, rate: rate.percent, within: tolerance)
                }
            }
        },
    ]
}

extension Examination<Invoice> {
    /// Reports a row whose tax is not what its rate makes of its taxable amount.
    ///
    /// A half goes away from zero, as where EN 16931 rounds the amount without its sign.
    mutating func expectTax(of invoice: Invoice, row index: Int, rate: ExactDecimal, within tolerance: ExactDecimal) {
        let digits = facts(of: invoice).digits
        let taxable = invoice.taxBreakdown[index].taxable.amount
        expect(
            invoice.taxBreakdown[index].amount,
            at: \.taxBreakdown[index].amount,
            toBe: "taxable amount × rate",
            within: tolerance
        ) { () throws(ValueError) in
            try taxable.multiplying(by: rate, dividingBy: 100, scale: digits, rounding: .halfUp)
        }
    }
}
