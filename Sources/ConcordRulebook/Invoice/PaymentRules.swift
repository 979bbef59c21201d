internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension InvoiceRules {
    /// How the invoice may be paid.
    static let payment: [ValidationRule<Invoice>] = [
        .published(
            "BR-50",
            "An account that is transferred to has a number.",
            remedy: "Fill in the IBAN or the account's number."
        ) { invoice, examination in
            for (index, way) in invoice.paymentMeans.enumerated() where way.isCreditTransfer {
                guard let account = way.account, account.number.isBlank else { continue }
                examination.report(at: \.paymentMeans[index].account.number, expected: "the number of the account")
            }
        },
        .published(
            "BR-61",
            "A credit transfer names the account to pay to.",
            remedy: "Add the account of the issuer.",
            for: .complete
        ) { invoice, examination in
            for (index, way) in invoice.paymentMeans.enumerated() where way.isCreditTransfer && way.account == nil {
                examination.report(at: \.paymentMeans[index].account, expected: "the account to pay to")
            }
        },
        .published(
            "PEPPOL-EN16931-R061",
            "A direct debit names the mandate.",
            actor: .finance,
            remedy: "Add the reference of the customer's mandate.",
            for: .complete
        ) { invoice, examination in
            for (index, way) in invoice.paymentMeans.enumerated() where way.isDirectDebit {
                guard way.mandate?.isBlank ?? true else { continue }
                examination.report(at: \.paymentMeans[index].mandate, expected: "the reference of the mandate")
            }
        },
        ValidationRule(
            "invoice.paymentAccount",
            "What is to be paid by the customer can be paid: there is a way to pay.",
            weight: .warning,
            actor: .billing,
            remedy: "Add the account of the issuer, or another way to pay.",
            for: .complete
        ) { invoice, examination in
            guard invoice.paymentMeans.isEmpty, invoice.type.isCredit == false, invoice.type != .intercompany else {
                return
            }
            guard let payable = invoice.totals?.payable, !payable.isZero, !payable.isNegative else { return }
            examination.report(at: \.paymentMeans, expected: "a way to pay")
        },
    ]
}

extension PaymentMeans {
    /// Whether it is a credit transfer, by UNTDID 4461: 30, or in SEPA 58.
    var isCreditTransfer: Bool { isListed && (means.code == "30" || means.code == "58") }

    /// Whether it is a direct debit, by UNTDID 4461: 49, or in SEPA 59.
    var isDirectDebit: Bool { isListed && (means.code == "49" || means.code == "59") }

    /// Whether the code is from UNTDID 4461, as far as is said.
    var isListed: Bool { means.system == nil || means.system == "untdid:4461" || means.system == "untdid/4461" }
}
