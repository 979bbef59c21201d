internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension Rulebook {
    /// What an opportunity must have, and how its state and its dates fit.
    static let opportunityReadiness = RuleSet<Opportunity> {
        ValidationRule.required(
            "opportunity.owner",
            "An opportunity has somebody who answers for it.",
            \.owner,
            expected: "the person who answers for the opportunity",
            actor: .sales,
            remedy: "Name the owner.",
            for: .ready(for: .sell, .contract)
        )
        ValidationRule.required(
            "opportunity.closeDate",
            "An opportunity has the day on which it is expected to be decided.",
            \.closeDate,
            expected: "the day of the decision",
            actor: .sales,
            remedy: "Estimate the day.",
            for: .ready(for: .sell)
        )
        ValidationRule.required(
            "opportunity.customer",
            "An opportunity that becomes a contract has a customer.",
            \.customer,
            expected: "the customer",
            actor: .sales,
            remedy: "Name the customer, or make a record for it.",
            for: .ready(for: .contract)
        )
        ValidationRule.required(
            "opportunity.amount",
            "An opportunity that becomes a contract has an amount.",
            \.amount,
            expected: "what the contract will be worth",
            actor: .sales,
            remedy: "Enter the amount that was offered.",
            for: .ready(for: .contract)
        )
        ValidationRule.required(
            "opportunity.contractingEntity",
            "An opportunity that becomes a contract says which entity of the firm signs.",
            \.contractingEntity,
            expected: "the entity that signs",
            actor: .salesOperations,
            remedy: "Choose the entity.",
            for: .ready(for: .contract)
        )
        ValidationRule(
            "opportunity.estimate",
            "What becomes a contract was estimated by delivery: the effort and the cost.",
            actor: .delivery,
            remedy: "Estimate the hours and the cost.",
            for: .ready(for: .contract)
        ) { opportunity, examination in
            guard opportunity.estimate?.effort == nil || opportunity.estimate?.cost == nil else { return }
            examination.report(at: \.estimate, expected: "an estimate of effort and cost")
        }
        ValidationRule(
            "opportunity.wonHasContract",
            "An opportunity that was won has a contract, before work starts.",
            actor: .legal,
            remedy: "Link the contract that came of it.",
            for: .ready(for: .startProject)
        ) { opportunity, examination in
            guard opportunity.status == .won, opportunity.resultingContracts.isEmpty else { return }
            guard opportunity.existingContract == nil else { return }
            examination.report(at: \.resultingContracts, expected: "the contract that came of it")
        }
        ValidationRule(
            "opportunity.probability",
            "A probability is from 0 to 100 percent.",
            actor: .sales,
            remedy: "Correct the probability."
        ) { opportunity, examination in
            guard let probability = opportunity.probability, !probability.isWithin(0, .hundred) else { return }
            examination.report(at: \.probability, expected: "from 0 to 100 percent", observed: probability)
        }
        ValidationRule(
            "opportunity.decidedProbability",
            "What was won is certain, and what was lost or given up is not to be expected.",
            weight: .warning,
            actor: .salesOperations,
            remedy: "Set the probability to 100 or 0."
        ) { opportunity, examination in
            guard let probability = opportunity.probability else { return }
            let isLost = opportunity.status == .lost || opportunity.status == .cancelled
            guard isLost || opportunity.status == .won else { return }
            let expected = Percentage(isLost ? .zero : .hundred)
            guard !probability.percent.isNumericallyEqual(to: expected.percent) else { return }
            examination.report(
                at: \.probability,
                expected: "the probability of what is decided",
                value: expected,
                observed: probability
            )
        }
        ValidationRule(
            "opportunity.stageFitsStatus",
            "An opportunity that is decided is in the stage closed, and only such a one is.",
            actor: .salesOperations,
            remedy: "Correct the stage or the status."
        ) { opportunity, examination in
            let isDecided = [.won, .lost, .cancelled].contains(opportunity.status)
            guard opportunity.status.isKnown, isDecided != (opportunity.stage.canonical == .closed) else { return }
            examination.report(
                at: \.stage.canonical,
                expected: isDecided ? "the stage closed" : "a stage that is open",
                observed: opportunity.stage.canonical
            )
        }
        ValidationRule(
            "opportunity.lossReason",
            "An opportunity that was lost says why.",
            weight: .warning,
            actor: .sales,
            remedy: "Enter the reason; the next offer learns from it."
        ) { opportunity, examination in
            guard opportunity.status == .lost, opportunity.lossReason == nil else { return }
            examination.report(at: \.lossReason, expected: "why it was lost")
        }
        ValidationRule(
            "opportunity.closeDatePast",
            "The day of the decision of an open opportunity is still to come.",
            weight: .warning,
            actor: .sales,
            remedy: "Decide it, or set another day.",
            parameters: [.integer("graceDays", 7, "How many days the decision may be late.")]
        ) { arguments in
            let grace = arguments.integer("graceDays")
            return { opportunity, examination in
                guard opportunity.status == .open, let day = opportunity.closeDate else { return }
                guard day.days(until: examination.circumstances.today) > grace else { return }
                examination.report(at: \.closeDate, expected: "a day that is not past", observed: day)
            }
        }
        ValidationRule(
            "opportunity.statusSince",
            "The status does not hold from a day to come.",
            actor: .salesOperations,
            remedy: "Correct the day."
        ) { opportunity, examination in
            guard let since = opportunity.statusSince, since > examination.circumstances.today else { return }
            examination.report(at: \.statusSince, expected: "a day that has come", observed: since)
        }
        ValidationRule(
            "opportunity.linePeriod",
            "The lines' periods are within that of the opportunity.",
            actor: .sales,
            remedy: "Correct the period of the line, or that of the opportunity."
        ) { opportunity, examination in
            guard let period = opportunity.period else { return }
            for (index, line) in opportunity.lines.enumerated() {
                guard let days = line.period, !period.contains(days) else { continue }
                examination.report(at: \.lines[index].period, expected: "days within \(period)", observed: days)
            }
        }
        ValidationRule.knownCodes("opportunity.knownCodes") { opportunity, search in
            search.look(at: opportunity.stage.canonical, \.stage.canonical)
            search.look(at: opportunity.status, \.status)
            search.look(at: opportunity.forecastCategory, \.forecastCategory)
            search.look(at: opportunity.billingMethod, \.billingMethod)
        }
    }
}
