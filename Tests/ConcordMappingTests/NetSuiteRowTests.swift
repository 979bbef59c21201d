import Concord
@testable import ConcordMapping
import Testing

@Suite("NetSuite: rows of SuiteQL")
struct NetSuiteRowTests {
    @Test(arguments: 0..<2)
    func rowsKeepTheLaws(index: Int) throws {
        try NetSuiteTrial(NetSuite.customerRow, fixture: "suiteql-customer", index).check()
        try NetSuiteTrial(NetSuite.invoiceRow, fixture: "suiteql-invoice", index).check()
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
