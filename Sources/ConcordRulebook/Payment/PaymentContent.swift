internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension Rulebook {
    /// What a payment must have, and how its amounts and its state fit.
    static let paymentContent = RuleSet<Payment> {
        ValidationRule(
            "payment.amountPositive",
            "A payment is of more than nothing; which way it goes is its direction.",
            actor: .finance,
            remedy: "Correct the amount, or the direction."
        ) { payment, examination in
            let amount = payment.amount.transaction
            guard amount.isNegative || amount.isZero else { return }
            examination.report(at: \.amount.transaction, expected: "more than nothing", observed: amount)
        }
        ValidationRule(
            "payment.received",
            "A payment that is settled says when, and not on a day to come.",
            actor: .finance,
            remedy: "Enter the day of the bank's statement."
        ) { payment, examination in
            if payment.state == .settled, payment.receivedOn == nil {
                examination.report(at: \.receivedOn, expected: "the day of the bank's statement")
            } else if let day = payment.receivedOn, day > examination.circumstances.today {
                examination.report(at: \.receivedOn, expected: "a day that has come", observed: day)
            }
        }
        ValidationRule.required(
            "payment.legalEntity",
            "A payment that is posted says which entity received or made it.",
            \.legalEntity,
            expected: "the entity in whose books it is",
            actor: .finance,
            remedy: "Choose the entity.",
            for: .ready(for: .post)
        )
        ValidationRule.required(
            "payment.payer",
            "A payment that is posted says who paid.",
            \.payer,
            expected: "the customer who paid",
            actor: .finance,
            remedy: "Find the customer by the account, the name or the remittance.",
            for: .ready(for: .post),
            where: { $0.direction == .incoming }
        )
        ValidationRule.required(
            "payment.accountingPeriod",
            "A payment that is posted has the period of the books.",
            \.accountingPeriod,
            expected: "the period, such as 2026-04",
            actor: .finance,
            remedy: "Enter the period.",
            for: .ready(for: .post)
        )
        ValidationRule.precision("payment.precision", actor: .finance, amountsOfPayment)
        ValidationRule.oneCurrency(
            "payment.oneCurrency",
            "What a payment is applied to, its fee and its rest are in its currency.",
            actor: .finance,
            remedy: "Convert the amount, and keep the difference as a gain or a loss.",
            currency: { $0.amount.transaction.currency },
            amountsOfPayment
        )
        ValidationRule(
            "payment.currencyListed",
            "The currency is one that ISO 4217 lists as current.",
            clause: "ISO 4217",
            actor: .finance,
            remedy: "Choose the currency that is in use."
        ) { payment, examination in
            let currency = payment.amount.transaction.currency
            guard !currency.isListed else { return }
            examination.report(
                at: \.amount.transaction.currency,
                expected: "a currency that is listed",
                observed: currency
            )
        }
        ValidationRule(
            "payment.iban",
            "An account that begins with two letters and two digits is an IBAN whose check digits fit.",
            clause: "ISO 13616",
            actor: .finance,
            remedy: "Take the account from the bank's statement."
        ) { payment, examination in
            guard let number = payment.account?.number, number.looksLikeIBAN else { return }
            let answer = IdentifierScheme.iban.check(number)
            guard answer.isRefused else { return }
            examination.report(at: \.account.number, expected: answer.expectedText, observed: number)
        }
        ValidationRule(
            "payment.bic",
            "The bank of an account is named by a BIC.",
            clause: "ISO 9362",
            actor: .finance,
            remedy: "Take the BIC from the bank's statement."
        ) { payment, examination in
            // Other countries name banks by numbers of their own.
            guard let bank = payment.account?.bank, payment.account?.number.looksLikeIBAN == true else { return }
            let answer = IdentifierScheme.bic.check(bank)
            guard answer.isRefused else { return }
            examination.report(at: \.account.bank, expected: answer.expectedText, observed: bank)
        }
        ValidationRule(
            "payment.noCardNumber",
            "The whole number of a payment card is stored nowhere.",
            clause: "PCI DSS 3.4",
            actor: .finance,
            remedy: "Keep the first six and the last four digits at most."
        ) { payment, examination in
            guard let number = payment.account?.number, CardNumber.isUnmasked(number) else { return }
            // Not even here: the finding shows nothing of it.
            examination.report(at: \.account.number, expected: "an account, or a card's number that is masked")
        }
        ValidationRule(
            "payment.method",
            "A means of payment of UNTDID 4461 is one of its list.",
            clause: "EN 16931 BR-CL-16",
            actor: .integration,
            remedy: "Map the sender's method to a code of the list."
        ) { payment, examination in
            guard payment.method.system == "untdid:4461" else { return }
            guard !StandardCodeList.paymentMeans.contains(payment.method.code) else { return }
            examination.report(at: \.method.code, expected: "a code of UNTDID 4461", observed: payment.method.code)
        }
    }

    private static let amountsOfPayment: Amounts<Payment> = { payment, search in
        search.look(at: payment.amount.transaction, \.amount.transaction)
        search.look(at: payment.fee, \.fee)
        search.look(at: payment.unapplied, \.unapplied)
        for (index, application) in payment.applications.enumerated() {
            search.look(at: application.amount, \.applications[index].amount)
        }
    }
}

extension String {
    /// Whether the text begins as IBANs do.
    fileprivate var looksLikeIBAN: Bool {
        let start = Array(utf8.prefix(4))
        guard start.count == 4 else { return false }
        let isLetter = { (byte: UInt8) in (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte & 0xDF) }
        let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        return isLetter(start[0]) && isLetter(start[1]) && isDigit(start[2]) && isDigit(start[3])
    }
}
