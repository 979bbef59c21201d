import Concord
@testable import ConcordMapping
import Testing

@Suite("NetSuite: payments and sales orders")
struct NetSuitePaymentTests {
    // MARK: Payments

    @Test(arguments: 0..<2)
    func paymentsKeepTheLaws(index: Int) throws {
        let trial = try NetSuiteTrial(NetSuite.customerPayment, fixture: "customer-payment", index)
        try trial.check()
        try trial.checkAnew(but: ["state", "accountingPeriod"])
    }

    @Test func paymentsAreRead() throws {
        let payment = try NetSuiteTrial(NetSuite.customerPayment, fixture: "customer-payment").record()
        #expect(payment.id.text == "netsuite:test/customerPayment/91500")
        #expect(payment.header.displayNumber == "PYMT-204")
        #expect(payment.direction == .incoming)
        #expect(payment.method == Coding("8", system: "netsuite/paymentMethod", display: "Überweisung"))
        #expect(payment.state == .settled)
        #expect(payment.amount.transaction.description == "5200.00 EUR")
        #expect(payment.unapplied?.description == "200.00 EUR")
        #expect(payment.receivedOn?.description == "2026-06-12")
        #expect(payment.payer?.text == "netsuite:test/customer/4711")
        #expect(payment.legalEntity?.text == "netsuite:test/subsidiary/2")
        #expect(payment.bankReference == "TRX-88120")
        #expect(payment.remittance == "INV-2026-0311, INV-2026-0298")
        #expect(payment.accountingPeriod == "Jun 2026")
        #expect(
            payment.applications.map(\.invoice.text) == [90210, 90190, 90177].map { "netsuite:test/invoice/\($0)" }
        )
        #expect(payment.applications.map(\.amount.description) == ["4000.00 EUR", "1000 EUR", "0.00 EUR"])
        #expect(payment.applications.map { $0.discountTaken?.description } == ["80.00 EUR", nil, nil])
        #expect(payment.applications.allSatisfy { $0.payment == payment.id })
        let other = try NetSuiteTrial(NetSuite.customerPayment, fixture: "customer-payment", 1).record()
        #expect(other.method.code == "unspecified")
        #expect(other.amount.transaction.description == "75 USD")
        #expect(other.applications == [])
    }

    @Test func paymentsAreChangedWhereTheyChanged() throws {
        let trial = try NetSuiteTrial(NetSuite.customerPayment, fixture: "customer-payment")
        try trial.change(["/tranId"]) { $0.header.displayNumber = "P-1" }
        try trial.change(["/payment"]) { $0.amount = MoneyInContext(Money(try ExactDecimal("5300.00"), .eur)) }
        try trial.change(["/tranDate"]) { $0.receivedOn = try LocalDate("2026-06-13") }
        try trial.change(["/customer/id"]) { $0.payer = "netsuite:test/customer/4713" }
        try trial.change(["/checkNum"]) { $0.bankReference = "TRX-1" }
        try trial.change(["/paymentMethod/id", "/paymentMethod/refName"]) {
            $0.method = Coding("9", system: "netsuite/paymentMethod", display: "Lastschrift")
        }
        try trial.change(["/apply/items/0/amount"]) {
            $0.applications[0].amount = Money(try ExactDecimal("4200"), .eur)
        }
        try trial.change(["/apply/items/2/amount", "/apply/items/2/apply"]) {
            $0.applications[2].amount = Money(try ExactDecimal("200.00"), .eur)
        }
        try trial.refuses { $0.state = .void }
        try trial.refuses { $0.legalEntity = "elsewhere" }
    }

    @Test func applicationsKeepTheirColumnsWhenOthersGo() throws {
        let trial = try NetSuiteTrial(NetSuite.customerPayment, fixture: "customer-payment")
        var record = try trial.record()
        record.applications.remove(at: 0)
        record.applications.swapAt(0, 1)
        let (bytes, issues) = try trial.mapping.write([record], onto: Array(trial.payload.utf8), in: trial.context)
        #expect(issues == [])
        let before = try WalkedJSON(trial.payload)
        let after = try WalkedJSON(bytes)
        for (old, new) in [("/apply/items/2", "/apply/items/0"), ("/apply/items/1", "/apply/items/1")] {
            #expect(before[old].map(before.text) == after[new].map(after.text))
        }
    }

    // MARK: Sales orders

    @Test(arguments: 0..<2)
    func salesOrdersKeepTheLaws(index: Int) throws {
        let trial = try NetSuiteTrial(NetSuite.salesOrder, fixture: "sales-order", index)
        try trial.check()
        try trial.checkAnew(but: ["totalValue"])
    }

    @Test func salesOrdersAreRead() throws {
        let contract = try NetSuiteTrial(NetSuite.salesOrder, fixture: "sales-order").record()
        #expect(contract.number == "SO-2026-044")
        #expect(contract.title == "Leitsystem Passau")
        #expect(contract.type == .order)
        #expect(contract.status == .active)
        #expect(contract.statusReason?.code == "F")
        #expect(contract.customer.text == "netsuite:test/customer/4711")
        #expect(contract.contractingEntity?.text == "netsuite:test/subsidiary/2")
        #expect(contract.opportunity?.text == "netsuite:test/opportunity/5120")
        #expect(contract.effective?.from?.description == "2026-02-01")
        #expect(contract.effective?.through?.description == "2026-11-30")
        #expect(contract.executedOn?.description == "2026-01-20")
        #expect(contract.totalValue?.description == "99000.00 EUR")
        #expect(contract.purchaseOrders.map(\.number) == ["PO-77120"])
        #expect(
            contract.lines.map(\.id.text) == ["netsuite:test/salesOrder/80100/1", "netsuite:test/salesOrder/80100/2"]
        )
        #expect(contract.lines.map(\.description) == ["Beratung", nil])
        #expect(contract.lines.map { $0.lineAmount?.description } == ["79200.00 EUR", "19800.00 EUR"])
        #expect(contract.lines.map { $0.unitPrice?.description } == ["165.00 EUR", "110 EUR"])
        #expect(try NetSuiteTrial(NetSuite.salesOrder, fixture: "sales-order", 1).record().status == .inReview)
    }

    @Test func salesOrdersAreChangedWhereTheyChanged() throws {
        let trial = try NetSuiteTrial(NetSuite.salesOrder, fixture: "sales-order")
        try trial.change(["/tranId"]) { $0.number = "SO-1" }
        try trial.change(["/memo"]) { $0.title = "Neu" }
        try trial.change(["/entity/id"]) { $0.customer = "netsuite:test/customer/4713" }
        try trial.change(["/otherRefNum"]) { $0.purchaseOrders = [PurchaseOrder(number: "PO-2")] }
        try trial.change(["/endDate"]) {
            $0.effective = try DateInterval(from: LocalDate("2026-02-01"), through: LocalDate("2026-12-31"))
        }
        try trial.change(["/orderStatus/id", "/orderStatus/refName"]) {
            $0.statusReason = Coding("H", system: "netsuite/salesOrder.orderStatus", display: "Closed")
            $0.status = .completed
        }
        try trial.change(["/item/items/1/description"]) { $0.lines[1].description = "Schulung" }
        try trial.change(["/item/items/0/rate"]) { $0.lines[0].unitPrice = Money(try ExactDecimal("170"), .eur) }
        try trial.refuses { $0.status = .terminated }
        try trial.refuses { $0.totalValue = nil }
    }
}
