import Concord
import Testing

/// The mappings as the tables that an analyst reads; a pull request shows what changes in them.
@Suite("Workday: tables")
struct WorkdayTableTests {
    @Test func workers() throws { try PackTrial.expectWholeTable(Workday.worker) }
    @Test func projects() throws { try PackTrial.expectWholeTable(Workday.project) }
    @Test func invoices() throws { try PackTrial.expectWholeTable(Workday.customerInvoice) }
    @Test func workerRows() throws { try PackTrial.expectWholeTable(Workday.workerReport) }
    @Test func projectRows() throws { try PackTrial.expectWholeTable(Workday.projectReport) }
    @Test func invoiceRows() throws {
        try PackTrial.expectWholeTable(Workday.customerInvoiceReport)
    }
}
