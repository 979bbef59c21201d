internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension Rulebook {
    /// An opportunity's money, and the contracts that come of it.
    static let opportunityAmounts = RuleSet<Opportunity> {
        ValidationRule(
            "opportunity.currencyListed",
            "The amount is in a currency that ISO 4217 lists as current.",
            clause: "ISO 4217",
            actor: .sales,
            remedy: "Choose the currency that is in use."
        ) { opportunity, examination in
            guard let currency = opportunity.amount?.currency, !currency.isListed else { return }
            examination.report(at: \.amount.currency, expected: "a currency that is listed", observed: currency)
        }
        ValidationRule.oneCurrency(
            "opportunity.oneCurrency",
            "The amounts of lines and of the estimate are in the currency of the opportunity.",
            actor: .sales,
            remedy: "Convert the amount.",
            currency: { $0.amount?.currency },
            opportunityAmountsOf
        )
        ValidationRule.precision("opportunity.precision", actor: .sales, opportunityAmountsOf)
        ValidationRule.notNegative(
            "opportunity.notNegative",
            "What is offered is not worth less than nothing.",
            actor: .sales,
            remedy: "Correct the amount.",
            opportunityAmountsOf
        )
        ValidationRule(
            "opportunity.lineAmount",
            "The amount of a line is its quantity times its price, less its discount.",
            actor: .sales,
            remedy: "Correct the quantity, the price or the amount.",
            parameters: [.integer("tolerance", 1, "How far apart they may be, in the currency's smallest units.")]
        ) { arguments in
            let tolerance = arguments.integer("tolerance")
            return { opportunity, examination in
                for (index, line) in opportunity.lines.enumerated() {
                    guard let amount = line.amount, let expected = line.pricedAmount else { continue }
                    guard amount.isApart(from: expected, byMoreThan: tolerance) else { continue }
                    examination.report(
                        at: \.lines[index].amount,
                        expected: "quantity times price, less the discount",
                        value: expected,
                        observed: amount
                    )
                }
            }
        }
        ValidationRule(
            "opportunity.linesSum",
            "The lines add up to the amount of the opportunity.",
            actor: .sales,
            remedy: "Correct the lines or the amount.",
            for: .ready(for: .contract),
            parameters: [.integer("tolerance", 1, "How far apart they may be, in the currency's smallest units.")]
        ) { arguments in
            let tolerance = arguments.integer("tolerance")
            return { opportunity, examination in
                let amounts = opportunity.lines.compactMap(\.amount)
                guard !amounts.isEmpty, amounts.count == opportunity.lines.count else { return }
                guard let amount = opportunity.amount, let total = Money.total(amounts) else { return }
                guard amount.isApart(from: total, byMoreThan: tolerance) else { return }
                examination.report(at: \.amount, expected: "the sum of the lines", value: total, observed: amount)
            }
        }
        ValidationRule(
            "opportunity.discount",
            "A discount is within what sales may grant.",
            weight: .approval(.finance),
            actor: .sales,
            remedy: "Lower the discount, or have it approved.",
            parameters: [.integer("maximumPercent", 15, "The most that is granted without approval, in percent.")]
        ) { arguments in
            let maximum = ExactDecimal(arguments.integer("maximumPercent"))
            return { opportunity, examination in
                for (index, line) in opportunity.lines.enumerated() {
                    guard let discount = line.discount, !discount.isWithin(0, maximum) else { continue }
                    examination.report(
                        at: \.lines[index].discount,
                        expected: "from 0 to \(maximum) percent",
                        observed: discount
                    )
                }
            }
        }
        ValidationRule(
            "opportunity.belowCost",
            "Nothing is sold below what it costs.",
            weight: .approval(.finance),
            actor: .sales,
            remedy: "Raise the price, or have it approved.",
            for: .ready(for: .sell, .contract)
        ) { opportunity, examination in
            for (index, line) in opportunity.lines.enumerated() {
                guard let amount = line.amount, let cost = line.cost, cost.exceeds(amount) else { continue }
                examination.report(
                    at: \.lines[index].amount,
                    expected: "at least what the line costs",
                    value: cost,
                    observed: amount
                )
            }
        }
        ValidationRule(
            "opportunity.margin",
            "The margin of an estimate is at least what the firm works for.",
            weight: .approval(.finance),
            actor: .sales,
            remedy: "Raise the price, lower the cost, or have it approved.",
            for: .ready(for: .contract),
            parameters: [.integer("minimumPercent", 25, "The least margin without approval, in percent of revenue.")]
        ) { arguments in
            let minimum = arguments.integer("minimumPercent")
            return { opportunity, examination in
                guard let margin = opportunity.estimate?.margin else { return }
                guard margin.percent.compare(ExactDecimal(minimum)) == .less else { return }
                examination.report(at: \.estimate.margin, expected: "at least \(minimum) percent", observed: margin)
            }
        }
        ValidationRule(
            "opportunity.estimateMargin",
            "The margin of an estimate is what revenue and cost leave.",
            actor: .delivery,
            remedy: "Calculate the margin anew: revenue less cost, in percent of revenue."
        ) { opportunity, examination in
            guard let estimate = opportunity.estimate, let margin = estimate.margin else { return }
            guard let revenue = estimate.revenue, let cost = estimate.cost, !revenue.isZero else { return }
            guard let left = try? revenue.subtracting(cost).amount.multiplying(by: .hundred),
                let expected = try? left.dividing(by: revenue.amount, scale: 2, rounding: .halfUp),
                let gap = try? expected.subtracting(margin.percent)
            else { return }
            // Margins are told with one decimal or two, or as whole percents.
            guard gap.magnitude.compare(.one) != .less else { return }
            examination.report(
                at: \.estimate.margin,
                expected: "what revenue and cost leave",
                value: Percentage(expected),
                observed: margin
            )
        }
        ValidationRule.exists(
            "opportunity.customerExists",
            "The customer of an opportunity exists.",
            \.customer,
            actor: .sales,
            remedy: "Correct the customer, or bring its record in."
        )
        ValidationRule.exist(
            "opportunity.contractsExist",
            "The contracts that came of an opportunity exist.",
            \.resultingContracts,
            actor: .salesOperations,
            remedy: "Correct the reference, or bring the contract in."
        )
        ValidationRule(
            "opportunity.contractCustomer",
            "The contracts that came of an opportunity are with its customer.",
            actor: .salesOperations,
            remedy: "Correct the customer, or the link."
        ) { opportunity, examination in
            guard let customer = opportunity.customer else { return }
            for (index, id) in opportunity.resultingContracts.enumerated() {
                guard let contract = examination.find(id), contract.customer != customer else { continue }
                examination.report(
                    at: \.resultingContracts[index],
                    expected: "a contract with the customer of the opportunity",
                    value: customer,
                    observed: contract.customer,
                    related: "contract \(id)"
                )
            }
        }
        ValidationRule(
            "opportunity.contractValue",
            "The contracts that came of an opportunity are worth what was offered.",
            weight: .warning,
            actor: .salesOperations,
            remedy: "Correct the amount of the opportunity to what was signed."
        ) { opportunity, examination in
            guard let amount = opportunity.amount, !opportunity.resultingContracts.isEmpty else { return }
            let contracts = opportunity.resultingContracts.compactMap { examination.find($0) }
            guard contracts.count == opportunity.resultingContracts.count else { return }
            let values = contracts.compactMap { $0.originalValue ?? $0.totalValue }
            guard values.count == contracts.count, let total = Money.total(values) else { return }
            guard amount.isApart(from: total, byMoreThan: 0) else { return }
            examination.report(
                at: \.amount,
                expected: "what the contracts were worth when they were signed",
                value: total,
                observed: amount
            )
        }
    }

    private static let opportunityAmountsOf: Amounts<Opportunity> = { opportunity, search in
        search.look(at: opportunity.amount, \.amount)
        search.look(at: opportunity.estimate?.revenue, \.estimate.revenue)
        search.look(at: opportunity.estimate?.cost, \.estimate.cost)
        for (index, line) in opportunity.lines.enumerated() {
            search.look(at: line.amount, \.lines[index].amount)
            search.look(at: line.cost, \.lines[index].cost)
        }
    }
}

extension OpportunityLine {
    /// The quantity times the price, less the discount; nil where one of them is not said.
    fileprivate var pricedAmount: Money? {
        guard let quantity, let unitPrice, let full = try? unitPrice.multiplying(by: quantity.value) else { return nil }
        guard let discount else { return full }
        guard let off = try? discount.of(full) else { return nil }
        return try? full.subtracting(off)
    }
}
