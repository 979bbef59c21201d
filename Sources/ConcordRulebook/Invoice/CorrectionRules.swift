internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues
extension InvoiceRules {
    /// Credit notes and corrections, and the invoices that they are of.
    static let corrections: [ValidationRule<Invoice>] = [
        ValidationRule(
            "invoice.correctsSomething",
            "A credit note or a correction names the invoice that it is of.",
            actor: .billing,
            remedy: "Name the invoice that is given back or corrected.",
            for: .complete
        ) { invoice, examination in
            guard invoice.type == .creditNote || invoice.type == .correction else { return }
            guard invoice.corrects.isEmpty, invoice.precedingInvoices.isEmpty else { return }
            examination.report(at: \.corrects, expected: "the invoice that is given back or corrected")
        },
        ValidationRule(
            "invoice.correctionReason",
            "A credit note or a correction says why.",
            actor: .billing,
            remedy: "Add the reason.",
            for: .complete
        ) { invoice, examination in
            guard invoice.type == .creditNote || invoice.type == .correction, invoice.reason == nil else { return }
            examination.report(at: \.reason, expected: "the reason")
        },
        ValidationRule(
            "invoice.correctedInvoice",
            "The invoice that is corrected exists, was issued before, and is of the same parties and currency.",
            actor: .billing,
            remedy: "Name the invoice that is meant."
        ) { invoice, examination in
            for index in invoice.corrects.indices {
                let id = invoice.corrects[index]
                if id == invoice.id {
                    examination.report(at: \.corrects[index], expected: "another invoice than this one", observed: id)
                    continue
                }
                if case .doesNotExist = examination.related.record(id) {
                    examination.report(at: \.corrects[index], expected: "an invoice that there is", observed: id)
                    continue
                }
                guard let other = examination.find(id), let reason = invoice.unlikeness(to: other) else { continue }
                examination.report(
                    at: \.corrects[index],
                    expected: reason,
                    observed: id,
                    related: "invoice \(other.id)"
                )
            }
        },
        ValidationRule(
            "invoice.creditWithin",
            "A credit note gives back no more than was billed.",
            actor: .billing,
            remedy: "Give back at most what the invoice billed."
        ) { invoice, examination in
            guard invoice.type == .creditNote, invoice.corrects.count == 1 else { return }
            guard let total = invoice.totals?.taxInclusive, let other = examination.find(invoice.corrects[0]) else {
                return
            }
            guard let most = other.totals?.taxInclusive, most.currency == total.currency else { return }
            if total.amount <= most.amount { return }
            examination.report(
                at: \.totals.taxInclusive,
                expected: "at most what was billed",
                value: most,
                observed: total,
                related: "invoice \(other.id)"
            )
        },
        ValidationRule(
            "invoice.creditedLine",
            "A line that gives back names a line of an invoice that is corrected, and gives back no more.",
            actor: .billing,
            remedy: "Name the line that is given back."
        ) { invoice, examination in
            guard invoice.type == .creditNote, invoice.corrects.count == 1 else { return }
            guard invoice.lines.contains(where: { $0.creditsLine != nil }) else { return }
            guard let other = examination.find(invoice.corrects[0]) else { return }
            for index in invoice.lines.indices {
                guard let id = invoice.lines[index].creditsLine else { continue }
                guard let line = other.lines.first(where: { $0.id == id }) else {
                    examination.report(
                        at: \.lines[index].creditsLine,
                        expected: "a line of the corrected invoice",
                        observed: id,
                        related: "invoice \(other.id)"
                    )
                    continue
                }
                guard let amount = invoice.lines[index].amount, let most = line.amount else { continue }
                guard amount.currency == most.currency, amount.amount > most.amount else { continue }
                examination.report(
                    at: \.lines[index].amount,
                    expected: "at most the amount of the line that is given back",
                    value: most,
                    observed: amount,
                    related: "invoice \(other.id)"
                )
            }
        },
        ValidationRule(
            "invoice.prepaymentDeducted",
            "An invoice that deducts what was prepaid names the invoice that asked for it.",
            actor: .billing,
            remedy: "Name the prepayment invoice.",
            for: .complete
        ) { invoice, examination in
            guard let prepaid = invoice.totals?.prepaid, !prepaid.isZero, invoice.precedingInvoices.isEmpty else {
                return
            }
            examination.report(at: \.precedingInvoices, expected: "the prepayment invoice")
        },
    ]
}

extension Invoice {
    /// Why another invoice cannot be the one that this one corrects; nil if it can.
    fileprivate func unlikeness(to other: Invoice) -> String? {
        if other.soldTo != soldTo { return "an invoice of the same customer" }
        if other.issuer != issuer { return "an invoice of the same issuer" }
        if other.currency != currency { return "an invoice in the same currency" }
        if !other.isIssued { return "an invoice that was issued" }
        if let issueDate, let before = other.issueDate, before > issueDate {
            return "an invoice that was issued before"
        }
        return nil
    }
}
