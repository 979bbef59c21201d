internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension Rulebook {
    /// What a cost must have to be billed and posted, and how its states fit.
    static let costReadiness = RuleSet<CostTransaction> {
        ValidationRule.required(
            "cost-transaction.project",
            "A cost that is billed is on a project.",
            \.project,
            expected: "the project",
            actor: .projectLead,
            remedy: "Choose the project.",
            for: .ready(for: .bill)
        )
        ValidationRule.required(
            "cost-transaction.legalEntity",
            "A cost that is posted says in whose books.",
            \.legalEntity,
            expected: "the entity in whose books it is",
            actor: .finance,
            remedy: "Choose the entity.",
            for: .ready(for: .post)
        )
        ValidationRule.required(
            "cost-transaction.accountingPeriod",
            "A cost that is posted has the period of the books.",
            \.accountingPeriod,
            expected: "the period, such as 2026-03",
            actor: .finance,
            remedy: "Enter the period.",
            for: .ready(for: .post)
        )
        ValidationRule(
            "cost-transaction.who",
            "A cost says who had it: the employee who paid, or the vendor who is paid.",
            actor: .timekeeper,
            remedy: "Name the person, or the vendor."
        ) { cost, examination in
            if cost.paidBy == .employee, cost.resource == nil {
                examination.report(at: \.resource, expected: "the employee who paid")
            } else if cost.kind == .subcontract, cost.vendor == nil {
                examination.report(at: \.vendor, expected: "the vendor who is paid")
            }
        }
        ValidationRule(
            "cost-transaction.approved",
            "A cost that is billed or posted is approved.",
            actor: .projectLead,
            remedy: "Approve the cost, or send it back.",
            for: .ready(for: .bill, .post)
        ) { cost, examination in
            guard cost.approval.state != .approved else { return }
            examination.report(at: \.approval.state, expected: "a cost that is approved", observed: cost.approval.state)
        }
        ValidationRule(
            "cost-transaction.description",
            "A cost that is billed has words for the customer.",
            actor: .timekeeper,
            remedy: "Say what it was for.",
            for: .ready(for: .bill)
        ) { cost, examination in
            guard cost.billability == .billable, cost.customerDescription.isBlank else { return }
            examination.report(at: \.customerDescription, expected: "what it was for")
        }
        ValidationRule(
            "cost-transaction.contractLine",
            "A cost that is billed is on a line of the contract.",
            actor: .billing,
            remedy: "Choose the line.",
            for: .ready(for: .bill)
        ) { cost, examination in
            guard cost.billability == .billable, cost.contractLine == nil else { return }
            examination.report(at: \.contractLine, expected: "the line of the contract that it is billed on")
        }
        ValidationRule(
            "cost-transaction.billAmountKnown",
            "A cost that is billed has an amount for the customer.",
            actor: .billing,
            remedy: "Calculate the amount: the cost and the markup.",
            for: .ready(for: .bill)
        ) { cost, examination in
            guard cost.billability == .billable, cost.billAmount == nil else { return }
            examination.report(at: \.billAmount, expected: "what the customer pays")
        }
        ValidationRule(
            "cost-transaction.billabilityDecided",
            "Whether a cost is billed is decided before it is.",
            actor: .projectLead,
            remedy: "Decide whether the customer pays it.",
            for: .ready(for: .bill)
        ) { cost, examination in
            guard cost.billability == .undetermined else { return }
            examination.report(at: \.billability, expected: "whether the customer pays it", observed: cost.billability)
        }
        ValidationRule(
            "cost-transaction.receipt",
            "An expense above a small amount has a receipt.",
            actor: .timekeeper,
            remedy: "Attach the receipt.",
            for: .ready(for: .bill, .post),
            parameters: [.integer("threshold", 25, "The amount from which a receipt is asked, in the cost's currency.")]
        ) { arguments in
            let threshold = ExactDecimal(arguments.integer("threshold"))
            return { cost, examination in
                guard cost.kind == .expense, cost.receipt == nil, cost.billability != .nonBillable else { return }
                guard cost.cost.transaction.amount.compare(threshold) == .greater else { return }
                examination.report(at: \.receipt, expected: "a receipt for more than \(threshold)")
            }
        }
        ValidationRule(
            "cost-transaction.notInFuture",
            "A cost is not of a day to come.",
            actor: .timekeeper,
            remedy: "Correct the day."
        ) { cost, examination in
            guard cost.date > examination.circumstances.today else { return }
            examination.report(at: \.date, expected: "a day that has come", observed: cost.date)
        }
        ValidationRule(
            "cost-transaction.notTooOld",
            "A cost is entered soon after it was had.",
            weight: .approval(.finance),
            actor: .timekeeper,
            remedy: "Enter costs monthly, or have the late one approved.",
            parameters: [.integer("maximumDays", 90, "The most days between the cost and its entry.")]
        ) { arguments in
            let maximum = arguments.integer("maximumDays")
            return { cost, examination in
                guard cost.costState == .unposted else { return }
                guard cost.date.days(until: examination.circumstances.today) > maximum else { return }
                examination.report(at: \.date, expected: "a day of the last \(maximum)", observed: cost.date)
            }
        }
        ValidationRule(
            "cost-transaction.reimbursable",
            "What is paid back was paid by an employee.",
            actor: .timekeeper,
            remedy: "Correct who paid, or that it is paid back."
        ) { cost, examination in
            guard cost.reimbursable == true, let paidBy = cost.paidBy, paidBy != .employee else { return }
            examination.report(at: \.paidBy, expected: "an employee", observed: paidBy)
        }
        ValidationRule(
            "cost-transaction.paidByCustomer",
            "What the customer paid itself is not billed.",
            actor: .projectLead,
            remedy: "Set it to not billable, or correct who paid."
        ) { cost, examination in
            guard cost.paidBy == .customer, cost.billability == .billable else { return }
            examination.report(at: \.billability, expected: "a cost that is not billed", observed: cost.billability)
        }
        ValidationRule(
            "cost-transaction.billedIsAllocated",
            "A cost that was billed names the allocations by which it was.",
            actor: .billing,
            remedy: "Add the allocations, or correct the state."
        ) { cost, examination in
            let isBilled = [.billed, .partlyBilled, .credited].contains(cost.billingState)
            guard isBilled, cost.allocations.isEmpty else { return }
            examination.report(at: \.allocations, expected: "the allocations by which it was billed")
        }
        ValidationRule(
            "cost-transaction.billedIsApproved",
            "A cost that was billed is approved.",
            actor: .billing,
            remedy: "Approve the cost, or credit it."
        ) { cost, examination in
            guard [.proposed, .billed, .partlyBilled].contains(cost.billingState) else { return }
            guard cost.approval.state != .approved else { return }
            examination.report(at: \.approval.state, expected: "a cost that is approved", observed: cost.approval.state)
        }
        ValidationRule(
            "cost-transaction.billedIsLocked",
            "A cost that was billed or posted cannot be changed on that side.",
            weight: .warning,
            actor: .integration,
            remedy: "Lock the side that is done."
        ) { cost, examination in
            if cost.billingState == .billed, cost.locked?.billSide != true {
                examination.report(at: \.locked.billSide, expected: "a side that is locked")
            } else if cost.costState != .unposted, cost.billingState == .billed, cost.locked?.costSide != true {
                examination.report(at: \.locked.costSide, expected: "a side that is locked")
            }
        }
        ValidationRule.knownCodes("cost-transaction.knownCodes") { cost, search in
            search.look(at: cost.kind, \.kind)
            search.look(at: cost.paidBy, \.paidBy)
            search.look(at: cost.costState, \.costState)
            search.look(at: cost.billability, \.billability)
            search.look(at: cost.billingState, \.billingState)
            search.look(at: cost.approval.state, \.approval.state)
        }
    }
}
