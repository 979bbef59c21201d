internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension Rulebook {
    /// A contract's money: what adds up, and what may not be.
    static let contractAmounts = RuleSet<Contract> {
        ValidationRule(
            "contract.currencyListed",
            "The currency is one that ISO 4217 lists as current.",
            clause: "ISO 4217",
            actor: .legal,
            remedy: "Choose the currency that is in use."
        ) { contract, examination in
            guard !contract.currency.isListed else { return }
            examination.report(at: \.currency, expected: "a currency that is listed", observed: contract.currency)
        }
        ValidationRule.oneCurrency(
            "contract.oneCurrency",
            "All amounts of a contract are in its currency.",
            actor: .finance,
            remedy: "Convert the amount, or make a contract of its own.",
            currency: { $0.currency },
            amountsOfContract
        )
        ValidationRule.precision("contract.precision", actor: .finance, amountsOfContract)
        ValidationRule.notNegative(
            "contract.notNegative",
            "Values, lines, milestones and orders are not worth less than nothing.",
            actor: .finance,
            remedy: "Correct the amount; what is taken away is an amendment."
        ) { contract, search in
            search.look(at: contract.totalValue, \.totalValue)
            search.look(at: contract.originalValue, \.originalValue)
            for (index, line) in contract.lines.enumerated() {
                search.look(at: line.lineAmount, \.lines[index].lineAmount)
            }
            for (index, stone) in contract.milestones.enumerated() {
                search.look(at: stone.amount, \.milestones[index].amount)
            }
            for (index, order) in contract.purchaseOrders.enumerated() {
                search.look(at: order.authorised, \.purchaseOrders[index].authorised)
            }
        }
        ValidationRule(
            "contract.totalValue",
            "A contract is worth what it was worth when it was signed, and what changes added.",
            actor: .finance,
            remedy: "Correct the total, the original value or the changes."
        ) { contract, examination in
            guard let total = contract.totalValue, let original = contract.originalValue else { return }
            let change = contract.changeValue ?? .zero(original.currency)
            guard let expected = try? original.adding(change), total.isApart(from: expected, byMoreThan: 0) else {
                return
            }
            examination.report(
                at: \.totalValue,
                expected: "the original value and the changes",
                value: expected,
                observed: total
            )
        }
        ValidationRule(
            "contract.lineAmount",
            "The amount of a line is its quantity times its price, less its discount.",
            actor: .finance,
            remedy: "Correct the quantity, the price or the amount.",
            parameters: [.integer("tolerance", 1, "How far apart they may be, in the currency's smallest units.")]
        ) { arguments in
            let tolerance = arguments.integer("tolerance")
            return { contract, examination in
                for (index, line) in contract.lines.enumerated() {
                    guard let amount = line.lineAmount, let expected = line.pricedAmount else { continue }
                    guard amount.isApart(from: expected, byMoreThan: tolerance) else { continue }
                    examination.report(
                        at: \.lines[index].lineAmount,
                        expected: "quantity times price, less the discount",
                        value: expected,
                        observed: amount
                    )
                }
            }
        }
        ValidationRule(
            "contract.linesSum",
            "The lines add up to what the contract is worth.",
            weight: .warning,
            actor: .finance,
            remedy: "Correct the lines or the total.",
            parameters: [.integer("tolerance", 1, "How far apart they may be, in the currency's smallest units.")]
        ) { arguments in
            let tolerance = arguments.integer("tolerance")
            return { contract, examination in
                let amounts = contract.lines.compactMap(\.lineAmount)
                guard !amounts.isEmpty, amounts.count == contract.lines.count else { return }
                guard let total = contract.totalValue, let sum = Money.total(amounts) else { return }
                guard total.isApart(from: sum, byMoreThan: tolerance) else { return }
                examination.report(at: \.totalValue, expected: "the sum of the lines", value: sum, observed: total)
            }
        }
        ValidationRule(
            "contract.milestonesSum",
            "The milestones of a line add up to its amount, or to a hundred percent.",
            actor: .projectLead,
            remedy: "Correct the milestones or the line."
        ) { contract, examination in
            for (index, line) in contract.lines.enumerated() {
                let stones = contract.milestones.filter { $0.contractLine == line.id && $0.status != .cancelled }
                let amounts = stones.compactMap(\.amount)
                if !stones.isEmpty, amounts.count == stones.count, let sum = Money.total(amounts) {
                    guard let amount = line.lineAmount, amount.isApart(from: sum, byMoreThan: 0) else { continue }
                    examination.report(
                        at: \.lines[index].lineAmount,
                        expected: "the sum of the milestones",
                        value: sum,
                        observed: amount
                    )
                } else if !stones.isEmpty, stones.allSatisfy({ $0.percent != nil }) {
                    guard let sum = Percentage.total(stones.compactMap(\.percent)), !sum.isNearlyHundred else {
                        continue
                    }
                    examination.report(at: \.milestones, expected: "milestones of 100 %", observed: sum)
                }
            }
        }
        ValidationRule(
            "contract.discount",
            "A discount is within what may be granted.",
            weight: .approval(.finance),
            actor: .sales,
            remedy: "Lower the discount, or have it approved.",
            parameters: [.integer("maximumPercent", 15, "The most that is granted without approval, in percent.")]
        ) { arguments in
            let maximum = ExactDecimal(arguments.integer("maximumPercent"))
            return { contract, examination in
                for (index, line) in contract.lines.enumerated() {
                    guard let discount = line.discount?.percent, !discount.isWithin(0, maximum) else { continue }
                    examination.report(
                        at: \.lines[index].discount.percent,
                        expected: "from 0 to \(maximum) percent",
                        observed: discount
                    )
                }
            }
        }
        ValidationRule(
            "contract.retention",
            "What the customer holds back is within what the firm accepts.",
            weight: .approval(.finance),
            actor: .legal,
            remedy: "Agree on less, or have it approved.",
            parameters: [.integer("maximumPercent", 10, "The most that is held back without approval, in percent.")]
        ) { arguments in
            let maximum = ExactDecimal(arguments.integer("maximumPercent"))
            return { contract, examination in
                if let percent = contract.retention?.percent, !percent.isWithin(0, maximum) {
                    examination.report(
                        at: \.retention.percent,
                        expected: "from 0 to \(maximum) percent",
                        observed: percent
                    )
                }
                for (index, line) in contract.lines.enumerated() {
                    guard let percent = line.retention?.percent, !percent.isWithin(0, maximum) else { continue }
                    examination.report(
                        at: \.lines[index].retention.percent,
                        expected: "from 0 to \(maximum) percent",
                        observed: percent
                    )
                }
            }
        }
        ValidationRule(
            "contract.retentionRelease",
            "What is held back is released in full: the steps add up to a hundred percent.",
            actor: .legal,
            remedy: "Correct the steps."
        ) { contract, examination in
            guard let steps = contract.retention?.releaseSchedule, !steps.isEmpty else { return }
            guard let sum = Percentage.total(steps.map(\.percent)), !sum.isNearlyHundred else { return }
            examination.report(at: \.retention.releaseSchedule, expected: "steps of 100 %", observed: sum)
        }
        ValidationRule(
            "contract.retentionReleased",
            "No more is released than was held back.",
            actor: .finance,
            remedy: "Correct the balances."
        ) { contract, examination in
            guard let held = contract.retention?.heldToDate, let released = contract.retention?.releasedToDate else {
                return
            }
            guard released.exceeds(held) else { return }
            examination.report(
                at: \.retention.releasedToDate,
                expected: "at most what was held back",
                value: held,
                observed: released
            )
        }
        ValidationRule(
            "contract.splitShares",
            "The shares of those who pay add up to a hundred percent, or one of them takes the rest.",
            actor: .finance,
            remedy: "Correct the shares."
        ) { contract, examination in
            let shares = contract.billingSplits.filter { $0.rule == .share }.compactMap(\.share)
            guard !shares.isEmpty, !contract.billingSplits.contains(where: { $0.rule == .remainder }) else { return }
            guard let sum = Percentage.total(shares), !sum.isNearlyHundred else { return }
            examination.report(at: \.billingSplits, expected: "shares of 100 %", observed: sum)
        }
    }

    static let amountsOfContract: Amounts<Contract> = { contract, search in
        search.look(at: contract.totalValue, \.totalValue)
        search.look(at: contract.originalValue, \.originalValue)
        search.look(at: contract.changeValue, \.changeValue)
        search.look(at: contract.billedToDate, \.billedToDate)
        search.look(at: contract.fundedAmount, \.fundedAmount)
        for (index, line) in contract.lines.enumerated() {
            search.look(at: line.lineAmount, \.lines[index].lineAmount)
            for (number, limit) in line.limits.enumerated() {
                search.look(at: limit.amount, \.lines[index].limits[number].amount)
            }
        }
        for (index, stone) in contract.milestones.enumerated() {
            search.look(at: stone.amount, \.milestones[index].amount)
        }
        for (index, limit) in contract.limits.enumerated() { search.look(at: limit.amount, \.limits[index].amount) }
        for (index, order) in contract.purchaseOrders.enumerated() {
            search.look(at: order.authorised, \.purchaseOrders[index].authorised)
        }
        for (index, amendment) in contract.amendments.enumerated() {
            search.look(at: amendment.valueDelta, \.amendments[index].valueDelta)
        }
    }
}

extension ContractLine {
    /// The quantity times the price, less the discount; nil where one of them is not said.
    fileprivate var pricedAmount: Money? {
        guard let quantity, let unitPrice, let full = try? unitPrice.multiplying(by: quantity.value) else { return nil }
        guard let discount else { return full }
        if let amount = discount.amount { return try? full.subtracting(amount) }
        guard let percent = discount.percent, let off = try? percent.of(full) else { return full }
        return try? full.subtracting(off)
    }
}
