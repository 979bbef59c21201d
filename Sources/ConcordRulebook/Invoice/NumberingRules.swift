internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues
extension InvoiceRules {
    /// Numbers that are given once.
    static let numbering: [ValidationRule<Invoice>] = [
        ValidationRule(
            "invoice.numberUnique",
            "An issuer gives each number to one invoice.",
            actor: .billing,
            remedy: "Number the invoice anew, or merge what is one invoice twice.",
            for: .ready(for: .post)
        ) { invoice, examination in
            guard let key = invoice.numberKey, let others = examination.all(Invoice.self) else { return }
            for other in others where other.id != invoice.id && other.numberKey == key {
                examination.report(
                    at: \.number,
                    expected: "a number that the issuer has not given to another invoice",
                    observed: invoice.number,
                    related: "invoice \(other.id)"
                )
            }
        }
    ]
}
