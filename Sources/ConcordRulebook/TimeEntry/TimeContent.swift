internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension Rulebook {
    /// How the parts of a time entry fit: minutes, quantities, amounts and states.
    ///
    /// These look at every entry, so each begins with what most often ends it, and makes nothing before it has found
    /// something.
    static let timeContent = RuleSet<TimeEntry> {
        ValidationRule(
            "time-entry.worked",
            "Time is more than none; less than none only where it takes back other time.",
            actor: .timekeeper,
            remedy: "Correct the time, or name the entry that it takes back."
        ) { entry, examination in
            guard entry.worked.count <= 0 else { return }
            guard entry.worked.count == 0 || entry.reversalOf == nil && entry.corrects == nil else { return }
            examination.report(at: \.worked, expected: "more than no time", observed: entry.worked)
        }
        ValidationRule(
            "time-entry.entryLimit",
            "One entry is of at most a day.",
            actor: .timekeeper,
            remedy: "Correct the time, or split the entry.",
            parameters: [.integer("maximumMinutes", 1440, "The most minutes of one entry.")]
        ) { arguments in
            let maximum = Int64(arguments.integer("maximumMinutes"))
            return { entry, examination in
                guard entry.worked.count > maximum else { return }
                examination.report(at: \.worked, expected: "at most \(maximum) minutes", observed: entry.worked)
            }
        }
        ValidationRule(
            "time-entry.notInFuture",
            "Work is logged once it is done; leave may be entered before.",
            actor: .timekeeper,
            remedy: "Correct the day, or wait.",
            parameters: [.integer("maximumDays", 0, "How many days ahead work may be logged.")]
        ) { arguments in
            let maximum = arguments.integer("maximumDays")
            return { entry, examination in
                let today = examination.circumstances.today
                guard entry.date > today, !entry.timeType.isAbsence, today.days(until: entry.date) > maximum else {
                    return
                }
                examination.report(at: \.date, expected: "a day that has come", observed: entry.date)
            }
        }
        ValidationRule(
            "time-entry.notTooOld",
            "Time is logged soon after the work.",
            weight: .approval(.finance),
            actor: .timekeeper,
            remedy: "Log time daily, or have the late entry approved.",
            for: .ready(for: .logTime),
            parameters: [.integer("maximumDays", 60, "The most days between the work and its entry.")]
        ) { arguments in
            let maximum = arguments.integer("maximumDays")
            return { entry, examination in
                guard entry.date.days(until: examination.circumstances.today) > maximum else { return }
                examination.report(at: \.date, expected: "a day of the last \(maximum)", observed: entry.date)
            }
        }
        ValidationRule(
            "time-entry.span",
            "Work ends after it begins, begins on its day, and is as long as it lasts less the break.",
            actor: .timekeeper,
            remedy: "Correct the beginning, the end, the break or the time.",
            parameters: [.integer("toleranceMinutes", 1, "How many minutes the time may differ.")]
        ) { arguments in
            let tolerance = Int64(arguments.integer("toleranceMinutes"))
            return { entry, examination in
                guard let start = entry.start, let end = entry.end else { return }
                let seconds = end.secondsSince1970 - start.secondsSince1970
                if seconds < 0 {
                    examination.report(at: \.end, expected: "a moment after the beginning", observed: end)
                } else if start.localDate != entry.date {
                    examination.report(
                        at: \.start,
                        expected: "a moment on the day of the entry",
                        value: entry.date,
                        observed: start
                    )
                } else if entry.worked.count > 0 {
                    let expected = seconds / 60 - (entry.breakMinutes?.count ?? 0)
                    let (difference, isTooFar) = entry.worked.count.subtractingReportingOverflow(expected)
                    guard isTooFar || difference.magnitude > tolerance.magnitude else { return }
                    examination.report(
                        at: \.worked,
                        expected: "the time from the beginning to the end, less the break",
                        value: Minutes(expected),
                        observed: entry.worked
                    )
                }
            }
        }
        ValidationRule(
            "time-entry.workedQuantity",
            "The quantity of work is its minutes in hours.",
            actor: .integration,
            remedy: "Convert the minutes anew."
        ) { entry, examination in
            guard let quantity = entry.workedQuantity, quantity.unit == .hour else { return }
            guard !quantity.value.isHours(of: entry.worked.count, withinMinutes: 1) else { return }
            examination.report(
                at: \.workedQuantity,
                expected: "the minutes in hours",
                value: entry.worked,
                observed: quantity
            )
        }
        ValidationRule(
            "time-entry.roundingExplained",
            "A quantity that was rounded says by which policy, and by how much.",
            actor: .billing,
            remedy: "Keep the policy and the difference with the entry."
        ) { entry, examination in
            guard let rounded = entry.roundedQuantity, rounded.unit == .hour else { return }
            let difference = entry.roundingApplied?.difference.count ?? 0
            let (minutes, isTooMany) = entry.worked.count.addingReportingOverflow(difference)
            guard isTooMany || !rounded.value.isHours(of: minutes, withinMinutes: 1) else { return }
            examination.report(
                at: \.roundingApplied,
                expected: "the policy, and the minutes between the time and what it was rounded to",
                observed: entry.roundingApplied?.difference
            )
        }
        ValidationRule(
            "time-entry.billAmount",
            "What the customer pays is the quantity times the rate.",
            actor: .billing,
            remedy: "Price the entry anew.",
            parameters: [.integer("tolerance", 1, "How far apart they may be, in the currency's smallest units.")]
        ) { arguments in
            let tolerance = arguments.integer("tolerance")
            return { entry, examination in
                guard let amount = entry.billAmount, let expected = entry.pricedAmount else { return }
                guard amount.isApart(from: expected, byMoreThan: tolerance) else { return }
                examination.report(
                    at: \.billAmount,
                    expected: "quantity times rate",
                    value: expected,
                    observed: amount
                )
            }
        }
        ValidationRule(
            "time-entry.costAmount",
            "What time costs is the quantity times the rate.",
            actor: .finance,
            remedy: "Cost the entry anew.",
            parameters: [.integer("tolerance", 1, "How far apart they may be, in the currency's smallest units.")]
        ) { arguments in
            let tolerance = arguments.integer("tolerance")
            return { entry, examination in
                guard let amount = entry.costAmount, let expected = entry.costedAmount else { return }
                guard amount.isApart(from: expected, byMoreThan: tolerance) else { return }
                examination.report(
                    at: \.costAmount,
                    expected: "quantity times rate",
                    value: expected,
                    observed: amount
                )
            }
        }
        ValidationRule(
            "time-entry.oneCurrency",
            "An amount is in the currency of its rate.",
            actor: .billing,
            remedy: "Price the entry anew."
        ) { entry, examination in
            if let amount = entry.billAmount, let currency = entry.billRate?.amount.currency,
                amount.currency != currency
            {
                examination.report(at: \.billAmount, expected: "an amount in \(currency)", observed: amount)
            }
            if let amount = entry.costAmount, let currency = entry.costRate?.amount.currency,
                amount.currency != currency
            {
                examination.report(at: \.costAmount, expected: "an amount in \(currency)", observed: amount)
            }
        }
        ValidationRule(
            "time-entry.precision",
            "Amounts have no more decimals than their currency has (ISO 4217).",
            clause: "ISO 4217",
            actor: .billing,
            remedy: "Round the amount to the currency's smallest unit, by the rule that the firm uses."
        ) { entry, examination in
            if let amount = entry.billAmount, amount.isFinerThanItsCurrency {
                examination.report(at: \.billAmount, expected: "the decimals of \(amount.currency)", observed: amount)
            }
            if let amount = entry.costAmount, amount.isFinerThanItsCurrency {
                examination.report(at: \.costAmount, expected: "the decimals of \(amount.currency)", observed: amount)
            }
            if let amount = entry.transferPrice, amount.isFinerThanItsCurrency {
                examination.report(
                    at: \.transferPrice,
                    expected: "the decimals of \(amount.currency)",
                    observed: amount
                )
            }
        }
        ValidationRule(
            "time-entry.sameSign",
            "Amounts are negative where time is taken back, and only there.",
            actor: .billing,
            remedy: "Correct the sign."
        ) { entry, examination in
            let isNegative = entry.worked.count < 0
            if let amount = entry.billAmount, amount.isNegative != isNegative, !amount.isZero {
                examination.report(at: \.billAmount, expected: "an amount of the time's sign", observed: amount)
            }
            if let amount = entry.costAmount, amount.isNegative != isNegative, !amount.isZero {
                examination.report(at: \.costAmount, expected: "an amount of the time's sign", observed: amount)
            }
        }
    }
}

extension TimeEntry {
    /// The quantity that is billed times the rate; nil where one is not said, or for another unit.
    fileprivate var pricedAmount: Money? {
        guard let quantity = billableQuantity, let unit = billRate?.unit, unit == quantity.unit else { return nil }
        guard let rate = billRate?.amount else { return nil }
        return try? rate.multiplying(by: quantity.value)
    }

    /// The quantity that is costed times the rate; nil where one is not said, or for another unit.
    fileprivate var costedAmount: Money? {
        guard let quantity = costQuantity, let unit = costRate?.unit, unit == quantity.unit else { return nil }
        guard let rate = costRate?.amount else { return nil }
        return try? rate.multiplying(by: quantity.value)
    }
}

extension ExactDecimal {
    /// Whether a number of hours is a number of minutes, but for less than some minutes that decimals cannot say.
    fileprivate func isHours(of minutes: Int64, withinMinutes tolerance: Int) -> Bool {
        // Hours have a few decimals: sixty times them are whole numbers of a small power of ten.
        guard scale >= 0, scale <= 9, coefficient.magnitude < 1 << 80 else {
            guard let exact = try? multiplying(by: 60), let gap = try? exact.subtracting(ExactDecimal(Int(minutes)))
            else {
                return false
            }
            return gap.magnitude.compare(ExactDecimal(tolerance)) == .less
        }
        var power: Int128 = 1
        for _ in 0..<scale { power *= 10 }
        return (coefficient * 60 - Int128(minutes) * power).magnitude < (Int128(tolerance) * power).magnitude
    }
}
