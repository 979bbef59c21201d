internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension Rulebook {
    /// What a project must have to start, to be logged on and to be billed, and how its state fits.
    static let projectReadiness = RuleSet<Project> {
        ValidationRule.required(
            "project.customer",
            "A project for a client that starts has a customer.",
            \.customer,
            expected: "the customer",
            actor: .projectLead,
            remedy: "Name the customer, or make the project an internal one.",
            for: .ready(for: .startProject, .bill),
            where: { $0.kind == .client }
        )
        ValidationRule(
            "project.contractLines",
            "A project for a client starts under a contract.",
            weight: .approval(.legal),
            actor: .projectLead,
            remedy: "Link the lines of the contract, or agree to start at risk.",
            for: .ready(for: .startProject, .bill)
        ) { project, examination in
            guard project.kind == .client, project.contractLines.isEmpty else { return }
            examination.report(at: \.contractLines, expected: "the lines of the contract that the project fulfils")
        }
        ValidationRule.required(
            "project.manager",
            "A project that starts has somebody who answers for it.",
            \.manager,
            expected: "the project's manager",
            actor: .delivery,
            remedy: "Name the manager.",
            for: .ready(for: .startProject)
        )
        ValidationRule(
            "project.planned",
            "A project that starts has a first and a last day.",
            actor: .projectLead,
            remedy: "Plan the days.",
            for: .ready(for: .startProject)
        ) { project, examination in
            guard project.planned?.from == nil || project.planned?.through == nil else { return }
            examination.report(at: \.planned, expected: "a first and a last day", observed: project.planned)
        }
        ValidationRule(
            "project.budget",
            "A project that starts has a budget of effort or cost.",
            actor: .projectLead,
            remedy: "Enter the budget.",
            for: .ready(for: .startProject)
        ) { project, examination in
            guard project.budget?.effort == nil, project.budget?.labour == nil else { return }
            examination.report(at: \.budget, expected: "a budget of effort or cost")
        }
        ValidationRule.required(
            "project.owningEntity",
            "A project that starts says which entity of the firm owns it.",
            \.owningEntity,
            expected: "the entity that owns the project",
            actor: .delivery,
            remedy: "Choose the entity.",
            for: .ready(for: .startProject)
        )
        ValidationRule.required(
            "project.currency",
            "A project that starts has a currency.",
            \.currency,
            expected: "the currency of its budget and its bills",
            actor: .projectLead,
            remedy: "Choose the currency.",
            for: .ready(for: .startProject)
        )
        ValidationRule(
            "project.approver",
            "Somebody approves the time of a project: an approver, or its manager.",
            actor: .projectLead,
            remedy: "Name who approves the time.",
            for: .ready(for: .logTime)
        ) { project, examination in
            let approvesTime = project.approvers.contains { $0.scope == nil || $0.scope == .time }
            guard !approvesTime, project.manager == nil else { return }
            examination.report(at: \.approvers, expected: "who approves the project's time")
        }
        ValidationRule(
            "project.openForTime",
            "A project that time is logged on is active and open for time.",
            actor: .projectLead,
            remedy: "Open the project for time.",
            for: .ready(for: .logTime)
        ) { project, examination in
            if project.status != .active {
                examination.report(at: \.status, expected: "a project that is active", observed: project.status)
            } else if project.postingControl?.timeOpen == false {
                examination.report(
                    at: \.postingControl.timeOpen,
                    expected: "a project that is open for time",
                    observed: false
                )
            }
        }
        ValidationRule(
            "project.openForBilling",
            "A project that is billed is open for billing.",
            actor: .projectLead,
            remedy: "Open the project for billing.",
            for: .ready(for: .bill)
        ) { project, examination in
            guard project.postingControl?.billingOpen == false else { return }
            examination.report(
                at: \.postingControl.billingOpen,
                expected: "a project that is open for billing",
                observed: false
            )
        }
        ValidationRule(
            "project.closedForPosting",
            "Nothing can be posted on a project that is closed or cancelled.",
            actor: .projectLead,
            remedy: "Close the project for time and expenses, or open it again."
        ) { project, examination in
            guard project.status == .closed || project.status == .cancelled else { return }
            if project.postingControl?.timeOpen == true {
                examination.report(at: \.postingControl.timeOpen, expected: "a project closed for time", observed: true)
            }
            if project.postingControl?.expenseOpen == true {
                examination.report(
                    at: \.postingControl.expenseOpen,
                    expected: "a project closed for expenses",
                    observed: true
                )
            }
        }
        ValidationRule(
            "project.closedOn",
            "A project that is closed says since when, and not from a day to come.",
            actor: .projectLead,
            remedy: "Enter the day on which it was closed."
        ) { project, examination in
            if project.status == .closed, project.closedOn == nil {
                examination.report(at: \.closedOn, expected: "the day on which it was closed")
            } else if let day = project.closedOn, day > examination.circumstances.today {
                examination.report(at: \.closedOn, expected: "a day that has come", observed: day)
            }
        }
        ValidationRule(
            "project.transferPrice",
            "A project on which several entities of the firm work has a rule for prices between them.",
            weight: .warning,
            actor: .finance,
            remedy: "Choose the rule for transfer prices.",
            for: .ready(for: .startProject)
        ) { project, examination in
            let others = project.deliveringEntities.contains { $0 != project.owningEntity }
            guard others, project.transferPriceRule == nil else { return }
            examination.report(at: \.transferPriceRule, expected: "the rule for prices between the entities")
        }
        ValidationRule.knownCodes("project.knownCodes") { project, search in
            search.look(at: project.kind, \.kind)
            search.look(at: project.status, \.status)
            search.look(at: project.billingMethod, \.billingMethod)
            search.look(at: project.percentCompleteMethod, \.percentCompleteMethod)
            search.look(at: project.health?.overall, \.health.overall)
        }
    }
}
