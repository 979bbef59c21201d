internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension Rulebook {
    /// What a contract allows and how much of it is used: limits, purchase orders, prepaid balances.
    static let contractLimits = RuleSet<Contract> {
        ValidationRule(
            "contract.withinLimit",
            "No more is used than a limit allows, unless somebody has agreed to it.",
            weight: .approval(.finance),
            actor: .delivery,
            remedy: "Have the limit raised by an amendment, or stop.",
        ) { contract, examination in
            for (index, limit) in contract.limits.enumerated() where limit.isExceeded {
                examination.report(
                    at: \.limits[index].consumedAmount,
                    expected: "at most what the limit allows",
                    value: limit.amount,
                    observed: limit.consumedAmount
                )
            }
            for (index, line) in contract.lines.enumerated() {
                for (number, limit) in line.limits.enumerated() where limit.isExceeded {
                    examination.report(
                        at: \.lines[index].limits[number].consumedAmount,
                        expected: "at most what the limit allows",
                        value: limit.amount,
                        observed: limit.consumedAmount
                    )
                }
            }
        }
        ValidationRule(
            "contract.limitNear",
            "A limit is not near: less is used than the share at which to warn.",
            weight: .info,
            actor: .projectLead,
            remedy: "Talk to the customer before the limit is reached."
        ) { contract, examination in
            for (index, limit) in contract.limits.enumerated() where limit.isNear {
                examination.report(
                    at: \.limits[index].consumedAmount,
                    expected: "less than the share at which to warn",
                    value: limit.warnAt,
                    observed: limit.consumedAmount
                )
            }
            for (index, line) in contract.lines.enumerated() {
                for (number, limit) in line.limits.enumerated() where limit.isNear {
                    examination.report(
                        at: \.lines[index].limits[number].consumedAmount,
                        expected: "less than the share at which to warn",
                        value: limit.warnAt,
                        observed: limit.consumedAmount
                    )
                }
            }
        }
        ValidationRule(
            "contract.limitMeasure",
            "A limit limits something: an amount or a quantity.",
            actor: .legal,
            remedy: "Enter the amount or the quantity."
        ) { contract, examination in
            for (index, limit) in contract.limits.enumerated() where limit.amount == nil && limit.quantity == nil {
                examination.report(at: \.limits[index].amount, expected: "an amount or a quantity")
            }
            for (index, line) in contract.lines.enumerated() {
                for (number, limit) in line.limits.enumerated() where limit.amount == nil && limit.quantity == nil {
                    examination.report(
                        at: \.lines[index].limits[number].amount,
                        expected: "an amount or a quantity"
                    )
                }
            }
        }
        ValidationRule(
            "contract.orderBalance",
            "No more is billed on a purchase order than it authorises.",
            actor: .sales,
            remedy: "Ask the customer to raise its order.",
            for: .ready(for: .bill)
        ) { contract, examination in
            for (index, order) in contract.purchaseOrders.enumerated() {
                guard let authorised = order.authorised, let consumed = order.consumed else { continue }
                guard consumed.exceeds(authorised) else { continue }
                examination.report(
                    at: \.purchaseOrders[index].consumed,
                    expected: "at most what the order authorises",
                    value: authorised,
                    observed: consumed
                )
            }
        }
        ValidationRule(
            "contract.orderLineBalance",
            "No more is billed on a line of a purchase order than it authorises.",
            weight: .warning,
            actor: .sales,
            remedy: "Ask the customer to move amounts between the lines of its order.",
            for: .ready(for: .bill)
        ) { contract, examination in
            for (index, order) in contract.purchaseOrders.enumerated() {
                for (number, line) in order.lines.enumerated() {
                    guard let authorised = line.authorised, let consumed = line.consumed else { continue }
                    guard consumed.exceeds(authorised) else { continue }
                    examination.report(
                        at: \.purchaseOrders[index].lines[number].consumed,
                        expected: "at most what the line authorises",
                        value: authorised,
                        observed: consumed
                    )
                }
            }
        }
        ValidationRule(
            "contract.orderLinesSum",
            "The lines of a purchase order add up to what it authorises.",
            weight: .warning,
            actor: .sales,
            remedy: "Enter the order as the customer wrote it."
        ) { contract, examination in
            for (index, order) in contract.purchaseOrders.enumerated() {
                let amounts = order.lines.compactMap(\.authorised)
                guard !amounts.isEmpty, amounts.count == order.lines.count, let sum = Money.total(amounts) else {
                    continue
                }
                guard let authorised = order.authorised, authorised.isApart(from: sum, byMoreThan: 0) else { continue }
                examination.report(
                    at: \.purchaseOrders[index].authorised,
                    expected: "the sum of the order's lines",
                    value: sum,
                    observed: authorised
                )
            }
        }
        ValidationRule(
            "contract.orderCurrent",
            "What is billed on is a purchase order that is open and valid today.",
            actor: .sales,
            remedy: "Ask the customer for a new order.",
            for: .ready(for: .bill)
        ) { contract, examination in
            let today = examination.circumstances.today
            guard !contract.purchaseOrders.isEmpty else { return }
            let isOneOpen = contract.purchaseOrders.contains {
                ($0.status == nil || $0.status == .open) && $0.validity.holds(on: today)
            }
            guard !isOneOpen else { return }
            examination.report(at: \.purchaseOrders, expected: "a purchase order that is open and valid today")
        }
        ValidationRule(
            "contract.orderKnown",
            "Purchase orders that lines and splits name are among those of the contract.",
            actor: .sales,
            remedy: "Add the order, or correct its number."
        ) { contract, examination in
            let known = contract.purchaseOrders.map(\.number)
            for (index, line) in contract.lines.enumerated() {
                guard let number = line.purchaseOrder, !known.contains(number) else { continue }
                examination.report(
                    at: \.lines[index].purchaseOrder,
                    expected: "one of the contract's purchase orders",
                    observed: number
                )
            }
            for (index, split) in contract.billingSplits.enumerated() {
                guard let number = split.purchaseOrder, !known.contains(number) else { continue }
                examination.report(
                    at: \.billingSplits[index].purchaseOrder,
                    expected: "one of the contract's purchase orders",
                    observed: number
                )
            }
        }
        ValidationRule(
            "contract.prepaidBalance",
            "No more is drawn from a prepaid balance than was bought.",
            weight: .approval(.finance),
            actor: .billing,
            remedy: "Bill what is over, or sell more."
        ) { contract, examination in
            for (index, line) in contract.lines.enumerated() {
                guard let balance = line.prepaidBalance, balance.isOverdrawn else { continue }
                examination.report(
                    at: \.lines[index].prepaidBalance,
                    expected: "at most what was bought",
                    observed: balance.consumedAmount?.amount ?? balance.consumedQuantity?.value
                )
            }
        }
        ValidationRule(
            "contract.billedWithinValue",
            "No more is billed than the contract is worth.",
            weight: .approval(.finance),
            actor: .billing,
            remedy: "Amend the contract, or credit what is over."
        ) { contract, examination in
            guard let billed = contract.billedToDate, let total = contract.totalValue, billed.exceeds(total) else {
                return
            }
            examination.report(
                at: \.billedToDate,
                expected: "at most what the contract is worth",
                value: total,
                observed: billed
            )
        }
    }
}

extension BillingLimit {
    /// Whether more is used than allowed, and nobody has agreed to it.
    fileprivate var isExceeded: Bool {
        guard overrunApprovedBy == nil else { return false }
        if let amount, let consumedAmount, consumedAmount.exceeds(amount) { return true }
        guard let quantity, let consumedQuantity else { return false }
        return (try? consumedQuantity.compare(quantity)) == .greater
    }

    /// Whether the share is used at which to warn, and not all.
    fileprivate var isNear: Bool {
        guard let warnAt, let amount, let consumedAmount, !consumedAmount.exceeds(amount) else { return false }
        guard let share = try? warnAt.of(amount) else { return false }
        return (try? consumedAmount.compare(share)).map { $0 != .less } ?? false
    }
}

extension PrepaidBalance {
    /// Whether more is used than was bought.
    fileprivate var isOverdrawn: Bool {
        if let purchasedAmount, let consumedAmount, consumedAmount.exceeds(purchasedAmount) { return true }
        guard let purchasedQuantity, let consumedQuantity else { return false }
        return (try? consumedQuantity.compare(purchasedQuantity)) == .greater
    }
}
