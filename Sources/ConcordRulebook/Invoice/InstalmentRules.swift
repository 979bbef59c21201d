internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues
extension InvoiceRules {
    /// The parts in which the invoice is to be paid.
    static let instalments: [ValidationRule<Invoice>] = [
        .arithmetic(
            "invoice.instalments",
            "Instalments add up to what is to be paid.",
            remedy: "Split what is to be paid again; the last instalment takes the rest."
        ) { tolerance in
            { invoice, examination in
                guard !invoice.instalments.isEmpty, let payable = invoice.totals?.payable else { return }
                examination.expect(
                    payable,
                    at: \.instalments,
                    toBe: "instalments that add up to what is to be paid",
                    within: tolerance
                ) { () throws(ValueError) in
                    var sum = ExactDecimal.zero
                    for index in invoice.instalments.indices {
                        sum = try sum + invoice.instalments[index].amount.amount
                    }
                    return sum
                }
            }
        },
        ValidationRule(
            "invoice.instalmentNumbers",
            "Instalments are numbered from 1.",
            actor: .billing,
            remedy: "Number the instalments anew."
        ) { invoice, examination in
            for index in invoice.instalments.indices where invoice.instalments[index].number != index + 1 {
                examination.report(
                    at: \.instalments[index].number,
                    expected: "\(index + 1)",
                    observed: invoice.instalments[index].number
                )
            }
        },
        .arithmetic(
            "invoice.instalmentShares",
            "An instalment is its share of what is to be paid; the last one takes the rest.",
            weight: .warning,
            remedy: "Compute the instalments again."
        ) { tolerance in
            { invoice, examination in
                guard invoice.instalments.count > 1, let payable = invoice.totals?.payable else { return }
                let digits = examination.facts(of: invoice).digits
                for index in invoice.instalments.indices.dropLast() {
                    guard let percent = invoice.instalments[index].percent else { continue }
                    examination.expect(
                        invoice.instalments[index].amount,
                        at: \.instalments[index].amount,
                        toBe: "the share of what is to be paid",
                        within: tolerance
                    ) { () throws(ValueError) in try percent.of(payable, scale: digits, rounding: .halfUp).amount }
                }
            }
        },
        ValidationRule(
            "invoice.instalmentDates",
            "Instalments fall due one after the other, the last one on the due date.",
            weight: .warning,
            actor: .billing,
            remedy: "Order the instalments, or correct the due date."
        ) { invoice, examination in
            var previous: LocalDate?
            for index in invoice.instalments.indices {
                guard let due = invoice.instalments[index].due else { continue }
                if let previous, due < previous {
                    examination.report(
                        at: \.instalments[index].due,
                        expected: "a day from the instalment before on",
                        value: previous,
                        observed: due
                    )
                }
                previous = due
            }
            guard let last = invoice.instalments.last?.due, let due = invoice.dueDate, last != due else { return }
            examination.report(at: \.dueDate, expected: "the day of the last instalment", value: last, observed: due)
        },
        .arithmetic(
            "invoice.instalmentPaid",
            "What is paid of an instalment is what was applied to it.",
            actor: .finance,
            remedy: "Compute what is paid again, or add the application that is missing."
        ) { tolerance in
            { invoice, examination in
                for index in invoice.instalments.indices {
                    guard let paid = invoice.instalments[index].paid else { continue }
                    let number = invoice.instalments[index].number
                    examination.expect(
                        paid,
                        at: \.instalments[index].paid,
                        toBe: "the sum of the applications to the instalment",
                        within: tolerance
                    ) { () throws(ValueError) in
                        var sum = ExactDecimal.zero
                        for index in invoice.applications.indices {
                            let isMeant = invoice.applications[index].instalment == number
                            guard isMeant, invoice.applications[index].unappliedOn == nil else { continue }
                            sum = try sum + invoice.applications[index].settled()
                        }
                        return sum
                    }
                }
            }
        },
        ValidationRule(
            "invoice.applicationInstalment",
            "An application names an instalment that there is.",
            actor: .finance,
            remedy: "Correct the number of the instalment."
        ) { invoice, examination in
            for index in invoice.applications.indices {
                guard let number = invoice.applications[index].instalment else { continue }
                if invoice.instalments.contains(where: { $0.number == number }) { continue }
                examination.report(
                    at: \.applications[index].instalment,
                    expected: "the number of an instalment",
                    observed: number
                )
            }
        },
    ]
}
