internal import ConcordConfiguration
internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

extension Invoice {
    /// The amounts that should be in the invoice's own currency and are as asked, with their places.
    func amounts(where isMeant: (Money) -> Bool) -> [(path: RecordPath, amount: Money)] {
        var found: [(path: RecordPath, amount: Money)] = []
        func visit<Value>(
            _ amount: Money?,
            _ place: @autoclosure () -> KeyPath<Place<Invoice, Invoice>, Place<Invoice, Value>>
        ) {
            guard let amount, isMeant(amount) else { return }
            found.append((Place()[keyPath: place()].path, amount))
        }
        for index in lines.indices {
            visit(lines[index].amount, \.lines[index].amount)
            visit(lines[index].unitPrice, \.lines[index].unitPrice)
            visit(lines[index].grossUnitPrice, \.lines[index].grossUnitPrice)
            visit(lines[index].discount?.amount, \.lines[index].discount.amount)
            visit(lines[index].progress?.previouslyInvoiced, \.lines[index].progress.previouslyInvoiced)
            for item in lines[index].taxes.indices {
                visit(lines[index].taxes[item].taxable, \.lines[index].taxes[item].taxable)
                visit(lines[index].taxes[item].amount, \.lines[index].taxes[item].amount)
            }
            for item in lines[index].allowancesCharges.indices {
                visit(lines[index].allowancesCharges[item].amount, \.lines[index].allowancesCharges[item].amount)
                visit(lines[index].allowancesCharges[item].base, \.lines[index].allowancesCharges[item].base)
            }
        }
        for index in allowancesCharges.indices {
            visit(allowancesCharges[index].amount, \.allowancesCharges[index].amount)
            visit(allowancesCharges[index].base, \.allowancesCharges[index].base)
        }
        for index in taxBreakdown.indices {
            visit(taxBreakdown[index].taxable, \.taxBreakdown[index].taxable)
            visit(taxBreakdown[index].amount, \.taxBreakdown[index].amount)
        }
        for index in withholdings.indices {
            visit(withholdings[index].taxable, \.withholdings[index].taxable)
            visit(withholdings[index].amount, \.withholdings[index].amount)
        }
        if let totals {
            visit(totals.lineTotal, \.totals.lineTotal)
            visit(totals.allowanceTotal, \.totals.allowanceTotal)
            visit(totals.chargeTotal, \.totals.chargeTotal)
            visit(totals.taxExclusive, \.totals.taxExclusive)
            visit(totals.taxTotal, \.totals.taxTotal)
            visit(totals.taxInclusive, \.totals.taxInclusive)
            visit(totals.withholding, \.totals.withholding)
            visit(totals.prepaid, \.totals.prepaid)
            visit(totals.retention, \.totals.retention)
            visit(totals.rounding, \.totals.rounding)
            visit(totals.payable, \.totals.payable)
            visit(totals.outstanding, \.totals.outstanding)
        }
        for index in instalments.indices {
            visit(instalments[index].amount, \.instalments[index].amount)
            visit(instalments[index].paid, \.instalments[index].paid)
            visit(instalments[index].discount?.amount, \.instalments[index].discount.amount)
        }
        for index in earlyDiscounts.indices { visit(earlyDiscounts[index].amount, \.earlyDiscounts[index].amount) }
        for index in applications.indices {
            visit(applications[index].amount, \.applications[index].amount)
            visit(applications[index].discountTaken, \.applications[index].discountTaken)
            visit(applications[index].withheld, \.applications[index].withheld)
            visit(applications[index].writtenOff, \.applications[index].writtenOff)
        }
        for index in writeOffs.indices { visit(writeOffs[index].amount, \.writeOffs[index].amount) }
        if let retention {
            visit(retention.held, \.retention.held)
            visit(retention.released, \.retention.released)
            for index in retention.movements.indices {
                visit(retention.movements[index].amount, \.retention.movements[index].amount)
            }
        }
        return found
    }
}
