internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension Rulebook {
    /// A project's tasks, money and days, and the records that it belongs with.
    static let projectPlan = RuleSet<Project> {
        ValidationRule(
            "project.taskTree",
            "The tasks above a task are of the project, and do not lead back to it.",
            actor: .projectLead,
            remedy: "Correct the task above."
        ) { project, examination in
            for (index, task) in project.tasks.enumerated() {
                var seen = [task.id]
                var next = task.parent
                while let id = next {
                    guard !seen.contains(id), let above = project.tasks.first(where: { $0.id == id }) else {
                        examination.report(
                            at: \.tasks[index].parent,
                            expected: "a task of the project that is above this one",
                            observed: task.parent
                        )
                        break
                    }
                    seen.append(id)
                    next = above.parent
                }
            }
        }
        ValidationRule(
            "project.taskCodeOnce",
            "No two tasks of a project have one code in the work breakdown structure.",
            actor: .projectLead,
            remedy: "Number the tasks anew."
        ) { project, examination in
            var seen: Set<String> = []
            for (index, task) in project.tasks.enumerated() {
                guard let code = task.wbsCode, !seen.insert(code).inserted else { continue }
                examination.report(
                    at: \.tasks[index].wbsCode,
                    expected: "a code that no other task has",
                    observed: code
                )
            }
        }
        ValidationRule(
            "project.taskDependencies",
            "The tasks that a task waits for are other tasks of the project.",
            actor: .projectLead,
            remedy: "Correct the dependency."
        ) { project, examination in
            let tasks = Set(project.tasks.map(\.id))
            for (index, task) in project.tasks.enumerated() {
                for (number, dependency) in task.predecessors.enumerated()
                where dependency.task == task.id || !tasks.contains(dependency.task) {
                    examination.report(
                        at: \.tasks[index].predecessors[number].task,
                        expected: "another task of the project",
                        observed: dependency.task
                    )
                }
            }
        }
        ValidationRule(
            "project.taskWithinProject",
            "The days of a task are within those of the project.",
            weight: .warning,
            actor: .projectLead,
            remedy: "Plan the task anew, or the project."
        ) { project, examination in
            guard let days = project.planned else { return }
            for (index, task) in project.tasks.enumerated() {
                guard let planned = task.planned, !days.contains(planned) else { continue }
                examination.report(at: \.tasks[index].planned, expected: "days within \(days)", observed: planned)
            }
        }
        ValidationRule(
            "project.percentComplete",
            "How far a project and its tasks are is from 0 to 100 percent.",
            actor: .projectLead,
            remedy: "Correct the percentage."
        ) { project, examination in
            if let percent = project.percentComplete, !percent.isWithin(0, .hundred) {
                examination.report(at: \.percentComplete, expected: "from 0 to 100 percent", observed: percent)
            }
            for (index, task) in project.tasks.enumerated() {
                guard let percent = task.percentComplete, !percent.isWithin(0, .hundred) else { continue }
                examination.report(
                    at: \.tasks[index].percentComplete,
                    expected: "from 0 to 100 percent",
                    observed: percent
                )
            }
        }
        ValidationRule(
            "project.actualNotInFuture",
            "A project did not begin on a day to come.",
            actor: .projectLead,
            remedy: "Correct the days; what is to come is planned."
        ) { project, examination in
            guard let first = project.actual?.from, first > examination.circumstances.today else { return }
            examination.report(at: \.actual, expected: "a first day that has come", observed: project.actual)
        }
        ValidationRule.currencyListed("project.currencyListed", actor: .projectLead, \.currency)
        ValidationRule.oneCurrency(
            "project.oneCurrency",
            "Budget, estimate and actuals are in the currency of the project.",
            actor: .finance,
            remedy: "Convert the amount.",
            currency: { $0.currency },
            amountsOfProject
        )
        ValidationRule.precision("project.precision", actor: .finance, amountsOfProject)
        ValidationRule(
            "project.costWithinBudget",
            "A project has not cost more than its budget.",
            weight: .approval(.finance),
            actor: .projectLead,
            remedy: "Have the budget raised, or stop.",
        ) { project, examination in
            guard let cost = project.actuals?.cost, let budget = project.budget?.cost, cost.exceeds(budget) else {
                return
            }
            examination.report(
                at: \.actuals.cost,
                expected: "at most what the budget allows",
                value: budget,
                observed: cost
            )
        }
        ValidationRule(
            "project.effortWithinBudget",
            "No more was worked on a project than its budget of effort.",
            weight: .approval(.delivery),
            actor: .projectLead,
            remedy: "Have the budget raised, or stop.",
        ) { project, examination in
            guard let worked = project.actuals?.effort, let budget = project.budget?.effort else { return }
            guard (try? worked.compare(budget)) == .greater else { return }
            examination.report(
                at: \.actuals.effort,
                expected: "at most what the budget allows",
                value: budget,
                observed: worked
            )
        }
        ValidationRule(
            "project.estimateWithinBudget",
            "A project will not cost more than its budget.",
            weight: .warning,
            actor: .projectLead,
            remedy: "Look for what can be left out, or have the budget raised."
        ) { project, examination in
            guard let cost = project.estimateAtCompletion?.cost, let budget = project.budget?.cost else { return }
            guard cost.exceeds(budget) else { return }
            examination.report(
                at: \.estimateAtCompletion.cost,
                expected: "at most what the budget allows",
                value: budget,
                observed: cost
            )
        }
        ValidationRule(
            "project.withinContract",
            "A project is planned within the days of the lines that it fulfils.",
            weight: .approval(.legal),
            actor: .projectLead,
            remedy: "Plan it anew, or extend the contract by an amendment.",
            for: .ready(for: .startProject)
        ) { project, examination in
            guard let days = project.planned else { return }
            for (index, id) in project.contractLines.enumerated() {
                guard let contract = examination.contract(of: id)?.record else { continue }
                let line = contract.lines.first { $0.id == id }
                guard let term = line?.effective ?? contract.effective, !term.contains(days) else { continue }
                examination.report(
                    at: \.contractLines[index],
                    expected: "a line whose days contain those of the project",
                    observed: id,
                    related: "contract \(contract.id)"
                )
            }
        }
        ValidationRule(
            "project.contractCustomer",
            "The contracts of a project are with its customer.",
            actor: .projectLead,
            remedy: "Correct the customer, or the lines."
        ) { project, examination in
            guard let customer = project.customer else { return }
            for (index, id) in project.contractLines.enumerated() {
                guard let contract = examination.contract(of: id)?.record, contract.customer != customer else {
                    continue
                }
                examination.report(
                    at: \.contractLines[index],
                    expected: "a line of a contract with the project's customer",
                    value: customer,
                    observed: contract.customer,
                    related: "contract \(contract.id)"
                )
            }
        }
        ValidationRule(
            "project.contractInForce",
            "A project starts under a contract that is in force.",
            weight: .approval(.legal),
            actor: .legal,
            remedy: "Have the contract signed, or agree to start at risk.",
            for: .ready(for: .startProject)
        ) { project, examination in
            for (index, id) in project.contractLines.enumerated() {
                guard let contract = examination.contract(of: id)?.record, contract.status != .active else { continue }
                examination.report(
                    at: \.contractLines[index],
                    expected: "a line of a contract in force",
                    observed: contract.status,
                    related: "contract \(contract.id)"
                )
            }
        }
        ValidationRule.exists(
            "project.customerExists",
            "The customer of a project exists.",
            \.customer,
            actor: .projectLead,
            remedy: "Correct the customer, or bring its record in."
        )
        ValidationRule.exists(
            "project.managerExists",
            "The manager of a project exists.",
            \.manager,
            actor: .projectLead,
            remedy: "Name somebody who is with the firm."
        )
        ValidationRule.exists(
            "project.opportunityExists",
            "The opportunity that a project came of exists.",
            \.opportunity,
            actor: .salesOperations,
            remedy: "Correct the opportunity, or bring its record in."
        )
        ValidationRule.exist(
            "project.teamExists",
            "The assignments of a project's team exist.",
            \.team,
            actor: .resourcing,
            remedy: "Correct the reference, or bring the assignment in."
        )
        ValidationRule.tree(
            "project.hierarchy",
            "The projects above a project do not lead back to it.",
            \.parent,
            actor: .projectLead,
            remedy: "Decide which of them is above the others."
        )
        ValidationRule.unique(
            "project.numberUnique",
            "No two projects have one number.",
            \.number,
            actor: .projectLead,
            remedy: "Give one of the projects another number."
        )
    }

    private static let amountsOfProject: Amounts<Project> = { project, search in
        search.look(at: project.budget?.labour, \.budget.labour)
        search.look(at: project.budget?.expense, \.budget.expense)
        search.look(at: project.budget?.revenue, \.budget.revenue)
        search.look(at: project.estimateAtCompletion?.cost, \.estimateAtCompletion.cost)
        search.look(at: project.estimateAtCompletion?.revenue, \.estimateAtCompletion.revenue)
        search.look(at: project.actuals?.cost, \.actuals.cost)
        search.look(at: project.actuals?.billed, \.actuals.billed)
    }
}

extension Budget {
    /// What the work and the expenses may cost.
    fileprivate var cost: Money? { labour.map { labour in expense.flatMap { try? labour.adding($0) } ?? labour } }
}
