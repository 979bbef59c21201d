internal import ConcordModel
internal import ConcordSchema
internal import ConcordValidation
internal import ConcordValues

/// What an invoice uses of a limit.
struct LimitUse {
    let invoice: Invoice
    /// The contract line that the limit is on; nil if it is on the contract.
    let line: RecordID<ContractLine>?

    /// The place that findings name: the first line that uses the limit.
    var path: RecordPath {
        guard let line, let index = invoice.lines.firstIndex(where: { $0.contractLine == line }) else {
            return Place<Invoice, Invoice>().lines.path
        }
        return Place<Invoice, Invoice>().lines[index].amount.path
    }

    /// What is used in money, this invoice included; nil if it cannot be summed.
    func amount(of limit: BillingLimit) -> ExactDecimal? {
        guard let billed = invoice.sum(where: { isUsed(limit, by: $0) }), !billed.isZero else { return nil }
        return try? (limit.consumedAmount?.amount ?? .zero).adding(billed)
    }

    /// What is used in the limit's unit, this invoice included; nil if it cannot be summed.
    func quantity(of limit: BillingLimit) -> ExactDecimal? {
        guard let unit = limit.quantity?.unit else { return nil }
        var sum = limit.consumedQuantity.flatMap { $0.unit == unit ? $0.value : nil } ?? .zero
        var isUsed = false
        for index in invoice.lines.indices where self.isUsed(limit, by: invoice.lines[index]) {
            guard let quantity = invoice.lines[index].quantity, quantity.unit == unit else { continue }
            guard let next = try? sum.adding(quantity.value) else { return nil }
            (sum, isUsed) = (next, true)
        }
        return isUsed ? sum : nil
    }

    private func isUsed(_ limit: BillingLimit, by item: InvoiceLine) -> Bool {
        if let line, item.contractLine != line { return false }
        if let project = limit.project, item.project != project { return false }
        if let task = limit.task, item.task != task { return false }
        if let order = limit.purchaseOrder, line == nil, let named = item.purchaseOrder { return named.number == order }
        return true
    }
}

extension Invoice {
    /// Whether the invoice adds to what is used of limits: it bills, and is not issued and counted yet.
    var addsConsumption: Bool {
        type.isCredit == false && type != .proforma && type != .intercompany && !isIssued
            && documentStatus != .cancelled
    }

    /// The sum of some lines; nil if an amount is in another currency, or the sum cannot be computed.
    func sum(where isMeant: (InvoiceLine) -> Bool) -> ExactDecimal? {
        var sum = ExactDecimal.zero
        for index in lines.indices {
            guard let amount = lines[index].amount, isMeant(lines[index]) else { continue }
            guard amount.currency == currency, let next = try? sum.adding(amount.amount) else { return nil }
            sum = next
        }
        return sum
    }
}

extension Examination<Invoice> {
    /// Shows each limit that the lines of an invoice may use, on their contract lines and on the contract.
    ///
    /// Limits on a role or a resource are left to the time entries, which know who worked, and limits for a period to
    /// those that know what the period has used.
    mutating func forEachLimit(
        of invoice: Invoice,
        _ body: (BillingLimit, LimitUse, RecordID<Contract>, inout Examination<Invoice>) -> Void
    ) {
        guard invoice.addsConsumption, let contract = find(invoice.contract) else { return }
        let day = invoice.issueDate ?? circumstances.today
        func holds(_ limit: BillingLimit) -> Bool {
            limit.role == nil && limit.resource == nil && limit.period == nil && limit.overrunApprovedBy == nil
                && (invoice.service?.from ?? day).isIn(limit.effective)
        }
        for line in contract.lines where invoice.lines.contains(where: { $0.contractLine == line.id }) {
            for limit in line.limits where holds(limit) {
                body(limit, LimitUse(invoice: invoice, line: line.id), contract.id, &self)
            }
        }
        for limit in contract.limits where holds(limit) {
            body(limit, LimitUse(invoice: invoice, line: nil), contract.id, &self)
        }
    }
}

extension LocalDate {
    fileprivate func isIn(_ interval: DateInterval?) -> Bool { interval?.contains(self) ?? true }
}
