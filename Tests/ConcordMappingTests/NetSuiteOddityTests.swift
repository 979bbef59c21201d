import Concord
@testable import ConcordMapping
import Testing

/// What NetSuite does not send, but might: every value of every fixture in turn as something else.
@Suite("NetSuite: odd values")
struct NetSuiteOddityTests {
    private static let oddities = [
        "null", "true", "-1.50", "1e40", "\"\"", "\"x\"", "{}", "[{}]", "{\"id\":null}",
    ]

    @Test func customers() throws { try check(NetSuite.customer, "customer") }
    @Test func jobs() throws { try check(NetSuite.job, "job") }
    @Test func employees() throws { try check(NetSuite.employee, "employee") }
    @Test func serviceSaleItems() throws { try check(NetSuite.serviceSaleItem, "service-sale-item") }
    @Test func timeBills() throws { try check(NetSuite.timeBill, "time-bill") }
    @Test func invoices() throws { try check(NetSuite.invoice, "invoice") }
    @Test func creditMemos() throws { try check(NetSuite.creditMemo, "credit-memo") }
    @Test func customerPayments() throws { try check(NetSuite.customerPayment, "customer-payment") }
    @Test func salesOrders() throws { try check(NetSuite.salesOrder, "sales-order") }
    @Test func customerRows() throws { try check(NetSuite.customerRow, "suiteql-customer") }
    @Test func invoiceRows() throws { try check(NetSuite.invoiceRow, "suiteql-invoice") }

    /// Every leaf is accounted for, and a record that is accepted goes back as it came.
    private func check<Target: CanonicalRecord>(_ mapping: Mapping<Target>, _ fixture: String) throws {
        let context = try NetSuiteTrial<Target>.context()
        for object in try NetSuiteFixture.objects(fixture) {
            let bytes = Array(object.utf8)
            for member in try WalkedJSON(bytes).members where member.pointer != "" {
                for oddity in Self.oddities {
                    var odd = bytes
                    odd.replaceSubrange(member.value, with: Array(oddity.utf8))
                    let comment: Comment = "\(mapping.name) \(member.pointer) as \(oddity)"
                    var coverage = Coverage()
                    let mapped = odd.withUnsafeBufferPointer { mapping.read($0, in: context, coverage: &coverage) }
                    #expect(coverage.isBalanced, comment)
                    guard mapped.isAcceptable else { continue }
                    #expect(coverage.unknown == 0, comment)
                    #expect(coverage.leaves == (try WalkedJSON(odd)).leafCount, comment)
                    let records = try mapped.records()
                    let (back, issues) = try mapping.write(records, onto: odd, in: context)
                    #expect(back == odd, comment)
                    #expect(issues == [], comment)
                    for record in records { #expect(try Target(json: record.json()) == record, comment) }
                }
            }
        }
    }
}
