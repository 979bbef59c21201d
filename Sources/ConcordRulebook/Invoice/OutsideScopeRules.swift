internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension InvoiceRules {
    /// What is outside the scope of tax stands alone on an invoice.
    static let outsideScope: [ValidationRule<Invoice>] = [
        .published(
            "BR-O-11",
            "A row outside the scope of tax is the only row.",
            actor: .finance,
            remedy: "Bill what is taxed on an invoice of its own."
        ) { invoice, examination in
            let facts = examination.facts(of: invoice)
            guard facts.inBreakdown.contains(.outside), invoice.taxBreakdown.count > 1 else { return }
            for (index, row) in invoice.taxBreakdown.enumerated() where VATCategory.of(row.category) != .outside {
                examination.report(
                    at: \.taxBreakdown[index].category,
                    expected: "no other row beside one outside the scope of tax",
                    observed: row.category
                )
            }
        },
        .published(
            "BR-O-12",
            "Beside a row outside the scope of tax every line is outside it.",
            actor: .finance,
            remedy: "Bill what is taxed on an invoice of its own."
        ) { invoice, examination in
            let facts = examination.facts(of: invoice)
            guard facts.inBreakdown.contains(.outside), facts.onLines.containsOthers(than: .outside) else { return }
            for line in invoice.lines.indices {
                for (index, tax) in invoice.lines[line].taxes.enumerated()
                where VATCategory.of(tax.category) != .outside {
                    examination.report(
                        at: \.lines[line].taxes[index].category,
                        expected: "outside the scope of tax",
                        observed: tax.category
                    )
                }
            }
        },
        alone("BR-O-13", .allowance, "Beside a row outside the scope of tax every allowance is outside it."),
        alone("BR-O-14", .charge, "Beside a row outside the scope of tax every charge is outside it."),
    ]

    private static func alone(_ id: String, _ kind: AllowanceChargeKind, _ summary: String) -> ValidationRule<Invoice> {
        .published(
            id,
            summary,
            actor: .finance,
            remedy: "Bill what is taxed on an invoice of its own."
        ) { invoice, examination in
            guard examination.facts(of: invoice).inBreakdown.contains(.outside) else { return }
            for (item, part) in invoice.allowancesCharges.enumerated() where part.kind == kind {
                for (index, tax) in part.taxes.enumerated() where VATCategory.of(tax.category) != .outside {
                    examination.report(
                        at: \.allowancesCharges[item].taxes[index].category,
                        expected: "outside the scope of tax",
                        observed: tax.category
                    )
                }
            }
        }
    }
}
