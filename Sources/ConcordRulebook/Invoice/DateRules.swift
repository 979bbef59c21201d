internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues
extension InvoiceRules {
    /// When it was issued, for which days, and by when it is to be paid.
    static let dates: [ValidationRule<Invoice>] = [
        ValidationRule(
            "invoice.issueDate",
            "An invoice is not issued in the future.",
            weight: .warning,
            actor: .billing,
            remedy: "Correct the issue date.",
            parameters: [.integer("maximumDaysAhead", 0, "How many days after today an issue date may be.")]
        ) { arguments in
            let ahead = arguments.integer("maximumDaysAhead")
            return { invoice, examination in
                guard let date = invoice.issueDate else { return }
                guard examination.circumstances.today.days(until: date) > ahead else { return }
                examination.report(at: \.issueDate, expected: "a day that is not in the future", observed: date)
            }
        },
        ValidationRule(
            "invoice.servedBeforeIssued",
            "What is billed after delivery was delivered by the day it is billed.",
            weight: .warning,
            actor: .billing,
            remedy: "Bill in advance with a prepayment invoice, or correct the period.",
            for: .complete
        ) { invoice, examination in
            guard let date = invoice.issueDate else { return }
            for index in invoice.lines.indices {
                let kind = invoice.lines[index].kind
                guard kind == .time || kind == .expense || kind == .milestone || kind == .progress else { continue }
                guard let last = invoice.lines[index].service?.through, last > date else { continue }
                examination.report(
                    at: \.lines[index].service,
                    expected: "days up to the issue date",
                    value: date,
                    observed: invoice.lines[index].service
                )
            }
        },
        ValidationRule(
            "invoice.dueAfterIssue",
            "An invoice is not due before it is issued.",
            actor: .billing,
            remedy: "Correct the due date."
        ) { invoice, examination in
            guard let issued = invoice.issueDate, let due = invoice.dueDate, due < issued else { return }
            examination.report(at: \.dueDate, expected: "a day from the issue date on", value: issued, observed: due)
        },
        ValidationRule(
            "invoice.dueDate",
            "An invoice is due when its payment terms say.",
            weight: .warning,
            actor: .billing,
            remedy: "Set the due date by the terms, or correct the terms."
        ) { invoice, examination in
            guard let terms = invoice.paymentTerms, let issued = invoice.issueDate, let due = invoice.dueDate else {
                return
            }
            guard let expected = terms.dueDate(ofInvoiceOn: issued), expected != due else { return }
            examination.report(at: \.dueDate, expected: "the day that the terms say", value: expected, observed: due)
        },
        ValidationRule(
            "invoice.paymentTerms",
            "An invoice has the payment terms of its contract.",
            weight: .warning,
            actor: .billing,
            remedy: "Take the terms from the contract, or amend the contract.",
            for: .complete
        ) { invoice, examination in
            guard let terms = invoice.paymentTerms, let contract = examination.find(invoice.contract) else { return }
            guard let agreed = contract.paymentTerms else { return }
            let isSame =
                terms.basis == agreed.basis && terms.netDays == agreed.netDays
                && terms.netMonths == agreed.netMonths && terms.dueDay == agreed.dueDay
            if isSame { return }
            examination.report(
                at: \.paymentTerms,
                expected: "the terms of the contract",
                related: "contract \(contract.id)"
            )
        },
        ValidationRule(
            "invoice.earlyDiscountDate",
            "A discount for early payment ends between the issue date and the due date.",
            actor: .billing,
            remedy: "Correct the last day of the discount."
        ) { invoice, examination in
            for index in invoice.earlyDiscounts.indices {
                let until = invoice.earlyDiscounts[index].until
                let isEarly = invoice.issueDate.map { until < $0 } ?? false
                let isLate = invoice.dueDate.map { until > $0 } ?? false
                guard isEarly || isLate else { continue }
                examination.report(
                    at: \.earlyDiscounts[index].until,
                    expected: isEarly ? "a day from the issue date on" : "a day up to the due date",
                    observed: until
                )
            }
        },
        .arithmetic(
            "invoice.earlyDiscountAmount",
            "A discount for early payment is its share of what is to be paid.",
            remedy: "Compute the discount again."
        ) { tolerance in
            { invoice, examination in
                guard let payable = invoice.totals?.payable, !invoice.earlyDiscounts.isEmpty else { return }
                let digits = examination.facts(of: invoice).digits
                for index in invoice.earlyDiscounts.indices {
                    guard let percent = invoice.earlyDiscounts[index].percent else { continue }
                    guard let amount = invoice.earlyDiscounts[index].amount else { continue }
                    examination.expect(
                        amount,
                        at: \.earlyDiscounts[index].amount,
                        toBe: "the share of what is to be paid",
                        within: tolerance
                    ) { () throws(ValueError) in try percent.of(payable, scale: digits, rounding: .halfUp).amount }
                }
            }
        },
    ]
}

extension PaymentTerms {
    /// The day on which an invoice is due.
    ///
    /// - Parameter issued: The issue date.
    /// - Returns: The day; nil where it depends on something else than the date of the invoice.
    func dueDate(ofInvoiceOn issued: LocalDate) -> LocalDate? {
        guard instalments.isEmpty, netDays != nil || netMonths != nil || dueDay != nil else { return nil }
        var day = issued
        if let cutOffDay, issued.day > cutOffDay { day = (try? day.endOfMonth.adding(days: 1)) ?? day }
        switch basis {
        case .invoiceDate: break
        case .endOfMonth: day = day.endOfMonth
        default: return nil
        }
        if let netMonths {
            guard let later = day.adding(months: netMonths, isEndOfMonth: basis == .endOfMonth) else { return nil }
            day = later
        }
        if let netDays {
            guard let later = try? day.adding(days: netDays) else { return nil }
            day = later
        }
        guard let dueDay else { return day }
        if day.day > dueDay {
            guard let next = try? day.endOfMonth.adding(days: 1) else { return nil }
            day = next
        }
        return try? LocalDate(year: day.year, month: day.month, day: min(dueDay, day.daysInMonth))
    }
}

extension LocalDate {
    /// The same day so many months later, or the last of a shorter month.
    fileprivate func adding(months: Int, isEndOfMonth: Bool) -> LocalDate? {
        let (total, isTooMany) = months.addingReportingOverflow(year * 12 + month - 1)
        guard !isTooMany, total >= 12, let first = try? LocalDate(year: total / 12, month: total % 12 + 1, day: 1)
        else {
            return nil
        }
        if isEndOfMonth { return first.endOfMonth }
        return try? LocalDate(year: first.year, month: first.month, day: min(day, first.daysInMonth))
    }
}
