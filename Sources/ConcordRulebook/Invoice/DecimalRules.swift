internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension InvoiceRules {
    /// How many decimals amounts are written with: those of the currency's minor unit.
    ///
    /// EN 16931 asks for two at most. Zeros count only beyond two, because systems write yen with `.00`.
    static let decimals: [ValidationRule<Invoice>] = [
        written("BR-DEC-01", "an allowance on the whole invoice") { $1.parts($0, .allowance) },
        written("BR-DEC-02", "the base of an allowance on the whole invoice") { $1.bases($0, .allowance) },
        written("BR-DEC-05", "a charge on the whole invoice") { $1.parts($0, .charge) },
        written("BR-DEC-06", "the base of a charge on the whole invoice") { $1.bases($0, .charge) },
        written("BR-DEC-09", "the sum of the lines") { $1.check($0.totals?.lineTotal, at: \.totals.lineTotal) },
        written("BR-DEC-10", "the sum of the allowances") {
            $1.check($0.totals?.allowanceTotal, at: \.totals.allowanceTotal)
        },
        written("BR-DEC-11", "the sum of the charges") { $1.check($0.totals?.chargeTotal, at: \.totals.chargeTotal) },
        written("BR-DEC-12", "the total without tax") { $1.check($0.totals?.taxExclusive, at: \.totals.taxExclusive) },
        written("BR-DEC-13", "the tax") { $1.check($0.totals?.taxTotal, at: \.totals.taxTotal) },
        written("BR-DEC-14", "the total with tax") { $1.check($0.totals?.taxInclusive, at: \.totals.taxInclusive) },
        written("BR-DEC-15", "the tax in the currency in which it is declared") {
            $1.check($0.totals?.taxTotalInTaxCurrency, at: \.totals.taxTotalInTaxCurrency)
        },
        written("BR-DEC-16", "what was paid before") { $1.check($0.totals?.prepaid, at: \.totals.prepaid) },
        written("BR-DEC-17", "what rounds the amount to be paid") {
            $1.check($0.totals?.rounding, at: \.totals.rounding)
        },
        written("BR-DEC-18", "what is to be paid") { $1.check($0.totals?.payable, at: \.totals.payable) },
        written("BR-DEC-19", "a taxable amount") { invoice, decimals in
            for index in invoice.taxBreakdown.indices {
                decimals.check(invoice.taxBreakdown[index].taxable, at: \.taxBreakdown[index].taxable)
            }
        },
        written("BR-DEC-20", "the tax of a row") { invoice, decimals in
            for index in invoice.taxBreakdown.indices {
                decimals.check(invoice.taxBreakdown[index].amount, at: \.taxBreakdown[index].amount)
            }
        },
        written("BR-DEC-23", "the amount of a line") { invoice, decimals in
            for index in invoice.lines.indices {
                decimals.check(invoice.lines[index].amount, at: \.lines[index].amount)
            }
        },
        written("BR-DEC-24", "an allowance on a line") { $1.lineParts($0, .allowance) },
        written("BR-DEC-25", "the base of an allowance on a line") { $1.lineBases($0, .allowance) },
        written("BR-DEC-27", "a charge on a line") { $1.lineParts($0, .charge) },
        written("BR-DEC-28", "the base of a charge on a line") { $1.lineBases($0, .charge) },
    ]

    private static func written(
        _ id: String,
        _ what: String,
        _ look: @escaping @Sendable (Invoice, inout DecimalCheck) -> Void
    ) -> ValidationRule<Invoice> {
        .published(
            id,
            "The currency's decimals are enough for \(what).",
            remedy: "Round the amount to the currency's minor unit."
        ) { invoice, examination in
            var check = DecimalCheck()
            look(invoice, &check)
            for (path, amount) in check.found {
                let digits = amount.currency.minorUnits ?? 2
                examination.report(path: path, expected: "at most \(digits) decimals", observed: amount)
            }
        }
    }
}

/// Looks for amounts with too many decimals.
private struct DecimalCheck {
    var found: [(path: RecordPath, amount: Money)] = []

    mutating func check<Value>(
        _ amount: Money?,
        at place: @autoclosure () -> KeyPath<Place<Invoice, Invoice>, Place<Invoice, Value>>
    ) {
        guard let amount, amount.amount.scale > 0 else { return }
        let digits = amount.currency.minorUnits ?? 2
        guard amount.amount.scale > digits else { return }
        if amount.amount.scale <= 2, amount.amount.reduced.scale <= digits { return }
        found.append((Place()[keyPath: place()].path, amount))
    }

    mutating func parts(_ invoice: Invoice, _ kind: AllowanceChargeKind) {
        for (index, item) in invoice.allowancesCharges.enumerated() where item.kind == kind {
            check(item.amount, at: \.allowancesCharges[index].amount)
        }
    }

    mutating func bases(_ invoice: Invoice, _ kind: AllowanceChargeKind) {
        for (index, item) in invoice.allowancesCharges.enumerated() where item.kind == kind {
            check(item.base, at: \.allowancesCharges[index].base)
        }
    }

    mutating func lineParts(_ invoice: Invoice, _ kind: AllowanceChargeKind) {
        for line in invoice.lines.indices where !invoice.lines[line].allowancesCharges.isEmpty {
            for (index, item) in invoice.lines[line].allowancesCharges.enumerated() where item.kind == kind {
                check(item.amount, at: \.lines[line].allowancesCharges[index].amount)
            }
        }
    }

    mutating func lineBases(_ invoice: Invoice, _ kind: AllowanceChargeKind) {
        for line in invoice.lines.indices where !invoice.lines[line].allowancesCharges.isEmpty {
            for (index, item) in invoice.lines[line].allowancesCharges.enumerated() where item.kind == kind {
                check(item.base, at: \.lines[line].allowancesCharges[index].base)
            }
        }
    }
}
