internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues
extension InvoiceRules {
    /// Numbers that prove themselves: accounts, creditors, cards, references and tax numbers.
    static let numbers: [ValidationRule<Invoice>] = accounts + cardsAndTaxes

    private static let cardsAndTaxes: [ValidationRule<Invoice>] = [
        .published(
            "BR-51",
            "A card is named by its last digits, ten at most.",
            weight: .warning,
            actor: .integration,
            remedy: "Store the last four digits alone."
        ) { invoice, examination in
            for index in invoice.paymentMeans.indices {
                guard let card = invoice.paymentMeans[index].card else { continue }
                let digits = card.utf8.reduce(0) { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($1) ? $0 + 1 : $0 }
                if digits <= 10 { continue }
                examination.report(at: \.paymentMeans[index].card, expected: "ten digits at most")
            }
        },
        ValidationRule(
            "invoice.cardNumber",
            "The whole number of a card stands nowhere.",
            actor: .integration,
            remedy: "Store the last four digits alone, and have the number erased where it came from."
        ) { invoice, examination in
            for index in invoice.paymentMeans.indices {
                guard let card = invoice.paymentMeans[index].card, CardNumber.isUnmasked(card) else { continue }
                examination.report(at: \.paymentMeans[index].card, expected: "no card number")
            }
        },
        ValidationRule(
            "invoice.taxNumbers",
            "Tax numbers have the form and the check digits of their country.",
            actor: .dataSteward,
            remedy: "Correct the number; only the register knows whether it was given to the party.",
            for: .complete
        ) { invoice, examination in
            for index in invoice.parties?.seller?.taxRegistrations.indices ?? 0..<0 {
                let home = invoice.parties?.seller?.address?.country.map { Jurisdiction($0) }
                guard let number = invoice.parties?.seller?.taxRegistrations[index] else { continue }
                guard let check = number.check(home: home), check.isRefused else { continue }
                examination.report(
                    at: \.parties.seller.taxRegistrations[index].value,
                    expected: check.expectation,
                    observed: number.value
                )
            }
            for index in invoice.parties?.billTo?.taxRegistrations.indices ?? 0..<0 {
                let home = invoice.parties?.billTo?.address?.country.map { Jurisdiction($0) }
                guard let number = invoice.parties?.billTo?.taxRegistrations[index] else { continue }
                guard let check = number.check(home: home), check.isRefused else { continue }
                examination.report(
                    at: \.parties.billTo.taxRegistrations[index].value,
                    expected: check.expectation,
                    observed: number.value
                )
            }
        },
    ]

    private static let accounts: [ValidationRule<Invoice>] = [
        ValidationRule(
            "invoice.iban",
            "An account in SEPA is an IBAN, and an IBAN has the right check digits.",
            actor: .billing,
            remedy: "Correct the number of the account."
        ) { invoice, examination in
            for index in invoice.paymentMeans.indices {
                let isSEPA = invoice.paymentMeans[index].isSEPA
                if let number = invoice.paymentMeans[index].account?.number, !number.isBlank,
                    isSEPA || number.looksLikeIBAN
                {
                    let check = IdentifierScheme.iban.check(number)
                    if check.isRefused {
                        examination.report(
                            at: \.paymentMeans[index].account.number,
                            expected: check.expectation,
                            observed: number
                        )
                    }
                }
                guard let number = invoice.paymentMeans[index].debitedAccount?.number, !number.isBlank else { continue }
                guard isSEPA || number.looksLikeIBAN else { continue }
                let check = IdentifierScheme.iban.check(number)
                guard check.isRefused else { continue }
                examination.report(
                    at: \.paymentMeans[index].debitedAccount.number,
                    expected: check.expectation,
                    observed: number
                )
            }
        },
        ValidationRule(
            "invoice.bic",
            "A bank in SEPA is named by its BIC.",
            actor: .billing,
            remedy: "Correct the bank's BIC, or leave it out: the IBAN is enough."
        ) { invoice, examination in
            for index in invoice.paymentMeans.indices where invoice.paymentMeans[index].isSEPA {
                guard let bank = invoice.paymentMeans[index].account?.bank, !bank.isBlank else { continue }
                let check = IdentifierScheme.bic.check(bank)
                guard check.isRefused else { continue }
                examination.report(at: \.paymentMeans[index].account.bank, expected: check.expectation, observed: bank)
            }
        },
        ValidationRule(
            "invoice.creditor",
            "A SEPA direct debit names the creditor by an identifier that is right.",
            actor: .finance,
            remedy: "Add the creditor identifier of the issuer.",
            for: .complete
        ) { invoice, examination in
            for index in invoice.paymentMeans.indices {
                let way = invoice.paymentMeans[index]
                guard way.isListed, way.means.code == "59" else { continue }
                guard let creditor = way.creditor, !creditor.isBlank else {
                    examination.report(at: \.paymentMeans[index].creditor, expected: "the creditor identifier")
                    continue
                }
                let check = IdentifierScheme.sepaCreditor.check(creditor)
                guard check.isRefused else { continue }
                examination.report(
                    at: \.paymentMeans[index].creditor,
                    expected: check.expectation,
                    observed: creditor
                )
            }
        },
        ValidationRule(
            "invoice.paymentReference",
            "A creditor reference, RF, has the right check digits.",
            actor: .billing,
            remedy: "Make the reference anew.",
            check: { invoice, examination in
                for index in invoice.paymentMeans.indices {
                    guard let reference = invoice.paymentMeans[index].reference, reference.hasPrefix("RF") else {
                        continue
                    }
                    let check = IdentifierScheme.creditorReference.check(reference)
                    guard case .wrongCheckDigit = check else { continue }
                    examination.report(
                        at: \.paymentMeans[index].reference,
                        expected: check.expectation,
                        observed: reference
                    )
                }
            }
        ),
    ]
}

extension IdentifierCheck {
    /// What a finding expects, without the digits that were found.
    fileprivate var expectation: String {
        switch self {
        case .wrongForm(let expected): expected
        case .wrongCheckDigit(let expected?, _): "check digits \(expected)"
        case .wrongCheckDigit(nil, _): "digits that have a check digit"
        case .unknownCountry: "the letters of a country in front"
        case .valid, .notChecked: "a number"
        }
    }
}

extension PaymentMeans {
    fileprivate var isSEPA: Bool { isListed && (means.code == "58" || means.code == "59") }
}

extension String {
    /// Whether a text begins as an IBAN does: two letters of a country and two digits.
    fileprivate var looksLikeIBAN: Bool {
        var bytes = utf8.prefix(4).makeIterator()
        let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")
        let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
        guard let first = bytes.next(), let second = bytes.next(), let third = bytes.next(), let fourth = bytes.next()
        else {
            return false
        }
        return letters.contains(first) && letters.contains(second) && digits.contains(third) && digits.contains(fourth)
    }
}
