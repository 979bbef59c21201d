internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues
extension InvoiceRules {
    /// What the customer holds back.
    static let retention: [ValidationRule<Invoice>] = [
        .arithmetic(
            "invoice.retentionTotal",
            "The retention in the totals is what is held back.",
            remedy: "Compute the totals again."
        ) { tolerance in
            { invoice, examination in
                guard let totals = invoice.totals else { return }
                guard totals.retention != nil || invoice.retention != nil else { return }
                examination.expect(
                    totals.retention ?? .zero(invoice.currency),
                    at: \.totals.retention,
                    toBe: "what is held back",
                    within: tolerance
                ) { () throws(ValueError) in invoice.retention?.held.amount ?? .zero }
            }
        },
        .arithmetic(
            "invoice.retentionHeld",
            "What is held back is its share of the total without tax.",
            weight: .warning,
            remedy: "Compute what is held back again; a firm that holds back of the total with tax switches this off."
        ) { tolerance in
            { invoice, examination in
                guard let retention = invoice.retention, let percent = retention.percent else { return }
                guard let base = invoice.totals?.taxExclusive else { return }
                let digits = examination.facts(of: invoice).digits
                examination.expect(
                    retention.held,
                    at: \.retention.held,
                    toBe: "the share of the total without tax",
                    within: tolerance
                ) { () throws(ValueError) in try percent.of(base, scale: digits, rounding: .halfUp).amount }
            }
        },
        .arithmetic(
            "invoice.retentionMovements",
            "What is held back and released is the sum of its movements.",
            actor: .finance,
            remedy: "Add the movement that is missing."
        ) { tolerance in
            { invoice, examination in
                guard let retention = invoice.retention, !retention.movements.isEmpty else { return }
                examination.expect(
                    retention.held,
                    at: \.retention.held,
                    toBe: "the sum of what was held back",
                    within: tolerance
                ) { () throws(ValueError) in try retention.moved(.held) }
                examination.expect(
                    retention.released ?? .zero(invoice.currency),
                    at: \.retention.released,
                    toBe: "the sum of what was released",
                    within: tolerance
                ) { () throws(ValueError) in try retention.moved(.released) }
            }
        },
        ValidationRule(
            "invoice.retentionReleased",
            "No more is released than was held back.",
            actor: .finance,
            remedy: "Correct what was released."
        ) { invoice, examination in
            guard let retention = invoice.retention, let released = retention.released else { return }
            if released.amount <= retention.held.amount { return }
            examination.report(
                at: \.retention.released,
                expected: "at most what was held back",
                value: retention.held,
                observed: released
            )
        },
        ValidationRule(
            "invoice.retentionTerms",
            "The share that is held back is the one that the contract agrees.",
            actor: .billing,
            remedy: "Hold back what the contract says.",
            for: .complete
        ) { invoice, examination in
            guard let percent = invoice.retention?.percent, let contract = examination.find(invoice.contract) else {
                return
            }
            var agreed: [Percentage] = []
            if let percent = contract.retention?.percent { agreed.append(percent) }
            for line in contract.lines where invoice.lines.contains(where: { $0.contractLine == line.id }) {
                if let percent = line.retention?.percent { agreed.append(percent) }
            }
            if agreed.contains(where: { $0.percent.isNumericallyEqual(to: percent.percent) }) { return }
            examination.report(
                at: \.retention.percent,
                expected: agreed.isEmpty ? "no retention, because none is agreed" : "the share that is agreed",
                value: agreed.first,
                observed: percent,
                related: "contract \(contract.id)"
            )
        },
    ]
}

extension InvoiceRetention {
    /// The sum of the movements of one kind.
    fileprivate func moved(_ kind: RetentionMovementKind) throws(ValueError) -> ExactDecimal {
        var sum = ExactDecimal.zero
        for movement in movements where movement.kind == kind { sum = try sum + movement.amount.amount }
        return sum
    }
}
