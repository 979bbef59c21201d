internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension Rulebook {
    /// A cost's amounts, and the records that it belongs with.
    static let costAmounts = RuleSet<CostTransaction> {
        ValidationRule.precision("cost-transaction.precision", actor: .finance) { cost, search in
            search.look(at: cost.cost.transaction, \.cost.transaction)
            search.look(at: cost.taxAmount, \.taxAmount)
            search.look(at: cost.billAmount, \.billAmount)
            search.look(at: cost.transferPrice, \.transferPrice)
        }
        ValidationRule(
            "cost-transaction.currencyListed",
            "The currency is one that ISO 4217 lists as current.",
            clause: "ISO 4217",
            actor: .timekeeper,
            remedy: "Choose the currency that is in use."
        ) { cost, examination in
            let currency = cost.cost.transaction.currency
            guard !currency.isListed else { return }
            examination.report(
                at: \.cost.transaction.currency,
                expected: "a currency that is listed",
                observed: currency
            )
        }
        ValidationRule(
            "cost-transaction.negative",
            "A cost is negative only where it corrects another one.",
            actor: .timekeeper,
            remedy: "Correct the amount, or name the cost that it corrects."
        ) { cost, examination in
            guard cost.cost.transaction.isNegative, cost.kind != .adjustment, cost.corrects == nil else { return }
            examination.report(
                at: \.cost.transaction,
                expected: "an amount that is not negative",
                observed: cost.cost.transaction
            )
        }
        ValidationRule(
            "cost-transaction.unitCost",
            "A cost is its quantity times the cost of one.",
            actor: .timekeeper,
            remedy: "Correct the quantity, the cost of one, or the cost.",
            parameters: [.integer("tolerance", 1, "How far apart they may be, in the currency's smallest units.")]
        ) { arguments in
            let tolerance = arguments.integer("tolerance")
            return { cost, examination in
                guard let quantity = cost.quantity, let unitCost = cost.unitCost else { return }
                guard let expected = try? unitCost.multiplying(by: quantity.value) else { return }
                guard cost.cost.transaction.isApart(from: expected, byMoreThan: tolerance) else { return }
                examination.report(
                    at: \.cost.transaction,
                    expected: "quantity times the cost of one",
                    value: expected,
                    observed: cost.cost.transaction
                )
            }
        }
        ValidationRule(
            "cost-transaction.converted",
            "The cost in the currency of the books is the cost at the exchange rate.",
            actor: .finance,
            remedy: "Convert the cost anew.",
            parameters: [.integer("tolerance", 1, "How far apart they may be, in the currency's smallest units.")]
        ) { arguments in
            let tolerance = arguments.integer("tolerance")
            return { cost, examination in
                guard let rate = cost.cost.rate, let functional = cost.cost.functional else { return }
                guard let expected = try? rate.convert(cost.cost.transaction, rounding: .halfUp) else { return }
                guard functional.isApart(from: expected, byMoreThan: tolerance) else { return }
                examination.report(
                    at: \.cost.functional,
                    expected: "the cost at the exchange rate",
                    value: expected,
                    observed: functional
                )
            }
        }
        ValidationRule(
            "cost-transaction.billAmount",
            "What the customer pays is the cost and the markup.",
            actor: .billing,
            remedy: "Calculate the amount anew, or agree on another markup.",
            parameters: [.integer("tolerance", 1, "How far apart they may be, in the currency's smallest units.")]
        ) { arguments in
            let tolerance = arguments.integer("tolerance")
            return { cost, examination in
                guard let amount = cost.billAmount, let markup = cost.markup else { return }
                let amounts = [cost.cost.transaction, cost.cost.functional, cost.cost.reporting].compactMap(\.self)
                guard let base = amounts.first(where: { $0.currency == amount.currency }) else { return }
                guard let more = try? markup.of(base), let expected = try? base.adding(more) else { return }
                guard amount.isApart(from: expected, byMoreThan: tolerance) else { return }
                examination.report(
                    at: \.billAmount,
                    expected: "the cost and the markup",
                    value: expected,
                    observed: amount
                )
            }
        }
        ValidationRule(
            "cost-transaction.tax",
            "The tax that is in a cost is in its currency, and less than it.",
            actor: .timekeeper,
            remedy: "Take the tax from the receipt."
        ) { cost, examination in
            guard let tax = cost.taxAmount else { return }
            let isLess =
                tax.currency == cost.cost.transaction.currency
                && !tax.magnitude.exceeds(cost.cost.transaction.magnitude)
            guard !isLess else { return }
            examination.report(at: \.taxAmount, expected: "less than the cost", observed: tax)
        }
        ValidationRule(
            "cost-transaction.unit",
            "Mileage is in kilometres or miles, and allowances are by the day.",
            actor: .timekeeper,
            remedy: "Correct the unit."
        ) { cost, examination in
            guard let unit = cost.quantity?.unit else { return }
            if cost.kind == .mileage, unit != .kilometre, unit != .mile {
                examination.report(at: \.quantity.unit, expected: "kilometres or miles", observed: unit)
            } else if cost.kind == .perDiem, unit != .day {
                examination.report(at: \.quantity.unit, expected: "days", observed: unit)
            }
        }
        ValidationRule(
            "cost-transaction.markup",
            "The markup is the one that the contract says for expenses.",
            weight: .approval(.finance),
            actor: .billing,
            remedy: "Use the markup of the contract, or have another one approved.",
            for: .ready(for: .bill)
        ) { cost, examination in
            guard let markup = cost.markup, let id = cost.contractLine else { return }
            guard let contract = examination.contract(of: id)?.record else { return }
            let line = contract.lines.first { $0.id == id }
            guard let agreed = line?.markup ?? contract.expensePolicy?.markup else { return }
            guard !markup.percent.isNumericallyEqual(to: agreed.percent) else { return }
            examination.report(
                at: \.markup,
                expected: "the markup of the contract",
                value: agreed,
                observed: markup,
                related: "contract \(contract.id)"
            )
        }
        ValidationRule(
            "cost-transaction.lineCoversCost",
            "The line that a cost is billed on covers costs.",
            actor: .billing,
            remedy: "Choose another line of the contract.",
            for: .ready(for: .bill)
        ) { cost, examination in
            guard cost.billability == .billable, let id = cost.contractLine else { return }
            guard let contract = examination.contract(of: id)?.record else { return }
            guard let scope = contract.lines.first(where: { $0.id == id })?.includes else { return }
            let covers =
                switch cost.kind {
                case .material: scope.material
                case .fee: scope.fee
                case .subcontract: scope.subcontract
                default: scope.expense
                }
            guard covers == false else { return }
            examination.report(
                at: \.contractLine,
                expected: "a line that covers \(cost.kind)",
                observed: id,
                related: "contract \(contract.id)"
            )
        }
        ValidationRule(
            "cost-transaction.projectOpen",
            "A cost is entered on a project that is open for expenses.",
            actor: .projectLead,
            remedy: "Open the project for expenses, or choose another one."
        ) { cost, examination in
            guard cost.costState == .unposted, let project = examination.look(up: cost.project)?.record else { return }
            let isClosed = project.status == .closed || project.status == .cancelled
            guard isClosed || project.postingControl?.expenseOpen == false else { return }
            examination.report(
                at: \.project,
                expected: "a project that is open for expenses",
                observed: project.status,
                related: "project \(project.id)"
            )
        }
        ValidationRule(
            "cost-transaction.taskOfProject",
            "The task of a cost is one of its project.",
            actor: .timekeeper,
            remedy: "Choose a task of the project."
        ) { cost, examination in
            guard let task = cost.task, let project = examination.look(up: cost.project)?.record else { return }
            guard !project.tasks.contains(where: { $0.id == task }) else { return }
            examination.report(
                at: \.task,
                expected: "a task of the project",
                observed: task,
                related: "project \(project.id)"
            )
        }
        ValidationRule(
            "cost-transaction.lineOfProject",
            "The line that a cost is billed on is one that its project fulfils.",
            actor: .billing,
            remedy: "Choose another line, or add it to the project."
        ) { cost, examination in
            guard let line = cost.contractLine, let project = examination.look(up: cost.project)?.record else { return }
            guard !project.contractLines.contains(line) else { return }
            examination.report(
                at: \.contractLine,
                expected: "a line that the project fulfils",
                observed: line,
                related: "project \(project.id)"
            )
        }
        ValidationRule.exists(
            "cost-transaction.projectExists",
            "The project of a cost exists.",
            \.project,
            actor: .timekeeper,
            remedy: "Correct the project, or bring its record in."
        )
        ValidationRule.exists(
            "cost-transaction.resourceExists",
            "Who had a cost exists.",
            \.resource,
            actor: .timekeeper,
            remedy: "Correct the resource, or bring its record in."
        )
        ValidationRule.exists(
            "cost-transaction.vendorExists",
            "The vendor of a cost exists.",
            \.vendor,
            actor: .finance,
            remedy: "Correct the vendor, or bring its record in."
        )
        ValidationRule.exists(
            "cost-transaction.correctsExists",
            "The cost that is corrected exists.",
            \.corrects,
            actor: .finance,
            remedy: "Correct the reference, or bring the cost in."
        )
    }
}
