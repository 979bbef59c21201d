internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension Rulebook {
    /// How time fits the contract and its rates.
    static let timeContract = RuleSet<TimeEntry> {
        ValidationRule(
            "time-entry.lineExists",
            "The line of the contract that time is billed on exists.",
            actor: .billing,
            remedy: "Correct the line, or bring the contract in."
        ) { entry, examination in
            guard let line = entry.contractLine, examination.contract(of: line) == nil else { return }
            // Not found, and not only not at hand: that was noted.
            guard examination.related.all(Contract.self) != nil else { return }
            examination.report(at: \.contractLine, expected: "a line of a contract", observed: line)
        }
        ValidationRule(
            "time-entry.lineInForce",
            "Time is billed on a line of a contract in force, on a day of the line.",
            actor: .billing,
            remedy: "Choose another line, or have the contract extended.",
            for: .ready(for: .bill)
        ) { entry, examination in
            guard let id = entry.contractLine, let contract = examination.contract(of: id) else { return }
            let line = contract.record.lines.first { $0.id == id }
            let days = line?.effective ?? contract.record.effective
            let wasInForce =
                contract.record.status == .active || contract.record.status == .completed
                || contract.record.status == .expired || contract.record.status == .terminated
            guard !wasInForce || !days.holds(on: entry.date) else { return }
            examination.report(
                at: \.contractLine,
                expected: "a line that is in force on the day",
                observed: id,
                related: "contract \(contract.record.id)"
            )
        }
        ValidationRule(
            "time-entry.lineCoversTime",
            "The line that time is billed on covers time.",
            actor: .billing,
            remedy: "Choose another line of the contract.",
            for: .ready(for: .bill)
        ) { entry, examination in
            guard entry.billability == .billable, let id = entry.contractLine else { return }
            guard let contract = examination.contract(of: id) else { return }
            guard let line = contract.record.lines.first(where: { $0.id == id }) else { return }
            guard line.includes?.time == false || line.billingMethod == .notBillable else { return }
            examination.report(
                at: \.contractLine,
                expected: "a line that covers time",
                observed: id,
                related: "contract \(contract.record.id)"
            )
        }
        ValidationRule(
            "time-entry.lineOfProject",
            "The line that time is billed on is one that its project fulfils.",
            actor: .billing,
            remedy: "Choose another line, or add it to the project."
        ) { entry, examination in
            guard let line = entry.contractLine, let project = examination.look(up: entry.project) else { return }
            guard !project.record.contractLines.contains(line) else { return }
            examination.report(
                at: \.contractLine,
                expected: "a line that the project fulfils",
                observed: line,
                related: "project \(project.record.id)"
            )
        }
        ValidationRule(
            "time-entry.rateOfCard",
            "The rate is that of the card on the day of the work.",
            actor: .billing,
            remedy: "Find the rate anew; it is the day of the work that counts."
        ) { entry, examination in
            guard let rate = entry.billRate, rate.overriddenBy == nil, let id = rate.cardEntry else { return }
            guard let card = examination.rateCard(of: id) else { return }
            guard let agreed = card.record.entries.first(where: { $0.id == id }) else { return }
            if !agreed.effective.contains(entry.date) {
                examination.report(
                    at: \.billRate.cardEntry,
                    expected: "a rate that holds on the day of the work",
                    observed: id,
                    related: "rate-card \(card.record.id)"
                )
            } else if agreed.basis == .pricePerUnit, agreed.unit == rate.unit, let amount = agreed.amount,
                amount.currency != rate.amount.currency || rate.amount.isApart(from: amount, byMoreThan: 0)
            {
                examination.report(
                    at: \.billRate.amount,
                    expected: "the rate of the card",
                    value: amount,
                    observed: rate.amount,
                    related: "rate-card \(card.record.id)"
                )
            }
        }
        ValidationRule(
            "time-entry.withinLimit",
            "Time that is billed fits into what the limits of its line leave.",
            weight: .approval(.finance),
            actor: .projectLead,
            remedy: "Have the limit raised, write the time off, or agree to bill it.",
            for: .ready(for: .bill)
        ) { entry, examination in
            guard let id = entry.contractLine, let amount = entry.billAmount else { return }
            // What is billed is in what the limit says is used.
            guard entry.billingState == .unbilled || entry.billingState == .readyToBill else { return }
            guard let contract = examination.contract(of: id) else { return }
            guard let line = contract.record.lines.first(where: { $0.id == id }) else { return }
            for limit in line.limits where limit.overrunApprovedBy == nil && limit.kind != .warning {
                guard let most = limit.amount, limit.effective.holds(on: entry.date) else { continue }
                let used = limit.consumedAmount ?? .zero(most.currency)
                guard let total = try? used.adding(amount), total.exceeds(most) else { continue }
                examination.report(
                    at: \.billAmount,
                    expected: "what limit \(limit.id) leaves",
                    observed: amount,
                    related: "contract \(contract.record.id)"
                )
            }
        }
        ValidationRule(
            "time-entry.dailyCap",
            "No more is billed of one person's day than the contract allows.",
            weight: .approval(.finance),
            actor: .projectLead,
            remedy: "Write off what is over, or have the customer agree.",
            for: .ready(for: .bill)
        ) { entry, examination in
            guard let id = entry.contractLine, entry.billability == .billable else { return }
            guard let contract = examination.contract(of: id), let cap = contract.record.timePolicy?.dailyCap else {
                return
            }
            let lines = Set(contract.record.lines.map(\.id))
            let known = examination.known(TimeEntry.self, with: \.resource, entry.resource)
            let total = entry.minutes(with: known) { other in
                other.date == entry.date && other.billability == .billable
                    && other.contractLine.map(lines.contains) == true
            }
            guard total > cap.count else {
                // Too little is known to say that it is not too much; that is noted.
                _ = examination.all(TimeEntry.self, with: \.resource, entry.resource)
                return
            }
            examination.report(
                at: \.worked,
                expected: "at most the daily cap of the contract, all entries of \(entry.date) together",
                value: cap,
                observed: Minutes(total),
                related: "contract \(contract.record.id)"
            )
        }
    }

    /// How time fits the other time of the same person.
    static let timeOfOne = RuleSet<TimeEntry> {
        ValidationRule(
            "time-entry.dayLimit",
            "Nobody works more in a day than the firm allows.",
            weight: .approval(.people),
            actor: .timekeeper,
            remedy: "Correct the time, or have the long day approved.",
            parameters: [.integer("maximumMinutes", 720, "The most minutes of somebody's day.")]
        ) { arguments in
            let maximum = Int64(arguments.integer("maximumMinutes"))
            return { entry, examination in
                guard let all = examination.all(TimeEntry.self, with: \.resource, entry.resource) else { return }
                let total = entry.minutes(with: all) { $0.date == entry.date }
                guard total > maximum else { return }
                examination.report(
                    at: \.worked,
                    expected: "at most \(maximum) minutes on \(entry.date)",
                    observed: Minutes(total)
                )
            }
        }
        ValidationRule(
            "time-entry.weekLimit",
            "Nobody works more in a week than the law allows.",
            clause: "Directive 2003/88/EC, article 6",
            weight: .approval(.people),
            actor: .timekeeper,
            remedy: "Correct the time, or have the long week approved.",
            parameters: [.integer("maximumMinutes", 2880, "The most minutes of somebody's week, Monday to Sunday.")]
        ) { arguments in
            let maximum = Int64(arguments.integer("maximumMinutes"))
            return { entry, examination in
                guard let all = examination.all(TimeEntry.self, with: \.resource, entry.resource) else { return }
                let monday = entry.date.dayNumber - (entry.date.weekday.rawValue - 1)
                let total = entry.minutes(with: all) { monday...(monday + 6) ~= $0.date.dayNumber }
                guard total > maximum else { return }
                examination.report(
                    at: \.worked,
                    expected: "at most \(maximum) minutes in the week of \(entry.date)",
                    observed: Minutes(total)
                )
            }
        }
        ValidationRule(
            "time-entry.apart",
            "Nobody works on two things at one moment.",
            actor: .timekeeper,
            remedy: "Correct the beginning or the end of one of the entries."
        ) { entry, examination in
            guard let start = entry.start, let end = entry.end else { return }
            guard let all = examination.all(TimeEntry.self, with: \.resource, entry.resource) else { return }
            for other in all where other.record.id != entry.id && other.record.date == entry.date {
                guard let otherStart = other.record.start, let otherEnd = other.record.end else { continue }
                guard otherStart < end, start < otherEnd, other.record.reversalOf == nil else { continue }
                examination.report(
                    at: \.start,
                    expected: "a moment outside another entry",
                    observed: start,
                    related: "time-entry \(other.record.id)"
                )
                return
            }
        }
        ValidationRule(
            "time-entry.notTwice",
            "The same work is logged once.",
            weight: .warning,
            actor: .timekeeper,
            remedy: "Delete one of the entries, or say what is different."
        ) { entry, examination in
            guard let all = examination.all(TimeEntry.self, with: \.resource, entry.resource) else { return }
            let twin = all.first { other in
                other.record.id != entry.id && other.record.date == entry.date && other.record.worked == entry.worked
                    && other.record.project == entry.project && other.record.task == entry.task
                    && other.record.start == entry.start && other.record.workType.code == entry.workType.code
                    && other.record.customerDescription == entry.customerDescription
            }
            guard let twin else { return }
            examination.report(
                expected: "work that no other entry tells",
                related: "time-entry \(twin.record.id)"
            )
        }
    }
}

extension TimeEntry {
    /// The minutes of some of somebody's time, in which the entry is counted once whether it is among it or not.
    fileprivate func minutes(with all: [RelatedRecord<TimeEntry>], where counts: (TimeEntry) -> Bool) -> Int64 {
        var total = worked.count
        for other in all where other.record.id != id && !other.record.timeType.isAbsence && counts(other.record) {
            total = total.addingReportingOverflow(other.record.worked.count).partialValue
        }
        return total
    }
}
