internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension InvoiceRules {
    /// What is taken off or put upon the invoice and its lines.
    static let allowances: [ValidationRule<Invoice>] = [
        taxed("BR-32", .allowance, "An allowance on the whole invoice says how it is taxed."),
        taxed("BR-37", .charge, "A charge on the whole invoice says how it is taxed."),
        reasoned("BR-33", .allowance, "An allowance on the whole invoice has a reason."),
        reasoned("BR-38", .charge, "A charge on the whole invoice has a reason."),
        reasonedOnLine("BR-42", .allowance, "An allowance on a line has a reason."),
        reasonedOnLine("BR-44", .charge, "A charge on a line has a reason."),
        .published(
            "PEPPOL-EN16931-R041",
            "An allowance or charge by percentage says what the percentage is of.",
            remedy: "Add the base amount, or leave the percentage out."
        ) { invoice, examination in
            for (index, item) in invoice.allowancesCharges.enumerated() where item.percent != nil && item.base == nil {
                examination.report(at: \.allowancesCharges[index].base, expected: "what the percentage is of")
            }
            for line in invoice.lines.indices where !invoice.lines[line].allowancesCharges.isEmpty {
                for (index, item) in invoice.lines[line].allowancesCharges.enumerated()
                where item.percent != nil && item.base == nil {
                    examination.report(
                        at: \.lines[line].allowancesCharges[index].base,
                        expected: "what the percentage is of"
                    )
                }
            }
        },
        .published(
            "PEPPOL-EN16931-R042",
            "An allowance or charge with a base amount has a percentage.",
            remedy: "Add the percentage, or leave the base amount out."
        ) { invoice, examination in
            for (index, item) in invoice.allowancesCharges.enumerated() where item.percent == nil && item.base != nil {
                examination.report(at: \.allowancesCharges[index].percent, expected: "the percentage of the base")
            }
            for line in invoice.lines.indices where !invoice.lines[line].allowancesCharges.isEmpty {
                for (index, item) in invoice.lines[line].allowancesCharges.enumerated()
                where item.percent == nil && item.base != nil {
                    examination.report(
                        at: \.lines[line].allowancesCharges[index].percent,
                        expected: "the percentage of the base"
                    )
                }
            }
        },
        .published(
            "PEPPOL-EN16931-R040",
            "An allowance or charge by percentage is that percentage of its base.",
            remedy: "Compute the allowance or charge again.",
            standard: "0.02"
        ) { tolerance in
            { invoice, examination in
                let digits = examination.facts(of: invoice).digits
                for (index, item) in invoice.allowancesCharges.enumerated() {
                    guard let percent = item.percent, let base = item.base else { continue }
                    examination.expect(
                        item.amount,
                        at: \.allowancesCharges[index].amount,
                        toBe: "the percentage of the base",
                        within: tolerance
                    ) { () throws(ValueError) in try percent.of(base, scale: digits, rounding: .halfUp).amount }
                }
                for line in invoice.lines.indices where !invoice.lines[line].allowancesCharges.isEmpty {
                    for (index, item) in invoice.lines[line].allowancesCharges.enumerated() {
                        guard let percent = item.percent, let base = item.base else { continue }
                        examination.expect(
                            item.amount,
                            at: \.lines[line].allowancesCharges[index].amount,
                            toBe: "the percentage of the base",
                            within: tolerance
                        ) { () throws(ValueError) in try percent.of(base, scale: digits, rounding: .halfUp).amount }
                    }
                }
            }
        },
        ValidationRule(
            "invoice.allowanceSigns",
            "Allowances and charges are positive; which way they go is said by their kind.",
            actor: .billing,
            remedy: "Make the amount positive, and choose allowance or charge."
        ) { invoice, examination in
            for (index, item) in invoice.allowancesCharges.enumerated() where item.amount.isNegative {
                examination.report(
                    at: \.allowancesCharges[index].amount,
                    expected: "an amount that is not negative",
                    observed: item.amount
                )
            }
            for line in invoice.lines.indices where !invoice.lines[line].allowancesCharges.isEmpty {
                for (index, item) in invoice.lines[line].allowancesCharges.enumerated() where item.amount.isNegative {
                    examination.report(
                        at: \.lines[line].allowancesCharges[index].amount,
                        expected: "an amount that is not negative",
                        observed: item.amount
                    )
                }
            }
        },
        ValidationRule(
            "invoice.allowanceKinds",
            "It is said whether something is taken off or put upon.",
            actor: .integration,
            remedy: "Map the source's code to allowance or charge."
        ) { invoice, examination in
            for (index, item) in invoice.allowancesCharges.enumerated() where !item.kind.isKnown {
                examination.report(
                    at: \.allowancesCharges[index].kind,
                    expected: "allowance or charge",
                    observed: item.kind
                )
            }
            for line in invoice.lines.indices where !invoice.lines[line].allowancesCharges.isEmpty {
                for (index, item) in invoice.lines[line].allowancesCharges.enumerated() where !item.kind.isKnown {
                    examination.report(
                        at: \.lines[line].allowancesCharges[index].kind,
                        expected: "allowance or charge",
                        observed: item.kind
                    )
                }
            }
        },
    ]

    private static func taxed(_ id: String, _ kind: AllowanceChargeKind, _ summary: String) -> ValidationRule<Invoice> {
        .published(id, summary, actor: .finance, remedy: "Set the tax category.", for: .complete) {
            invoice,
            examination in
            for (index, item) in invoice.allowancesCharges.enumerated() where item.kind == kind && item.taxes.isEmpty {
                examination.report(at: \.allowancesCharges[index].taxes, expected: "a tax category")
            }
        }
    }

    private static func reasoned(_ id: String, _ kind: AllowanceChargeKind, _ summary: String) -> ValidationRule<
        Invoice
    > {
        .published(id, summary, remedy: "Add the reason, as a code or in words.", for: .complete) {
            invoice,
            examination in
            for (index, item) in invoice.allowancesCharges.enumerated() where item.kind == kind && item.lacksReason {
                examination.report(at: \.allowancesCharges[index].reason, expected: "a reason or its code")
            }
        }
    }

    private static func reasonedOnLine(
        _ id: String,
        _ kind: AllowanceChargeKind,
        _ summary: String
    ) -> ValidationRule<Invoice> {
        .published(id, summary, remedy: "Add the reason, as a code or in words.", for: .complete) {
            invoice,
            examination in
            for line in invoice.lines.indices where !invoice.lines[line].allowancesCharges.isEmpty {
                for (index, item) in invoice.lines[line].allowancesCharges.enumerated()
                where item.kind == kind && item.lacksReason {
                    examination.report(
                        at: \.lines[line].allowancesCharges[index].reason,
                        expected: "a reason or its code"
                    )
                }
            }
        }
    }
}

extension AllowanceCharge {
    fileprivate var lacksReason: Bool { (reason?.isBlank ?? true) && (reasonCode?.code.isBlank ?? true) }
}
