internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues
extension InvoiceRules {
    /// The contract under which is billed, and the customer.
    static let contract: [ValidationRule<Invoice>] = agreement + customer

    private static let customer: [ValidationRule<Invoice>] = [
        ValidationRule(
            "invoice.customer",
            "Who is billed is a customer that is there, and not one that is closed, merged or erased.",
            actor: .sales,
            remedy: "Bill the customer that took its place.",
            for: .complete
        ) { invoice, examination in
            if case .doesNotExist = examination.related.record(invoice.soldTo) {
                examination.report(at: \.soldTo, expected: "a customer that there is", observed: invoice.soldTo)
            }
            guard let customer = examination.find(invoice.soldTo) else { return }
            guard [.closed, .merged, .erased].contains(customer.status) else { return }
            examination.report(
                at: \.soldTo,
                expected: "a customer that can be billed",
                observed: customer.status,
                related: "customer \(customer.id)"
            )
        },
        ValidationRule(
            "invoice.orderRequired",
            "A customer that asks for its order's number on invoices finds it there.",
            actor: .sales,
            remedy: "Ask the customer for its purchase order.",
            for: .complete
        ) { invoice, examination in
            guard invoice.purchaseOrders.isEmpty, !invoice.lines.contains(where: { $0.purchaseOrder != nil }) else {
                return
            }
            guard let customer = examination.find(invoice.soldTo), customer.poRequired == true else { return }
            examination.report(
                at: \.purchaseOrders,
                expected: "the customer's purchase order",
                related: "customer \(customer.id)"
            )
        },
        ValidationRule(
            "invoice.timesheetRequired",
            "A customer that asks for time sheets with invoices gets them.",
            actor: .billing,
            remedy: "Attach the time sheets of the period.",
            for: .complete
        ) { invoice, examination in
            guard invoice.lines.contains(where: { $0.kind == .time }), invoice.type.isCredit == false else { return }
            if invoice.attachments.contains(where: { $0.kind == .timesheet }) { return }
            guard let customer = examination.find(invoice.soldTo) else { return }
            guard customer.timesheetRequiredOnInvoice == true else { return }
            examination.report(at: \.attachments, expected: "time sheets", related: "customer \(customer.id)")
        },
    ]

    private static let agreement: [ValidationRule<Invoice>] = [
        ValidationRule(
            "invoice.contractCurrency",
            "An invoice is in the currency of its contract.",
            actor: .billing,
            remedy: "Bill in the currency of the contract, or amend the contract.",
            for: .complete
        ) { invoice, examination in
            guard let contract = examination.find(invoice.contract), contract.currency != invoice.currency else {
                return
            }
            // Prices agreed in one currency and billed in another have a rate for it.
            if invoice.exchange?.pricing?.source == contract.currency { return }
            examination.report(
                at: \.currency,
                expected: "the currency of the contract",
                value: contract.currency,
                observed: invoice.currency,
                related: "contract \(contract.id)"
            )
        },
        ValidationRule(
            "invoice.contractParties",
            "An invoice is between the parties of its contract.",
            actor: .billing,
            remedy: "Bill the contract's customer from the entity that signed, or name another contract.",
            for: .complete
        ) { invoice, examination in
            guard invoice.type != .intercompany, let contract = examination.find(invoice.contract) else { return }
            let payers = contract.billingSplits.map(\.payer)
            if contract.customer != invoice.soldTo, !payers.contains(invoice.soldTo) {
                examination.report(
                    at: \.soldTo,
                    expected: "the customer of the contract",
                    value: contract.customer,
                    observed: invoice.soldTo,
                    related: "contract \(contract.id)"
                )
            }
            guard let entity = contract.contractingEntity, entity != invoice.issuer else { return }
            examination.report(
                at: \.issuer,
                expected: "the legal entity that is the contract's party",
                value: entity,
                observed: invoice.issuer,
                related: "contract \(contract.id)"
            )
        },
        ValidationRule(
            "invoice.contractInForce",
            "What is billed was delivered while the contract was in force.",
            weight: .approval(.finance),
            actor: .legal,
            remedy: "Extend the contract, or bill under another one.",
            for: .complete
        ) { invoice, examination in
            guard invoice.type.isCredit == false, let contract = examination.find(invoice.contract) else { return }
            if [.draft, .inReview, .awaitingSignature, .cancelled, .superseded].contains(contract.status) {
                examination.report(
                    at: \.contract,
                    expected: "a contract in force",
                    observed: contract.status,
                    related: "contract \(contract.id)"
                )
            }
            guard let effective = contract.effective else { return }
            for index in invoice.lines.indices {
                guard let service = invoice.lines[index].service ?? invoice.service else { continue }
                if effective.contains(service) { continue }
                examination.report(
                    at: \.lines[index].service,
                    expected: "days on which the contract is in force",
                    value: effective,
                    observed: service,
                    related: "contract \(contract.id)"
                )
            }
        },
        ValidationRule(
            "invoice.contractLine",
            "The contract line that is billed is one of the contract, and its milestone too.",
            actor: .billing,
            remedy: "Name the line of the contract that sells what is billed.",
            for: .complete
        ) { invoice, examination in
            for index in invoice.lines.indices {
                let (line, milestone) = (invoice.lines[index].contractLine, invoice.lines[index].milestone)
                guard line != nil || milestone != nil else { continue }
                guard let contract = examination.find(invoice.lines[index].contract ?? invoice.contract) else {
                    continue
                }
                if let line, !contract.lines.contains(where: { $0.id == line }) {
                    examination.report(
                        at: \.lines[index].contractLine,
                        expected: "a line of the contract",
                        observed: line,
                        related: "contract \(contract.id)"
                    )
                }
                if let milestone, !contract.milestones.contains(where: { $0.id == milestone }) {
                    examination.report(
                        at: \.lines[index].milestone,
                        expected: "a milestone of the contract",
                        observed: milestone,
                        related: "contract \(contract.id)"
                    )
                }
            }
        },
        ValidationRule(
            "invoice.milestoneReached",
            "A milestone is billed once it is reached, and no higher than agreed.",
            weight: .approval(.finance),
            actor: .projectLead,
            remedy: "Have the milestone accepted, or bill it later.",
            for: .complete
        ) { invoice, examination in
            guard invoice.type.isCredit == false else { return }
            for index in invoice.lines.indices {
                guard let id = invoice.lines[index].milestone else { continue }
                guard let contract = examination.find(invoice.lines[index].contract ?? invoice.contract) else {
                    continue
                }
                guard let milestone = contract.milestones.first(where: { $0.id == id }) else { continue }
                if [.planned, .inProgress, .cancelled].contains(milestone.status) {
                    examination.report(
                        at: \.lines[index].milestone,
                        expected: "a milestone that is reached",
                        observed: milestone.status,
                        related: "contract \(contract.id)"
                    )
                }
                guard let amount = invoice.lines[index].amount, let agreed = milestone.amount else { continue }
                guard amount.currency == agreed.currency, amount.amount > agreed.amount else { continue }
                examination.report(
                    at: \.lines[index].amount,
                    expected: "at most the amount of the milestone",
                    value: agreed,
                    observed: amount,
                    related: "contract \(contract.id)"
                )
            }
        },
    ]
}
