import Concord
import Testing

/// Each mapping of NetSuite's as the table that an analyst reads, the rules of lists below the list's own.
@Suite("NetSuite: mapping tables")
struct NetSuiteTableTests {
    @Test func customers() throws { try PackTrial.expectWholeTable(NetSuite.customer) }
    @Test func jobs() throws { try PackTrial.expectWholeTable(NetSuite.job) }
    @Test func employees() throws { try PackTrial.expectWholeTable(NetSuite.employee) }
    @Test func serviceSaleItems() throws { try PackTrial.expectWholeTable(NetSuite.serviceSaleItem) }
    @Test func timeBills() throws { try PackTrial.expectWholeTable(NetSuite.timeBill) }
    @Test func invoices() throws { try PackTrial.expectWholeTable(NetSuite.invoice) }
    @Test func creditMemos() throws { try PackTrial.expectWholeTable(NetSuite.creditMemo) }
    @Test func customerPayments() throws { try PackTrial.expectWholeTable(NetSuite.customerPayment) }
    @Test func salesOrders() throws { try PackTrial.expectWholeTable(NetSuite.salesOrder) }

    @Test func customerRows() throws { try PackTrial.expectWholeTable(NetSuite.customerRow) }
    @Test func invoiceRows() throws { try PackTrial.expectWholeTable(NetSuite.invoiceRow) }
    @Test func creditMemoRows() throws { try PackTrial.expectWholeTable(NetSuite.creditMemoRow) }
    @Test func jobRows() throws { try PackTrial.expectWholeTable(NetSuite.jobRow) }
    @Test func employeeRows() throws { try PackTrial.expectWholeTable(NetSuite.employeeRow) }
    @Test func timeBillRows() throws { try PackTrial.expectWholeTable(NetSuite.timeBillRow) }
    @Test func salesOrderRows() throws { try PackTrial.expectWholeTable(NetSuite.salesOrderRow) }
    @Test func customerPaymentRows() throws { try PackTrial.expectWholeTable(NetSuite.customerPaymentRow) }
}

extension PackTrial {
    /// The mapping as the table that an analyst reads, with the rules for the items of lists.
    static func expectWholeTable<Target: CanonicalRecord>(_ mapping: Mapping<Target>) throws {
        var text = "# \(mapping.tag)\n\n"
        text += "`\(mapping.object)`, \(mapping.api), to `\(Target.schema.description.tag)`"
        text += mapping.keepsRest ? "; what no rule names is kept.\n\n" : "; what no rule names is lost.\n\n"
        text += "| how | source | target | law | note |\n| --- | --- | --- | --- | --- |\n"
        for rule in mapping.rules {
            text += row([rule.word, rule.sources.joined(separator: "<br>"), rule.target, "\(rule.law)", rule.note])
            guard let items = rule.items else { continue }
            for item in items.rows {
                let sources = item.sources.map {
                    $0.hasPrefix("^") ? String($0.dropFirst()) : "\(items.pointer)/*\($0)"
                }
                let target = item.target.isEmpty ? "" : "\(rule.target)[].\(item.target)"
                text += row([item.word, sources.joined(separator: "<br>"), target, "\(item.law)", item.note])
            }
        }
        try expectGolden(text, mapping.name.replacing("/", with: "-") + ".md")
    }

    private static func row(_ cells: [String]) -> String {
        "| \(cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ")) |\n"
    }
}
