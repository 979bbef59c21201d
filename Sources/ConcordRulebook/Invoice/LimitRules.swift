internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues
extension InvoiceRules {
    /// What may be billed at most: by contract, contract line and purchase order.
    ///
    /// A limit's consumption counts what is issued. An invoice that is not issued adds its lines to it; an issued one is in
    /// it already.
    static let limits: [ValidationRule<Invoice>] = [
        limit("invoice.limitBlocked", "Nothing is billed beyond a limit that blocks.", .error) { behaviour in
            behaviour == .block || behaviour == .writeOff || behaviour == .billAtZero || behaviour == .rollover
        },
        limit(
            "invoice.limitExceeded",
            "Nothing is billed beyond a limit, such as a not-to-exceed amount, unless finance agrees.",
            .approval(.finance)
        ) { $0 == .needsApproval || $0 == nil || $0?.isKnown == false },
        limit("invoice.limitWarned", "Nothing is billed beyond a limit that warns.", .warning) { $0 == .warn },
        ValidationRule(
            "invoice.limitNear",
            "What is billed stays below the share of a limit from which people are warned.",
            weight: .info,
            actor: .projectLead,
            remedy: "Talk to the customer before the limit is reached.",
            for: .complete
        ) { invoice, examination in
            examination.forEachLimit(of: invoice) { limit, use, contract, examination in
                guard let warnAt = limit.warnAt, let most = limit.amount, most.currency == invoice.currency else {
                    return
                }
                guard let threshold = try? warnAt.of(most), let used = use.amount(of: limit) else { return }
                guard used > threshold.amount, used <= most.amount else { return }
                examination.report(
                    path: use.path,
                    expected: "less than the share of the limit from which people are warned",
                    value: threshold,
                    observed: Money(used, most.currency),
                    related: "contract \(contract) limit \(limit.id)"
                )
            }
        },
        ValidationRule(
            "invoice.orderBalance",
            "No more is billed than a purchase order authorises, unless finance agrees.",
            weight: .approval(.finance),
            actor: .sales,
            remedy: "Ask the customer for a larger order.",
            for: .complete
        ) { invoice, examination in
            guard invoice.addsConsumption, let contract = examination.find(invoice.contract) else { return }
            for order in contract.purchaseOrders {
                guard let most = order.authorised, most.currency == invoice.currency else { continue }
                let isOnly = invoice.purchaseOrders.count == 1 && invoice.purchaseOrders[0].number == order.number
                let billed = invoice.sum { line in
                    line.purchaseOrder.map { $0.number == order.number } ?? isOnly
                }
                guard let billed, !billed.isZero else { continue }
                guard let used = try? (order.consumed?.amount ?? .zero).adding(billed), used > most.amount else {
                    continue
                }
                examination.report(
                    at: \.purchaseOrders,
                    expected: "at most what the order authorises",
                    value: most,
                    observed: Money(used, most.currency),
                    related: "contract \(contract.id) purchase order \(order.number)"
                )
            }
        },
        ValidationRule(
            "invoice.orderOpen",
            "The purchase orders that are billed are known to the contract, open and valid.",
            actor: .sales,
            remedy: "Ask the customer for a valid order, and add it to the contract.",
            for: .complete
        ) { invoice, examination in
            guard !invoice.purchaseOrders.isEmpty, invoice.addsConsumption else { return }
            guard let contract = examination.find(invoice.contract), !contract.purchaseOrders.isEmpty else { return }
            for index in invoice.purchaseOrders.indices {
                let number = invoice.purchaseOrders[index].number
                let order = contract.purchaseOrders.first { $0.number == number }
                let day = invoice.issueDate ?? examination.circumstances.today
                let isOpen = order?.status == nil || order?.status == .open
                if order != nil, isOpen, order?.validity?.contains(day) ?? true { continue }
                examination.report(
                    at: \.purchaseOrders[index].number,
                    expected: order == nil ? "an order of the contract" : "an order that may be billed on \(day)",
                    observed: number,
                    related: "contract \(contract.id)"
                )
            }
        },
        ValidationRule(
            "invoice.funding",
            "No more is billed under a contract than the customer has set aside, unless finance agrees.",
            weight: .approval(.finance),
            actor: .sales,
            remedy: "Ask the customer for more funds.",
            for: .complete
        ) { invoice, examination in
            guard invoice.addsConsumption, let contract = examination.find(invoice.contract) else { return }
            guard let funds = contract.fundedAmount, funds.currency == invoice.currency else { return }
            guard let billed = invoice.totals?.taxExclusive.amount else { return }
            guard let used = try? (contract.billedToDate?.amount ?? .zero).adding(billed), used > funds.amount else {
                return
            }
            examination.report(
                at: \.totals.taxExclusive,
                expected: "at most what is set aside and not billed yet",
                value: funds,
                observed: Money(used, funds.currency),
                related: "contract \(contract.id)"
            )
        },
    ]

    private static func limit(
        _ code: IssueCode,
        _ summary: String,
        _ weight: Finding.Weight,
        _ isMeant: @escaping @Sendable (LimitBehaviour?) -> Bool
    ) -> ValidationRule<Invoice> {
        ValidationRule(
            code,
            summary,
            weight: weight,
            actor: .projectLead,
            remedy: "Bill less, or agree on a higher limit with the customer.",
            for: .complete
        ) { invoice, examination in
            examination.forEachLimit(of: invoice) { limit, use, contract, examination in
                // A limit that only warns is one even where nobody said so twice.
                guard isMeant(limit.behaviour ?? (limit.kind == .warning ? .warn : nil)) else { return }
                if let most = limit.amount, most.currency == invoice.currency {
                    if let used = use.amount(of: limit), used > most.amount {
                        examination.report(
                            path: use.path,
                            expected: "at most what the limit allows",
                            value: most,
                            observed: Money(used, most.currency),
                            related: "contract \(contract) limit \(limit.id)"
                        )
                    }
                }
                if let most = limit.quantity, let used = use.quantity(of: limit), used > most.value {
                    examination.report(
                        path: use.path,
                        expected: "at most what the limit allows",
                        value: most,
                        observed: Quantity(used, most.unit),
                        related: "contract \(contract) limit \(limit.id)"
                    )
                }
            }
        }
    }
}
