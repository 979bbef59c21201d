internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension InvoiceLine {
    /// Whether the line bills something: it has words only, or is a tax, otherwise.
    var isBilled: Bool { kind != .text && kind != .tax }
}

extension InvoiceRules {
    /// What each line has.
    static let lines: [ValidationRule<Invoice>] = [
        .published("BR-16", "An invoice has a line.", remedy: "Add what is billed.", for: .complete) {
            invoice,
            examination in
            if invoice.lines.isEmpty { examination.report(at: \.lines, expected: "at least one line") }
        },
        .published("BR-21", "A line has a number.", remedy: "Number the line.", for: .complete) {
            invoice,
            examination in
            for index in invoice.lines.indices where invoice.lines[index].number.isBlank {
                examination.report(at: \.lines[index].number, expected: "the line's number")
            }
        },
        .published(
            "BR-22",
            "A line says how much is billed.",
            remedy: "Set the quantity; an agreed price is 1 lump sum, LS.",
            for: .complete
        ) { invoice, examination in
            for index in invoice.lines.indices where invoice.lines[index].quantity == nil {
                if invoice.lines[index].isBilled {
                    examination.report(at: \.lines[index].quantity, expected: "a quantity")
                }
            }
        },
        .published("BR-24", "A line has an amount.", remedy: "Compute the line.", for: .complete) {
            invoice,
            examination in
            for index in invoice.lines.indices where invoice.lines[index].amount == nil {
                if invoice.lines[index].isBilled {
                    examination.report(at: \.lines[index].amount, expected: "an amount")
                }
            }
        },
        .published(
            "BR-25",
            "A line says in words what is billed.",
            remedy: "Describe what is billed in the customer's words.",
            for: .complete
        ) { invoice, examination in
            for index in invoice.lines.indices where invoice.lines[index].description.isBlank {
                examination.report(at: \.lines[index].description, expected: "what is billed")
            }
        },
        .published("BR-26", "A line has a price.", remedy: "Set the price of a unit.", for: .complete) {
            invoice,
            examination in
            for index in invoice.lines.indices where invoice.lines[index].unitPrice == nil {
                if invoice.lines[index].isBilled {
                    examination.report(at: \.lines[index].unitPrice, expected: "a price")
                }
            }
        },
        .published(
            "BR-CO-04",
            "A line says how it is taxed.",
            actor: .finance,
            remedy: "Set the tax category; what no tax knows is outside its scope.",
            for: .complete
        ) { invoice, examination in
            for index in invoice.lines.indices where invoice.lines[index].taxes.isEmpty {
                if invoice.lines[index].isBilled {
                    examination.report(at: \.lines[index].taxes, expected: "a tax category")
                }
            }
        },
        .published(
            "BR-CO-20",
            "The period of a line has a start or an end.",
            remedy: "Set a day of the period, or leave the period out."
        ) { invoice, examination in
            for index in invoice.lines.indices {
                guard let service = invoice.lines[index].service, service == .always else { continue }
                examination.report(at: \.lines[index].service, expected: "the first or the last day")
            }
        },
        .published(
            "PEPPOL-EN16931-R110",
            "What a line bills does not begin before the period of the invoice.",
            remedy: "Widen the invoice's period, or correct the line's."
        ) { invoice, examination in
            guard let first = invoice.service?.from else { return }
            for index in invoice.lines.indices {
                guard let start = invoice.lines[index].service?.from, start < first else { continue }
                examination.report(
                    at: \.lines[index].service,
                    expected: "a day in the invoice's period",
                    value: first,
                    observed: start
                )
            }
        },
        .published(
            "PEPPOL-EN16931-R111",
            "What a line bills does not end after the period of the invoice.",
            remedy: "Widen the invoice's period, or correct the line's."
        ) { invoice, examination in
            guard let last = invoice.service?.through else { return }
            for index in invoice.lines.indices {
                guard let end = invoice.lines[index].service?.through, end > last else { continue }
                examination.report(
                    at: \.lines[index].service,
                    expected: "a day in the invoice's period",
                    value: last,
                    observed: end
                )
            }
        },
        ValidationRule(
            "invoice.lineNumbers",
            "Each line of an invoice has a number and an identity of its own.",
            actor: .billing,
            remedy: "Number the lines anew."
        ) { invoice, examination in
            for index in invoice.lines.indices {
                for earlier in 0..<index {
                    if invoice.lines[earlier].id == invoice.lines[index].id {
                        examination.report(
                            at: \.lines[index].id,
                            expected: "an identity that no other line has",
                            observed: invoice.lines[index].id
                        )
                        break
                    }
                    if invoice.lines[earlier].number == invoice.lines[index].number {
                        examination.report(
                            at: \.lines[index].number,
                            expected: "a number that no other line has",
                            observed: invoice.lines[index].number
                        )
                        break
                    }
                }
            }
        },
        ValidationRule(
            "invoice.textLines",
            "A line of words bills nothing.",
            actor: .billing,
            remedy: "Take the amount away, or say what the line bills."
        ) { invoice, examination in
            for index in invoice.lines.indices where invoice.lines[index].kind == .text {
                guard let amount = invoice.lines[index].amount, !amount.isZero else { continue }
                examination.report(at: \.lines[index].amount, expected: "no amount", observed: amount)
            }
        },
    ]
}
