internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension Rulebook {
    /// A contract's days, and the records that it belongs with.
    static let contractTerm = RuleSet<Contract> {
        ValidationRule(
            "contract.executedOn",
            "A contract was not signed on a day to come.",
            actor: .legal,
            remedy: "Correct the day of the last signature."
        ) { contract, examination in
            guard let day = contract.executedOn, day > examination.circumstances.today else { return }
            examination.report(at: \.executedOn, expected: "a day that has come", observed: day)
        }
        ValidationRule(
            "contract.lineWithinTerm",
            "The days of a line are within the term of the contract.",
            actor: .legal,
            remedy: "Correct the line's days, or extend the contract by an amendment."
        ) { contract, examination in
            guard let term = contract.effective else { return }
            for (index, line) in contract.lines.enumerated() {
                guard let days = line.effective ?? line.service, !term.contains(days) else { continue }
                examination.report(at: \.lines[index].effective, expected: "days within \(term)", observed: days)
            }
        }
        ValidationRule(
            "contract.milestoneWithinTerm",
            "Milestones are due within the term of the contract.",
            actor: .projectLead,
            remedy: "Correct the day, or extend the contract by an amendment."
        ) { contract, examination in
            guard let term = contract.effective else { return }
            for (index, stone) in contract.milestones.enumerated() {
                guard let due = stone.due, !term.contains(due) else { continue }
                examination.report(at: \.milestones[index].due, expected: "a day within \(term)", observed: due)
            }
        }
        ValidationRule(
            "contract.milestoneState",
            "A milestone that was accepted or invoiced says when it was reached, and not on a day to come.",
            actor: .projectLead,
            remedy: "Enter the day, or correct the status."
        ) { contract, examination in
            for (index, stone) in contract.milestones.enumerated() {
                if let day = stone.reachedOn {
                    guard day > examination.circumstances.today else { continue }
                    examination.report(
                        at: \.milestones[index].reachedOn,
                        expected: "a day that has come",
                        observed: day
                    )
                } else if [.reached, .accepted, .readyToInvoice, .invoiced, .paid].contains(stone.status) {
                    examination.report(at: \.milestones[index].reachedOn, expected: "the day on which it was reached")
                }
            }
        }
        ValidationRule(
            "contract.milestoneAccepted",
            "A milestone is accepted before it is invoiced, where the contract asks for acceptance.",
            actor: .projectLead,
            remedy: "Have the milestone accepted.",
            for: .ready(for: .bill)
        ) { contract, examination in
            guard contract.acceptance?.isRequired == true else { return }
            for (index, stone) in contract.milestones.enumerated()
            where [.readyToInvoice, .invoiced, .paid].contains(stone.status) && stone.acceptance?.on == nil {
                examination.report(at: \.milestones[index].acceptance, expected: "the day of acceptance")
            }
        }
        ValidationRule(
            "contract.scheduleWithinTerm",
            "What is billed by a schedule was done within the term of the contract.",
            weight: .warning,
            actor: .billing,
            remedy: "Correct the schedule, or extend the contract by an amendment."
        ) { contract, examination in
            guard let term = contract.effective else { return }
            for (index, schedule) in contract.schedules.enumerated() {
                for (number, item) in schedule.items.enumerated() {
                    guard let days = item.service, !term.contains(days) else { continue }
                    examination.report(
                        at: \.schedules[index].items[number].service,
                        expected: "days within \(term)",
                        observed: days
                    )
                }
            }
        }
        ValidationRule(
            "contract.noticeWithinTerm",
            "Notice of renewal is given before the term ends, and not before it begins.",
            actor: .legal,
            remedy: "Correct the last day of notice."
        ) { contract, examination in
            guard let term = contract.effective, let day = contract.renewal?.noticeBy, !term.contains(day) else {
                return
            }
            examination.report(at: \.renewal.noticeBy, expected: "a day within \(term)", observed: day)
        }
        ValidationRule(
            "contract.termination",
            "A contract that was terminated says to which day, after the day of notice.",
            actor: .legal,
            remedy: "Enter the day of notice and the last day."
        ) { contract, examination in
            guard let termination = contract.termination else {
                guard contract.status == .terminated else { return }
                examination.report(at: \.termination, expected: "the day to which it was terminated")
                return
            }
            guard let notice = termination.noticeGivenOn, notice > termination.on else { return }
            examination.report(
                at: \.termination.noticeGivenOn,
                expected: "a day not after the last one",
                value: termination.on,
                observed: notice
            )
        }
        ValidationRule(
            "contract.expired",
            "A contract in force has not ended.",
            weight: .warning,
            actor: .legal,
            remedy: "Renew it, extend it, or set it to completed."
        ) { contract, examination in
            guard contract.status == .active, let last = contract.effective?.through else { return }
            guard last < examination.circumstances.today else { return }
            examination.report(at: \.effective, expected: "a term that has not ended", observed: contract.effective)
        }
        ValidationRule(
            "contract.parentFits",
            "An order under a master agreement is with its customer, and within its term.",
            actor: .legal,
            remedy: "Correct the parent, the customer or the term."
        ) { contract, examination in
            guard let parent = examination.find(contract.parent) else { return }
            if parent.customer != contract.customer {
                examination.report(
                    at: \.customer,
                    expected: "the customer of the master agreement",
                    value: parent.customer,
                    observed: contract.customer,
                    related: "contract \(parent.id)"
                )
            }
            guard let term = parent.effective, let first = contract.effective?.from, !term.contains(first) else {
                return
            }
            examination.report(
                at: \.effective,
                expected: "a first day within the term of the master agreement",
                observed: contract.effective,
                related: "contract \(parent.id)"
            )
        }
        ValidationRule.exists(
            "contract.parentExists",
            "The master agreement exists.",
            \.parent,
            actor: .legal,
            remedy: "Correct the parent, or bring the contract in."
        )
        ValidationRule(
            "contract.customerExists",
            "The customer of a contract exists.",
            actor: .legal,
            remedy: "Correct the customer, or bring its record in."
        ) { contract, examination in
            guard examination.isDangling(contract.customer) else { return }
            examination.report(at: \.customer, expected: "a customer that exists", observed: contract.customer)
        }
        ValidationRule.exists(
            "contract.contractingEntityExists",
            "The entity that signs exists.",
            \.contractingEntity,
            actor: .legal,
            remedy: "Correct the entity, or bring its record in."
        )
        ValidationRule.exists(
            "contract.opportunityExists",
            "The opportunity that a contract came of exists.",
            \.opportunity,
            actor: .salesOperations,
            remedy: "Correct the opportunity, or bring its record in."
        )
        ValidationRule(
            "contract.projectsExist",
            "The projects of the lines exist.",
            actor: .projectLead,
            remedy: "Correct the project, or bring its record in."
        ) { contract, examination in
            for (index, line) in contract.lines.enumerated() {
                for (number, project) in line.projects.enumerated() where examination.isDangling(project) {
                    examination.report(
                        at: \.lines[index].projects[number],
                        expected: "a project that exists",
                        observed: project
                    )
                }
            }
        }
    }
}
