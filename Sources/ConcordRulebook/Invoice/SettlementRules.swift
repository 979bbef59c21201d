internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues
extension InvoiceRules {
    /// What has been paid, given up and is still owed.
    static let settlement: [ValidationRule<Invoice>] = amountsOwed + applications + paid

    private static let paid: [ValidationRule<Invoice>] = [
        ValidationRule(
            "invoice.paymentStatus",
            "How much is paid, is what the outstanding amount says.",
            actor: .finance,
            remedy: "Set the payment status by what is outstanding, or correct the applications."
        ) { invoice, examination in
            guard let totals = invoice.totals, let owed = totals.outstanding else { return }
            guard invoice.paymentStatus.isKnown, invoice.paymentStatus != .refunded else { return }
            let expected: [PaymentStatus]
            if owed.isNegative {
                expected = [.overpaid]
            } else if owed.isZero {
                if totals.payable.isZero, invoice.applications.isEmpty { return }
                expected = invoice.writeOffs.isEmpty ? [.paid] : [.paid, .writtenOff]
            } else if owed.amount.isNumericallyEqual(to: totals.payable.amount) {
                expected = [.unpaid]
            } else {
                expected = [.partlyPaid]
            }
            if expected.contains(invoice.paymentStatus) { return }
            examination.report(
                at: \.paymentStatus,
                expected: "the status of what is outstanding",
                value: expected[0],
                observed: invoice.paymentStatus
            )
        },
        ValidationRule(
            "invoice.paidOn",
            "A paid invoice says since when, and no other does.",
            weight: .warning,
            actor: .finance,
            remedy: "Set the day of the last payment, or take it away."
        ) { invoice, examination in
            if invoice.paymentStatus == .paid, invoice.paidOn == nil {
                examination.report(at: \.paidOn, expected: "the day on which all was paid")
            }
            let isOpen = invoice.paymentStatus == .unpaid || invoice.paymentStatus == .partlyPaid
            if isOpen, let day = invoice.paidOn {
                examination.report(at: \.paidOn, expected: "no day, because it is not paid", observed: day)
            }
        },
    ]

    private static let amountsOwed: [ValidationRule<Invoice>] = [
        .arithmetic(
            "invoice.outstanding",
            "What is outstanding is what is to be paid minus what was applied and given up.",
            actor: .finance,
            remedy: "Compute what is outstanding again, or add the application that is missing."
        ) { tolerance in
            { invoice, examination in
                guard let totals = invoice.totals, let outstanding = totals.outstanding else { return }
                examination.expect(
                    outstanding,
                    at: \.totals.outstanding,
                    toBe: "payable − applied − given up",
                    within: tolerance
                ) { () throws(ValueError) in try totals.payable.amount - invoice.settled() }
            }
        },
        ValidationRule(
            "invoice.overpaid",
            "No more is settled than is to be paid.",
            weight: .approval(.finance),
            actor: .finance,
            remedy: "Pay the rest back, or leave it unapplied on the payment."
        ) { invoice, examination in
            guard let payable = invoice.totals?.payable else { return }
            guard !invoice.applications.isEmpty || !invoice.writeOffs.isEmpty else { return }
            do throws(ValueError) {
                let settled = try invoice.settled()
                if settled <= payable.amount { return }
                examination.report(
                    at: \.applications,
                    expected: "at most what is to be paid",
                    value: payable,
                    observed: Money(settled, payable.currency)
                )
            } catch {
                examination.report(at: \.applications, expected: "amounts whose sum can be computed: \(error.expected)")
            }
        },
        ValidationRule(
            "invoice.writeOff",
            "What is given up is more than nothing, with a reason, and somebody decided it.",
            actor: .finance,
            remedy: "Add the reason and who decided, or take the write-off away."
        ) { invoice, examination in
            for index in invoice.writeOffs.indices {
                let writeOff = invoice.writeOffs[index]
                if writeOff.amount.isZero || writeOff.amount.isNegative {
                    examination.report(
                        at: \.writeOffs[index].amount,
                        expected: "more than nothing",
                        observed: writeOff.amount
                    )
                }
                if writeOff.reason == nil { examination.report(at: \.writeOffs[index].reason, expected: "the reason") }
                if writeOff.by?.isBlank ?? true {
                    examination.report(at: \.writeOffs[index].by, expected: "who decided")
                }
            }
        },
    ]

    private static let applications: [ValidationRule<Invoice>] = [
        ValidationRule(
            "invoice.applications",
            "An application settles this invoice, by a payment or by a credit note, with more than nothing.",
            actor: .finance,
            remedy: "Correct the application as it stands on the payment."
        ) { invoice, examination in
            for index in invoice.applications.indices {
                let application = invoice.applications[index]
                if application.invoice != invoice.id {
                    examination.report(
                        at: \.applications[index].invoice,
                        expected: "this invoice",
                        value: invoice.id,
                        observed: application.invoice
                    )
                }
                if (application.payment == nil) == (application.creditNote == nil) {
                    examination.report(at: \.applications[index].payment, expected: "either a payment or a credit note")
                }
                if application.amount.isNegative {
                    examination.report(
                        at: \.applications[index].amount,
                        expected: "an amount that is not negative",
                        observed: application.amount
                    )
                }
            }
        },
        ValidationRule(
            "invoice.applicationDates",
            "An application is undone on or after the day on which it was made.",
            actor: .finance,
            remedy: "Correct the days of the application."
        ) { invoice, examination in
            for index in invoice.applications.indices {
                guard let on = invoice.applications[index].appliedOn else { continue }
                guard let until = invoice.applications[index].unappliedOn, until < on else { continue }
                examination.report(
                    at: \.applications[index].unappliedOn,
                    expected: "a day from the application on",
                    value: on,
                    observed: until
                )
            }
        },
        ValidationRule(
            "invoice.payments",
            "What settles an invoice is a payment that arrived, and that says the same.",
            actor: .finance,
            remedy: "Undo the application, or correct the payment."
        ) { invoice, examination in
            for index in invoice.applications.indices {
                let application = invoice.applications[index]
                guard application.unappliedOn == nil, let payment = examination.find(application.payment) else {
                    continue
                }
                if [.failed, .reversed, .void, .draft].contains(payment.state) {
                    examination.report(
                        at: \.applications[index].payment,
                        expected: "a payment that arrived",
                        observed: payment.state,
                        related: "payment \(payment.id)"
                    )
                    continue
                }
                let isThere = payment.applications.contains {
                    $0.invoice == invoice.id && $0.instalment == application.instalment && $0.unappliedOn == nil
                        && $0.amount.currency == application.amount.currency
                        && $0.amount.amount.isNumericallyEqual(to: application.amount.amount)
                }
                if isThere { continue }
                examination.report(
                    at: \.applications[index].amount,
                    expected: "the application that stands on the payment",
                    observed: application.amount,
                    related: "payment \(payment.id)"
                )
            }
        },
    ]
}

extension Invoice {
    /// What applications that count and write-offs have taken off what is to be paid.
    func settled() throws(ValueError) -> ExactDecimal {
        var sum = ExactDecimal.zero
        for index in applications.indices where applications[index].unappliedOn == nil {
            sum = try sum + applications[index].settled()
        }
        for index in writeOffs.indices { sum = try sum + writeOffs[index].amount.amount }
        return sum
    }
}

extension PaymentApplication {
    /// What the application takes off what is to be paid.
    func settled() throws(ValueError) -> ExactDecimal {
        var sum = amount.amount
        if let discountTaken { sum = try sum + discountTaken.amount }
        if let withheld { sum = try sum + withheld.amount }
        if let writtenOff { sum = try sum + writtenOff.amount }
        return sum
    }
}
