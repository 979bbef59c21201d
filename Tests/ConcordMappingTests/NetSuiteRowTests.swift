import Concord
@testable import ConcordMapping
import Testing

@Suite("NetSuite: rows of SuiteQL")
struct NetSuiteRowTests {
    @Test(arguments: 0..<2)
    func rowsKeepTheLaws(index: Int) throws {
        try NetSuiteTrial(NetSuite.customerRow, fixture: "suiteql-customer", index).check()
        try NetSuiteTrial(NetSuite.invoiceRow, fixture: "suiteql-invoice", index).check()
        try NetSuiteTrial(NetSuite.creditMemoRow, fixture: "suiteql-credit-memo", index).check()
        try NetSuiteTrial(NetSuite.jobRow, fixture: "suiteql-job", index).check()
        try NetSuiteTrial(NetSuite.salesOrderRow, fixture: "suiteql-sales-order", index).check()
        try NetSuiteTrial(NetSuite.customerPaymentRow, fixture: "suiteql-customer-payment", index).check()
        try NetSuiteTrial(NetSuite.employeeRow, fixture: "suiteql-employee", index).check()
        try NetSuiteTrial(NetSuite.timeBillRow, fixture: "suiteql-time-bill", index).check()
    }

    @Test func customersAreRead() throws {
        let trial = try NetSuiteTrial(NetSuite.customerRow, fixture: "suiteql-customer")
        let customer = try trial.record()
        // A row and a record of the same object have the same identity.
        #expect(customer.id == (try NetSuiteTrial(NetSuite.customer, fixture: "customer").record().id))
        #expect(customer.name == "Brückner Anlagenbau GmbH")
        #expect(customer.status == .active)
        #expect(customer.parent?.text == "netsuite:test/customer/4700")
        #expect(customer.preferredCurrency == .eur)
        try trial.change(["/entityid"]) { $0.header.displayNumber = "C-1" }
        try trial.change(["/isinactive"]) {
            $0.header.lifecycle = .inactive
            $0.status = .inactive
        }
        try trial.refuses { $0.name = "Neu" }
        let person = try NetSuiteTrial(NetSuite.customerRow, fixture: "suiteql-customer", 1).record()
        #expect(person.name == "Noor van Dael")
        #expect(person.kind == .individual)
        #expect(person.header.lifecycle == .inactive)
        #expect(person.preferredCurrency == .usd)
    }

    @Test func invoicesAreRead() throws {
        let trial = try NetSuiteTrial(NetSuite.invoiceRow, fixture: "suiteql-invoice")
        let invoice = try trial.record()
        #expect(invoice.id.text == "netsuite:test/invoice/90210")
        #expect(invoice.documentStatus == .issued)
        #expect(invoice.postingStatus == .posted)
        #expect(invoice.paymentStatus == .partlyPaid)
        #expect(invoice.currency == .eur)
        #expect(invoice.totals?.taxExclusive.description == "11760.00 EUR")
        #expect(invoice.totals?.outstanding?.description == "9994.40 EUR")
        try trial.change(["/duedate"]) { $0.dueDate = try LocalDate("2026-07-01") }
        let paid = try NetSuiteTrial(NetSuite.invoiceRow, fixture: "suiteql-invoice", 1).record()
        #expect(paid.paymentStatus == .paid)
        #expect(paid.totals == nil)
    }

    @Test func creditMemosAreRead() throws {
        let memo = try NetSuiteTrial(NetSuite.creditMemoRow, fixture: "suiteql-credit-memo").record()
        #expect(memo.id.text == "netsuite:test/creditMemo/90310")
        #expect(memo.type == .creditNote)
        #expect(memo.totals?.taxInclusive.description == "595.00 EUR")
    }

    @Test func ordersAndPaymentsAreRead() throws {
        let order = try NetSuiteTrial(NetSuite.salesOrderRow, fixture: "suiteql-sales-order").record()
        #expect(order.status == .active)
        #expect(order.totalValue?.description == "50000.00 EUR")
        #expect(order.purchaseOrders.first?.number == "4500019921")
        let payment = try NetSuiteTrial(NetSuite.customerPaymentRow, fixture: "suiteql-customer-payment").record()
        #expect(payment.state == .settled)
        #expect(payment.amount.transaction.description == "4000.00 EUR")
        #expect(payment.method.display == "Wire")
    }

    @Test func jobsAreRead() throws {
        let trial = try NetSuiteTrial(NetSuite.jobRow, fixture: "suiteql-job")
        let job = try trial.record()
        #expect(job.name == "Retrofit of the north hall")
        #expect(job.customer?.text == "netsuite:test/customer/4711")
        #expect(job.kind == .client)
        #expect(job.status == .active)
        #expect(job.currency == .eur)
        #expect(job.planned?.description == "2026-03-02/2026-11-30")
        try trial.change(["/companyname"]) { $0.name = "Retrofit of both halls" }
        let own = try NetSuiteTrial(NetSuite.jobRow, fixture: "suiteql-job", 1).record()
        #expect(own.kind == .internal)
        #expect(own.header.lifecycle == .inactive)
    }

    @Test func employeesAreRead() throws {
        let trial = try NetSuiteTrial(NetSuite.employeeRow, fixture: "suiteql-employee")
        let employee = try trial.record()
        #expect(employee.displayName == "Adaeze Okafor")
        #expect(employee.personName?.family == "Okafor")
        #expect(employee.status == .active)
        #expect(employee.manager?.text == "netsuite:test/employee/61")
        try trial.change(["/title"]) { $0.jobTitle = "Partner" }
        #expect(try NetSuiteTrial(NetSuite.employeeRow, fixture: "suiteql-employee", 1).record().status == .inactive)
    }

    @Test func timeIsRead() throws {
        let trial = try NetSuiteTrial(NetSuite.timeBillRow, fixture: "suiteql-time-bill")
        let entry = try trial.record()
        #expect(entry.worked == Minutes(450))
        #expect(entry.billRate?.amount.description == "185.00 USD")
        #expect(entry.billability == .billable)
        #expect(entry.approval.state == .approved)
        #expect(entry.workType.display == "Site survey")
        try trial.change(["/memo"]) { $0.customerDescription = "Survey" }
        let other = try NetSuiteTrial(NetSuite.timeBillRow, fixture: "suiteql-time-bill", 1).record()
        #expect(other.workType.code == "unspecified")
        #expect(other.billingState == .nonBillable)
    }

    @Test(arguments: [#""isinactive":"true""#, #""isinactive":"t""#])
    func flagsThatAreNoneAreReported(flag: String) throws {
        let trial = try NetSuiteTrial(NetSuite.customerRow, fixture: "suiteql-customer")
        #expect(trial.issues("{\"id\":\"1\",\"entityid\":\"A\",\(flag)}").map(\.source) == ["/isinactive"])
    }

    @Test(arguments: ["3/5/2026", "05.03.2026", "5-Mar-2026"])
    func datesOfAUserAreRefused(date: String) throws {
        let trial = try NetSuiteTrial(NetSuite.invoiceRow, fixture: "suiteql-invoice")
        let row = #"{"id":"1","entity":"2","subsidiary":"2","currency":"4","trandate":"\#(date)"}"#
        #expect(trial.issues(row).map(\.source) == ["/trandate"])
    }
}
