internal import ConcordConfiguration
public import ConcordModel
internal import ConcordSchema
public import ConcordValidation
internal import ConcordValues

extension Rulebook {
    /// The rules of invoice allocations, the ledger between what was done and what is on invoices.
    public static let invoiceAllocation = RuleSet<InvoiceAllocation> {
        ValidationRule(
            "invoice-allocation.invoiceLine",
            "What is billed, credited or billed again is on a line of an invoice.",
            actor: .billing,
            remedy: "Name the invoice and its line."
        ) { allocation, examination in
            guard allocation.sign != .writeOff, allocation.sign.isKnown else { return }
            guard allocation.invoice == nil || allocation.invoiceLine == nil else { return }
            examination.report(
                at: \.invoiceLine,
                expected: "the invoice and its line",
                observed: allocation.invoiceLine
            )
        }
        ValidationRule(
            "invoice-allocation.notNegative",
            "Amounts of the ledger are not negative; its sign says which way they go.",
            actor: .billing,
            remedy: "Correct the amount, or the sign."
        ) { allocation, examination in
            // The difference that is settled in one sum may go either way.
            guard allocation.amount.isNegative, allocation.sign != .trueUp else { return }
            examination.report(at: \.amount, expected: "an amount that is not negative", observed: allocation.amount)
        }
        ValidationRule.precision("invoice-allocation.precision", actor: .billing) { allocation, search in
            search.look(at: allocation.amount, \.amount)
        }
        ValidationRule(
            "invoice-allocation.creditReverses",
            "A credit says what it takes back.",
            actor: .billing,
            remedy: "Name the allocation that is credited, so that its hours can be billed again."
        ) { allocation, examination in
            guard allocation.sign == .credit, allocation.reverses == nil else { return }
            examination.report(at: \.reverses, expected: "the allocation that is taken back")
        }
        ValidationRule(
            "invoice-allocation.creditWithin",
            "No more is credited than was billed, and for the same work.",
            actor: .billing,
            remedy: "Correct the amount, or which allocation is credited."
        ) { allocation, examination in
            guard allocation.sign == .credit, let other = examination.look(up: allocation.reverses)?.record else {
                return
            }
            if other.source.kind != allocation.source.kind || other.source.id != allocation.source.id {
                examination.report(
                    at: \.source,
                    expected: "the work that was billed",
                    related: "invoice-allocation \(other.id)"
                )
            } else if allocation.amount.exceeds(other.amount) {
                examination.report(
                    at: \.amount,
                    expected: "at most what was billed",
                    value: other.amount,
                    observed: allocation.amount,
                    related: "invoice-allocation \(other.id)"
                )
            }
        }
        ValidationRule.exists(
            "invoice-allocation.reversesExists",
            "The allocation that is taken back exists.",
            \.reverses,
            actor: .billing,
            remedy: "Correct the reference, or bring the allocation in."
        )
        ValidationRule(
            "invoice-allocation.sourceExists",
            "The time or the cost that is billed exists.",
            actor: .billing,
            remedy: "Correct the reference, or bring the record in."
        ) { allocation, examination in
            let isDangling =
                examination.isDangling(allocation.source.timeEntry)
                || examination.isDangling(allocation.source.costTransaction)
            guard isDangling else { return }
            examination.report(at: \.source.id, expected: "a record that exists", observed: allocation.source.id)
        }
        ValidationRule(
            "invoice-allocation.timeBilledOnce",
            "Time is not billed twice: what is billed of an entry, less what was credited, is at most what it has.",
            actor: .billing,
            remedy: "Credit one of the two, or take the entry off the invoice."
        ) { allocation, examination in
            guard let time = allocation.source.timeEntry, let entry = examination.look(up: time)?.record else { return }
            guard let billable = entry.billAmount,
                let all = examination.all(InvoiceAllocation.self, with: \.source.timeEntry, time)
            else { return }
            var balance = ExactDecimal.zero
            for other in all.map(\.record) where other.amount.currency == billable.currency {
                let amount = other.sign == .credit ? other.amount.amount.negated : other.amount.amount
                guard other.sign != .writeOff, let next = try? balance.adding(amount) else { continue }
                balance = next
            }
            guard Money(balance.magnitude, billable.currency).exceeds(billable.magnitude) else { return }
            examination.report(
                at: \.amount,
                expected: "at most what the time is billed with, all allocations together",
                value: billable,
                observed: Money(balance, billable.currency),
                related: "time-entry \(time)"
            )
        }
        ValidationRule(
            "invoice-allocation.writeOffReason",
            "What is written off says why.",
            weight: .approval(.finance),
            actor: .billing,
            remedy: "Enter the reason, or have it approved without one."
        ) { allocation, examination in
            guard allocation.sign == .writeOff, allocation.reason == nil else { return }
            examination.report(at: \.reason, expected: "why it is written off")
        }
        ValidationRule.knownCodes("invoice-allocation.knownCodes") { allocation, search in
            search.look(at: allocation.sign, \.sign)
            search.look(at: allocation.source.kind, \.source.kind)
        }
    }
}
