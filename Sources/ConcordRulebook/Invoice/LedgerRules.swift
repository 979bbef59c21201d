internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues
extension InvoiceRules {
    /// Lines and the ledger that says which work they bill.
    static let ledger: [ValidationRule<Invoice>] = [
        ValidationRule(
            "invoice.workInLedger",
            "A line that bills work, costs or a milestone names the ledger entries that say which.",
            actor: .billing,
            remedy: "Bill through the ledger, so that a credit note gives back exactly what it credits.",
            for: .complete
        ) { invoice, examination in
            for index in invoice.lines.indices where invoice.lines[index].allocations.isEmpty {
                let kind = invoice.lines[index].kind
                guard kind == .time || kind == .expense || kind == .milestone else { continue }
                examination.report(at: \.lines[index].allocations, expected: "the entries of the ledger")
            }
        },
        .arithmetic(
            "invoice.ledgerAmount",
            "A line's amount is the sum of its ledger entries.",
            remedy: "Bill the difference or give it back through the ledger, or correct the line.",
            for: .complete
        ) { tolerance in
            { invoice, examination in
                for index in invoice.lines.indices where !invoice.lines[index].allocations.isEmpty {
                    guard let amount = invoice.lines[index].amount else { continue }
                    guard let entries = examination.entries(of: invoice.lines[index]) else { continue }
                    guard entries.allSatisfy({ $0.amount.currency == amount.currency }) else { continue }
                    let isCredit = invoice.type.isCredit == true || amount.isNegative
                    let stated = amount.isNegative ? amount.magnitude : amount
                    examination.expect(
                        stated,
                        at: \.lines[index].amount,
                        toBe: "the sum of the line's ledger entries",
                        within: tolerance
                    ) { () throws(ValueError) in
                        var sum = ExactDecimal.zero
                        for entry in entries where entry.sign != .writeOff {
                            let isGivenBack = entry.sign == .credit
                            sum =
                                isGivenBack == isCredit ? try sum + entry.amount.amount : try sum - entry.amount.amount
                        }
                        return sum
                    }
                }
            }
        },
        ValidationRule(
            "invoice.ledgerQuantity",
            "A line's quantity is the sum of its ledger entries, where those have the same unit.",
            actor: .billing,
            remedy: "Correct the line, or the entries by further entries.",
            for: .complete
        ) { invoice, examination in
            for index in invoice.lines.indices where !invoice.lines[index].allocations.isEmpty {
                guard let quantity = invoice.lines[index].quantity else { continue }
                guard let entries = examination.entries(of: invoice.lines[index]) else { continue }
                guard entries.allSatisfy({ $0.quantity?.unit == quantity.unit }) else { continue }
                let isCredit = invoice.type.isCredit == true || quantity.value.isNegative
                do throws(ValueError) {
                    var sum = ExactDecimal.zero
                    for entry in entries where entry.sign != .writeOff && entry.sign != .trueUp {
                        let part = entry.quantity?.value ?? .zero
                        sum = (entry.sign == .credit) == isCredit ? try sum + part : try sum - part
                    }
                    if sum.isNumericallyEqual(to: quantity.value.magnitude) { continue }
                    examination.report(
                        at: \.lines[index].quantity,
                        expected: "the sum of the line's ledger entries",
                        value: Quantity(sum, quantity.unit),
                        observed: quantity
                    )
                } catch {
                    examination.report(at: \.lines[index].quantity, expected: "a sum that can be computed")
                }
            }
        },
        ValidationRule(
            "invoice.ledgerEntries",
            "The ledger entries that a line names are its own, and bill or give back as the invoice does.",
            actor: .billing,
            remedy: "Name the entries that were made for the line.",
            for: .complete
        ) { invoice, examination in
            for index in invoice.lines.indices {
                for (number, id) in invoice.lines[index].allocations.enumerated() {
                    if case .doesNotExist = examination.related.record(id) {
                        examination.report(
                            at: \.lines[index].allocations[number],
                            expected: "an entry of the ledger",
                            observed: id
                        )
                        continue
                    }
                    guard let entry = examination.find(id) else { continue }
                    if entry.invoice != invoice.id || entry.invoiceLine != invoice.lines[index].id {
                        examination.report(
                            at: \.lines[index].allocations[number],
                            expected: "an entry of this line",
                            observed: id,
                            related: "invoice-allocation \(id)"
                        )
                    }
                    let gives = invoice.type.isCredit == true || invoice.lines[index].amount?.isNegative ?? false
                    if gives == (entry.sign == .credit) || entry.sign == .trueUp { continue }
                    examination.report(
                        at: \.lines[index].allocations[number],
                        expected: gives ? "an entry that gives back" : "an entry that bills",
                        observed: entry.sign,
                        related: "invoice-allocation \(id)"
                    )
                }
            }
        },
        ValidationRule(
            "invoice.ledgerComplete",
            "Every ledger entry of the invoice is named by its line.",
            actor: .billing,
            remedy: "Add the entry to its line, or take it back by a further entry.",
            for: .ready(for: .post)
        ) { invoice, examination in
            guard let entries = examination.all(InvoiceAllocation.self) else { return }
            for entry in entries where entry.invoice == invoice.id {
                guard let line = invoice.lines.firstIndex(where: { $0.id == entry.invoiceLine }) else {
                    examination.report(
                        at: \.lines,
                        expected: "the line of the ledger entry",
                        related: "invoice-allocation \(entry.id)"
                    )
                    continue
                }
                if invoice.lines[line].allocations.contains(entry.id) { continue }
                examination.report(
                    at: \.lines[line].allocations,
                    expected: "all entries of the line",
                    value: entry.id,
                    related: "invoice-allocation \(entry.id)"
                )
            }
        },
    ]
}

extension Examination<Invoice> {
    /// The ledger entries of a line; nil if one of them is not at hand, which is noted, or does not exist.
    fileprivate mutating func entries(of line: InvoiceLine) -> [InvoiceAllocation]? {
        var entries: [InvoiceAllocation] = []
        for id in line.allocations {
            guard let entry = find(id) else { return nil }
            entries.append(entry)
        }
        return entries
    }
}
