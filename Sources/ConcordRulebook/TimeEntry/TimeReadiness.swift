internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension Rulebook {
    /// What time must have to be logged, billed and posted.
    static let timeReadiness = RuleSet<TimeEntry> {
        ValidationRule(
            "time-entry.project",
            "Work is on a project; leave, holidays and sickness need none.",
            actor: .timekeeper,
            remedy: "Choose the project.",
            for: .ready(for: .logTime, .bill)
        ) { entry, examination in
            guard entry.project == nil, !entry.timeType.isAbsence else { return }
            examination.report(at: \.project, expected: "the project")
        }
        ValidationRule(
            "time-entry.description",
            "Time that is billed has words for the customer.",
            actor: .timekeeper,
            remedy: "Say what was done.",
            for: .ready(for: .bill)
        ) { entry, examination in
            guard entry.billability == .billable, entry.customerDescription?.utf8.isEmpty ?? true else { return }
            examination.report(at: \.customerDescription, expected: "what was done, for the customer")
        }
        ValidationRule(
            "time-entry.contractLine",
            "Time that is billed is on a line of the contract.",
            actor: .billing,
            remedy: "Choose the line.",
            for: .ready(for: .bill)
        ) { entry, examination in
            guard entry.contractLine == nil, entry.billability == .billable else { return }
            examination.report(at: \.contractLine, expected: "the line of the contract that it is billed on")
        }
        ValidationRule(
            "time-entry.priced",
            "Time that is billed has a quantity, a rate and an amount.",
            actor: .billing,
            remedy: "Price the entry by the rate card.",
            for: .ready(for: .bill)
        ) { entry, examination in
            guard entry.billability == .billable else { return }
            if entry.billableQuantity == nil {
                examination.report(at: \.billableQuantity, expected: "the quantity that is billed")
            }
            if entry.billRate == nil { examination.report(at: \.billRate, expected: "the rate that it is billed at") }
            if entry.billAmount == nil { examination.report(at: \.billAmount, expected: "what the customer pays") }
        }
        ValidationRule(
            "time-entry.approved",
            "Time that is billed or posted is approved.",
            actor: .projectLead,
            remedy: "Approve the time, or send it back.",
            for: .ready(for: .bill, .post)
        ) { entry, examination in
            guard entry.approval.state != .approved else { return }
            examination.report(at: \.approval.state, expected: "time that is approved", observed: entry.approval.state)
        }
        ValidationRule(
            "time-entry.billabilityDecided",
            "Whether time is billed is decided before it is.",
            actor: .projectLead,
            remedy: "Decide whether the customer pays it.",
            for: .ready(for: .bill)
        ) { entry, examination in
            guard entry.billability == .undetermined else { return }
            examination.report(at: \.billability, expected: "whether the customer pays it", observed: entry.billability)
        }
        ValidationRule(
            "time-entry.costed",
            "Time that is posted has a cost rate, an amount, and the entity that employs.",
            actor: .finance,
            remedy: "Cost the entry by the rate of the day.",
            for: .ready(for: .post)
        ) { entry, examination in
            if entry.costRate == nil { examination.report(at: \.costRate, expected: "the rate that it costs") }
            if entry.costAmount == nil { examination.report(at: \.costAmount, expected: "what it costs") }
            if entry.employingEntity == nil {
                examination.report(at: \.employingEntity, expected: "the entity that employs")
            }
        }
        ValidationRule(
            "time-entry.accountingPeriod",
            "Time that is posted has the period of the books.",
            actor: .finance,
            remedy: "Enter the period.",
            for: .ready(for: .post)
        ) { entry, examination in
            guard entry.accountingPeriod == nil else { return }
            examination.report(at: \.accountingPeriod, expected: "the period, such as 2026-03")
        }
        ValidationRule(
            "time-entry.periodOpen",
            "Nothing is posted to a period that is closed.",
            actor: .finance,
            remedy: "Post to the period that is open.",
            for: .ready(for: .post),
            parameters: [
                .integer("openMonths", 1, "How many months before today's are still open."),
                .texts("closed", [], "Further periods that are closed, such as 2026-02."),
            ]
        ) { arguments in
            let months = arguments.integer("openMonths")
            let closed = Set(arguments.texts("closed"))
            return { entry, examination in
                guard entry.costState == .unposted, let period = entry.accountingPeriod else { return }
                let isLate =
                    period.monthNumber.map { $0 < examination.circumstances.today.monthNumber - months } ?? false
                guard isLate || closed.contains(period) else { return }
                examination.report(at: \.accountingPeriod, expected: "a period that is open", observed: period)
            }
        }
        ValidationRule(
            "time-entry.rateOverridden",
            "Time is billed at the rate of the card.",
            weight: .approval(.finance),
            actor: .billing,
            remedy: "Use the rate of the card, or have the other one approved.",
            for: .ready(for: .bill)
        ) { entry, examination in
            guard let by = entry.billRate?.overriddenBy else { return }
            examination.report(at: \.billRate.overriddenBy, expected: "the rate of the card", observed: by)
        }
        ValidationRule(
            "time-entry.soldBelowCost",
            "Time is not sold for less than it costs.",
            weight: .approval(.finance),
            actor: .billing,
            remedy: "Raise the rate, or have it approved.",
            for: .ready(for: .bill)
        ) { entry, examination in
            guard entry.billability == .billable, let bill = entry.billAmount, let cost = entry.costAmount else {
                return
            }
            guard cost.magnitude.exceeds(bill.magnitude) else { return }
            examination.report(at: \.billAmount, expected: "at least what the time costs", observed: bill)
        }
    }
}

extension TimeType {
    /// Whether nobody works then.
    var isAbsence: Bool { self == .leave || self == .holiday || self == .sick }
}

extension LocalDate {
    /// The months since the year 0.
    fileprivate var monthNumber: Int { year * 12 + month - 1 }
}

extension String {
    /// The months since the year 0 of a period such as `2026-03`; nil for periods that are named in another way.
    fileprivate var monthNumber: Int? {
        guard utf8.count == 7, let day = try? LocalDate(self + "-01") else { return nil }
        return day.monthNumber
    }
}
