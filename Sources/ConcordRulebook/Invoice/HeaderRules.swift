internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension InvoiceRules {
    /// The number, the dates and the references of the document.
    static let header: [ValidationRule<Invoice>] = [
        .published(
            "BR-02",
            "An invoice has a number.",
            remedy: "Number the invoice in the issuer's sequence.",
            for: .ready(for: .post)
        ) { invoice, examination in
            if invoice.number?.isBlank ?? true {
                examination.report(at: \.number, expected: "the number", observed: invoice.number)
            }
        },
        .published(
            "BR-03",
            "An invoice has an issue date.",
            remedy: "Set the day on which the invoice is issued.",
            for: .ready(for: .post)
        ) { invoice, examination in
            if invoice.issueDate == nil { examination.report(at: \.issueDate, expected: "the issue date") }
        },
        .published(
            "BR-CO-03",
            "The tax point is a day or the event that will set it, and not both.",
            remedy: "Keep the day, and leave the event out."
        ) { invoice, examination in
            guard let basis = invoice.taxPointBasis, invoice.taxPointDate != nil else { return }
            examination.report(at: \.taxPointBasis, expected: "no event, because the day is known", observed: basis)
        },
        .published(
            "BR-53",
            "Where tax is declared in another currency, its total in that currency is stated.",
            actor: .finance,
            remedy: "Convert the tax into the currency in which it is declared.",
            for: .complete
        ) { invoice, examination in
            guard let currency = invoice.taxCurrency, currency != invoice.currency else { return }
            guard let totals = invoice.totals, totals.taxTotalInTaxCurrency == nil else { return }
            examination.report(at: \.totals.taxTotalInTaxCurrency, expected: "the tax in \(currency)")
        },
        .published(
            "BR-CO-19",
            "The period of an invoice has a start or an end.",
            remedy: "Set a day of the period, or leave the period out."
        ) { invoice, examination in
            guard let service = invoice.service, service.from == nil, service.through == nil else { return }
            guard invoice.taxPointBasis == nil else { return }
            examination.report(at: \.service, expected: "the first or the last day")
        },
        .published(
            "BR-CO-25",
            "If something is to be paid, the invoice says by when.",
            remedy: "Set the due date or the payment terms.",
            for: .complete
        ) { invoice, examination in
            guard let payable = invoice.totals?.payable, !payable.isNegative, !payable.isZero else { return }
            guard invoice.dueDate == nil, invoice.paymentTerms == nil, invoice.type.isCredit != true else { return }
            examination.report(at: \.dueDate, expected: "a due date, or payment terms")
        },
        .published(
            "BR-52",
            "An attachment can be named: by a number, a title, a file name or a place.",
            remedy: "Give the attachment a number or a title."
        ) { invoice, examination in
            for index in invoice.attachments.indices {
                let attachment = invoice.attachments[index]
                guard attachment.id == nil, attachment.number == nil, attachment.title == nil else { continue }
                guard attachment.fileName == nil, attachment.location == nil, attachment.url == nil else { continue }
                examination.report(at: \.attachments[index], expected: "a number, a title, a file name or a place")
            }
        },
        .published(
            "BR-55",
            "A preceding invoice that is named has a number.",
            remedy: "Fill in the number of the preceding invoice, or leave the reference out."
        ) { invoice, examination in
            for index in invoice.precedingInvoices.indices where invoice.precedingInvoices[index].number.isBlank {
                examination.report(at: \.precedingInvoices[index].number, expected: "the number of the invoice")
            }
        },
    ]
}

extension String {
    /// Whether the text holds nothing but spaces.
    var isBlank: Bool { utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 } }
}
