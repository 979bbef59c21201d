internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension Rulebook {
    /// What a payment is applied to, and the records that it belongs with.
    static let paymentApplications = RuleSet<Payment> {
        ValidationRule(
            "payment.applicationPositive",
            "What is applied to an invoice is more than nothing.",
            actor: .finance,
            remedy: "Correct the amount; what was applied wrongly is taken back by its day."
        ) { payment, examination in
            for (index, application) in payment.applications.enumerated()
            where application.amount.isNegative || application.amount.isZero {
                examination.report(
                    at: \.applications[index].amount,
                    expected: "more than nothing",
                    observed: application.amount
                )
            }
        }
        ValidationRule(
            "payment.applied",
            "No more is applied to invoices than was paid.",
            actor: .finance,
            remedy: "Take back what is over, or find the payment that it is from."
        ) { payment, examination in
            guard let applied = payment.applied, applied.exceeds(payment.amount.transaction) else { return }
            examination.report(
                at: \.applications,
                expected: "at most what was paid",
                value: payment.amount.transaction,
                observed: applied
            )
        }
        ValidationRule(
            "payment.unapplied",
            "What is not applied is what was paid, less what is applied.",
            actor: .finance,
            remedy: "Correct the rest, or the applications."
        ) { payment, examination in
            guard let rest = payment.unapplied else { return }
            let applied = payment.applied ?? .zero(rest.currency)
            guard let expected = try? payment.amount.transaction.subtracting(applied) else { return }
            guard rest.isApart(from: expected, byMoreThan: 0) else { return }
            examination.report(
                at: \.unapplied,
                expected: "what was paid, less what is applied",
                value: expected,
                observed: rest
            )
        }
        ValidationRule(
            "payment.applicationDays",
            "A payment is applied once it has come, and taken back later.",
            actor: .finance,
            remedy: "Correct the days."
        ) { payment, examination in
            for (index, application) in payment.applications.enumerated() {
                if let on = application.appliedOn, let received = payment.receivedOn, on < received {
                    examination.report(
                        at: \.applications[index].appliedOn,
                        expected: "a day not before the payment came",
                        value: received,
                        observed: on
                    )
                } else if let back = application.unappliedOn, let on = application.appliedOn, back < on {
                    examination.report(
                        at: \.applications[index].unappliedOn,
                        expected: "a day not before it was applied",
                        value: on,
                        observed: back
                    )
                }
            }
        }
        ValidationRule(
            "payment.appliedOnce",
            "A payment is applied to one instalment of an invoice once.",
            actor: .finance,
            remedy: "Join the two, or take one back."
        ) { payment, examination in
            for (index, application) in payment.applications.enumerated() where application.unappliedOn == nil {
                let isTwice = payment.applications[..<index]
                    .contains {
                        $0.invoice == application.invoice && $0.instalment == application.instalment
                            && $0.creditNote == application.creditNote && $0.unappliedOn == nil
                    }
                guard isTwice else { continue }
                examination.report(
                    at: \.applications[index].invoice,
                    expected: "an instalment that the payment is not applied to already",
                    observed: application.invoice
                )
            }
        }
        ValidationRule(
            "payment.failedNotApplied",
            "A payment that failed, was reversed or is void pays nothing.",
            actor: .finance,
            remedy: "Take back what it was applied to."
        ) { payment, examination in
            guard [.failed, .reversed, .void].contains(payment.state) else { return }
            for (index, application) in payment.applications.enumerated() where application.unappliedOn == nil {
                examination.report(
                    at: \.applications[index].unappliedOn,
                    expected: "the day on which it was taken back"
                )
            }
        }
        ValidationRule(
            "payment.stateReason",
            "A payment that failed or was reversed says why.",
            weight: .warning,
            actor: .finance,
            remedy: "Enter the reason that the bank gave."
        ) { payment, examination in
            guard payment.state == .failed || payment.state == .reversed, payment.stateReason == nil else { return }
            examination.report(at: \.stateReason, expected: "why it failed")
        }
        ValidationRule(
            "payment.fee",
            "A fee is not negative, and less than the payment.",
            actor: .finance,
            remedy: "Correct the fee."
        ) { payment, examination in
            guard let fee = payment.fee, fee.isNegative || fee.exceeds(payment.amount.transaction) else { return }
            examination.report(at: \.fee, expected: "from nothing to the payment", observed: fee)
        }
        ValidationRule(
            "payment.writtenOff",
            "What is written off when a payment is applied is small.",
            weight: .approval(.finance),
            actor: .finance,
            remedy: "Ask for the rest, or have it approved.",
            parameters: [.integer("maximumPercent", 1, "The most of what is applied, in percent.")]
        ) { arguments in
            let maximum = Percentage(ExactDecimal(arguments.integer("maximumPercent")))
            return { payment, examination in
                for (index, application) in payment.applications.enumerated() {
                    guard let lost = application.writtenOff, let most = try? maximum.of(application.amount) else {
                        continue
                    }
                    guard lost.exceeds(most) else { continue }
                    examination.report(
                        at: \.applications[index].writtenOff,
                        expected: "at most \(maximum.percent) percent of what is applied",
                        observed: lost
                    )
                }
            }
        }
        ValidationRule(
            "payment.invoiceExists",
            "The invoices that a payment is applied to exist.",
            actor: .finance,
            remedy: "Correct the invoice, or bring it in."
        ) { payment, examination in
            for (index, application) in payment.applications.enumerated()
            where examination.isDangling(application.invoice) {
                examination.report(
                    at: \.applications[index].invoice,
                    expected: "an invoice that exists",
                    observed: application.invoice
                )
            }
        }
        ValidationRule.exists(
            "payment.payerExists",
            "The customer who paid exists.",
            \.payer,
            actor: .finance,
            remedy: "Correct the customer, or bring its record in."
        )
        ValidationRule.exists(
            "payment.legalEntityExists",
            "The entity that was paid exists.",
            \.legalEntity,
            actor: .finance,
            remedy: "Correct the entity, or bring its record in."
        )
        ValidationRule(
            "payment.reverses",
            "A payment that takes back another one is of the same amount, and not itself.",
            actor: .finance,
            remedy: "Correct the amount, or which payment is taken back."
        ) { payment, examination in
            guard let id = payment.reverses else { return }
            if id == payment.id {
                examination.report(at: \.reverses, expected: "another payment", observed: id)
            } else if let other = examination.look(up: id)?.record {
                guard payment.amount.transaction.isApart(from: other.amount.transaction, byMoreThan: 0) else { return }
                examination.report(
                    at: \.amount.transaction,
                    expected: "the amount of the payment that is taken back",
                    value: other.amount.transaction,
                    observed: payment.amount.transaction,
                    related: "payment \(id)"
                )
            }
        }
        ValidationRule.knownCodes("payment.knownCodes") { payment, search in
            search.look(at: payment.direction, \.direction)
            search.look(at: payment.state, \.state)
        }
    }
}

extension Payment {
    /// What is applied of it and not taken back; nil if nothing is, or in several currencies.
    fileprivate var applied: Money? {
        Money.total(
            applications.filter { $0.unappliedOn == nil && $0.creditNote == nil && ($0.payment ?? id) == id }
                .map(\.amount)
        )
    }
}
