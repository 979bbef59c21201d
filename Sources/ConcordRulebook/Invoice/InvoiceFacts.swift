internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

/// What many rules need to know of an invoice: its sums, and the categories of tax that it uses.
final class InvoiceFacts: RecordFacts {
    /// What one category of tax is computed from, at one rate.
    struct Group: Sendable {
        let category: VATCategory
        let rate: ExactDecimal?
        var base: InvoiceSum
    }

    /// The decimals of the invoice's currency; two where ISO 4217 does not say.
    let digits: Int

    /// The sum of the lines without tax (EN 16931 BT-106).
    let lineSum: InvoiceSum
    /// The sum of what is taken off the whole invoice (BT-107).
    let allowanceSum: InvoiceSum
    /// The sum of what is put upon the whole invoice (BT-108).
    let chargeSum: InvoiceSum

    /// The categories on lines.
    let onLines: VATCategories
    /// The categories on allowances of the whole invoice.
    let onAllowances: VATCategories
    /// The categories on charges of the whole invoice.
    let onCharges: VATCategories
    /// The categories in the breakdown.
    let inBreakdown: VATCategories

    /// What is taxed, by category and rate, in the order of its first use.
    let groups: [Group]

    init(of invoice: Invoice) {
        digits = invoice.currency.minorUnits ?? 2
        var collector = Collector(currency: invoice.currency, isInclusive: invoice.priceBasis == .inclusive)
        var (lineSum, allowanceSum, chargeSum) = (
            InvoiceSum.known(.zero), InvoiceSum.known(.zero), InvoiceSum.known(.zero)
        )
        var (onLines, onAllowances, onCharges) = (VATCategories(), VATCategories(), VATCategories())
        for index in invoice.lines.indices {
            guard invoice.lines[index].kind != .tax, let amount = invoice.lines[index].amount else { continue }
            lineSum.add(collector.net(amount, invoice.lines[index].taxes))
            collector.add(amount, invoice.lines[index].taxes, sign: false, to: &onLines)
        }
        for index in invoice.allowancesCharges.indices {
            let amount = invoice.allowancesCharges[index].amount
            let isAllowance = invoice.allowancesCharges[index].kind == .allowance
            if isAllowance {
                allowanceSum.add(collector.net(amount, invoice.allowancesCharges[index].taxes))
                collector.add(amount, invoice.allowancesCharges[index].taxes, sign: true, to: &onAllowances)
            } else {
                chargeSum.add(collector.net(amount, invoice.allowancesCharges[index].taxes))
                collector.add(amount, invoice.allowancesCharges[index].taxes, sign: false, to: &onCharges)
            }
        }
        var inBreakdown = VATCategories()
        for index in invoice.taxBreakdown.indices {
            if let category = VATCategory.of(invoice.taxBreakdown[index].category) { inBreakdown.insert(category) }
        }
        (self.lineSum, self.allowanceSum, self.chargeSum) = (lineSum, allowanceSum, chargeSum)
        (self.onLines, self.onAllowances, self.onCharges) = (onLines, onAllowances, onCharges)
        self.inBreakdown = inBreakdown
        groups = collector.groups
    }

    /// Whether anything that is billed is of a category.
    func uses(_ category: VATCategory) -> Bool {
        onLines.contains(category) || onAllowances.contains(category) || onCharges.contains(category)
    }

    /// What is taxed by a category: at one rate, or at all.
    func base(of category: VATCategory, at rate: ExactDecimal? = nil) -> InvoiceSum {
        var sum = InvoiceSum.known(.zero)
        for group in groups where group.category == category {
            if category.isByRate, !InvoiceFacts.isSame(group.rate, rate) { continue }
            sum.add(group.base)
        }
        return sum
    }

    /// Whether two rates are the same number.
    static func isSame(_ left: ExactDecimal?, _ right: ExactDecimal?) -> Bool {
        guard let left, let right else { return left == nil && right == nil }
        return left.isNumericallyEqual(to: right)
    }
}

/// Puts together what is taxed how.
private struct Collector {
    let currency: CurrencyCode
    let isInclusive: Bool
    var groups: [InvoiceFacts.Group] = []

    /// An amount without the tax in it.
    func net(_ amount: Money, _ taxes: [TaxLine]) -> InvoiceSum {
        guard amount.currency == currency else { return .mixed }
        var net = InvoiceSum.known(amount.amount)
        guard isInclusive else { return net }
        for index in taxes.indices {
            guard let tax = taxes[index].amount else { return .untold }
            net.add(tax.amount.negated)
        }
        return net
    }

    /// Adds an amount to the groups of its taxes; each of several taxes on it has a group.
    mutating func add(_ amount: Money, _ taxes: [TaxLine], sign isNegative: Bool, to used: inout VATCategories) {
        for index in taxes.indices {
            guard let category = VATCategory.of(taxes[index].category) else { continue }
            used.insert(category)
            let rate = taxes[index].rate?.percent
            let base: InvoiceSum =
                if let taxable = taxes[index].taxable {
                    taxable.currency == currency ? .known(taxable.amount) : .mixed
                } else {
                    net(amount, taxes)
                }
            if let known = groups.firstIndex(where: { $0.category == category && InvoiceFacts.isSame($0.rate, rate) }) {
                groups[known].base.add(base, isNegative: isNegative)
            } else {
                var group = InvoiceFacts.Group(category: category, rate: rate, base: .known(.zero))
                group.base.add(base, isNegative: isNegative)
                groups.append(group)
            }
        }
    }
}
