internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension InvoiceRules {
    /// Prices, and the amounts of lines that follow from them.
    static let prices: [ValidationRule<Invoice>] = [
        .published(
            "BR-27",
            "A price is not negative.",
            remedy: "Make the quantity negative, and leave the price positive."
        ) { invoice, examination in
            for index in invoice.lines.indices {
                guard let price = invoice.lines[index].unitPrice, price.isNegative else { continue }
                examination.report(
                    at: \.lines[index].unitPrice,
                    expected: "a price that is not negative",
                    observed: price
                )
            }
        },
        .published(
            "BR-28",
            "A price before discount is not negative.",
            remedy: "Make the quantity negative, and leave the price positive."
        ) { invoice, examination in
            for index in invoice.lines.indices {
                guard let price = invoice.lines[index].grossUnitPrice, price.isNegative else { continue }
                examination.report(
                    at: \.lines[index].grossUnitPrice,
                    expected: "a price that is not negative",
                    observed: price
                )
            }
        },
        .published(
            "PEPPOL-EN16931-R121",
            "A price is for more than no units.",
            remedy: "Leave the base quantity out, or set the number of units that the price is for."
        ) { invoice, examination in
            for index in invoice.lines.indices {
                guard let base = invoice.lines[index].priceBaseQuantity, base <= .zero else { continue }
                examination.report(at: \.lines[index].priceBaseQuantity, expected: "more than 0", observed: base)
            }
        },
        .published(
            "PEPPOL-EN16931-R120",
            "A line's amount is quantity × price ÷ base quantity, plus its charges, minus its allowances.",
            remedy: "Compute the line again.",
            standard: "0.02"
        ) { tolerance in
            { invoice, examination in
                let digits = examination.facts(of: invoice).digits
                for index in invoice.lines.indices {
                    guard let amount = invoice.lines[index].amount, amount.currency == invoice.currency else {
                        continue
                    }
                    guard let price = invoice.lines[index].unitPrice, price.currency == invoice.currency else {
                        continue
                    }
                    guard let quantity = invoice.lines[index].quantity else { continue }
                    let base = invoice.lines[index].priceBaseQuantity ?? .one
                    if base <= .zero { continue }
                    examination.expect(
                        amount,
                        at: \.lines[index].amount,
                        toBe: "quantity × price ÷ base quantity + charges − allowances",
                        within: tolerance
                    ) { () throws(ValueError) in
                        var sum = try quantity.value.multiplying(
                            by: price.amount,
                            dividingBy: base,
                            scale: digits,
                            rounding: .halfUp
                        )
                        for item in invoice.lines[index].allowancesCharges.indices {
                            let part = invoice.lines[index].allowancesCharges[item].amount.amount
                            let isAllowance = invoice.lines[index].allowancesCharges[item].kind == .allowance
                            sum = isAllowance ? try sum - part : try sum + part
                        }
                        return sum
                    }
                }
            }
        },
        .published(
            "PEPPOL-EN16931-R046",
            "A price is the price before discount minus the discount.",
            remedy: "Compute the price again.",
            standard: "exact"
        ) { tolerance in
            { invoice, examination in
                for index in invoice.lines.indices {
                    guard let price = invoice.lines[index].unitPrice else { continue }
                    guard let gross = invoice.lines[index].grossUnitPrice, gross.currency == price.currency else {
                        continue
                    }
                    examination.expect(
                        price,
                        at: \.lines[index].unitPrice,
                        toBe: "the price before discount minus the discount",
                        within: tolerance
                    ) { () throws(ValueError) in
                        guard let discount = invoice.lines[index].discount else { return gross.amount }
                        if let amount = discount.amount { return try gross.amount - amount.amount }
                        guard let percent = discount.percent else { return gross.amount }
                        return try gross.amount - percent.of(gross.amount)
                    }
                }
            }
        },
    ]
}
