import Concord
@testable import ConcordMapping
import Testing

@Suite("NetSuite: invoices and credit memos")
struct NetSuiteTransactionTests {
    private static let worked = [
        "documentStatus", "postingStatus", "paymentStatus", "totals", "accountingPeriod", "lines[", "contract",
        "corrects",
    ]

    @Test(arguments: 0..<2)
    func invoicesKeepTheLaws(index: Int) throws {
        let trial = try NetSuiteTrial(NetSuite.invoice, fixture: "invoice", index)
        try trial.check()
        try trial.checkAnew(but: Set(Self.worked))
    }

    @Test(arguments: 0..<2)
    func creditMemosKeepTheLaws(index: Int) throws {
        let trial = try NetSuiteTrial(NetSuite.creditMemo, fixture: "credit-memo", index)
        try trial.check()
        try trial.checkAnew(but: Set(Self.worked))
    }

    @Test func invoicesAreRead() throws {
        let invoice = try NetSuiteTrial(NetSuite.invoice, fixture: "invoice").record()
        #expect(invoice.id.text == "netsuite:test/invoice/90210")
        #expect(invoice.number == "INV-2026-0311")
        #expect(invoice.type == .standard)
        #expect(invoice.documentStatus == .issued)
        #expect(invoice.postingStatus == .posted)
        #expect(invoice.paymentStatus == .partlyPaid)
        #expect(invoice.approval?.state == .approved)
        #expect(invoice.issuer.text == "netsuite:test/subsidiary/2")
        #expect(invoice.soldTo.text == "netsuite:test/customer/4711")
        #expect(invoice.projects.map(\.text) == ["netsuite:test/job/6001"])
        #expect(invoice.contract?.text == "netsuite:test/salesOrder/80100")
        #expect(invoice.issueDate?.description == "2026-05-31")
        #expect(invoice.dueDate?.description == "2026-06-30")
        #expect(invoice.service?.from?.description == "2026-05-01")
        #expect(invoice.accountingPeriod == "May 2026")
        #expect(invoice.purchaseOrders.map(\.number) == ["PO-77120"])
        #expect(invoice.notes == ["Vielen Dank für Ihren Auftrag."])
        #expect(invoice.currency == .eur)
        #expect(invoice.paymentTerms?.name == "Net 30")
        let totals = try #require(invoice.totals)
        #expect(totals.lineTotal?.description == "11880.00 EUR")
        #expect(totals.allowanceTotal?.description == "120.0 EUR")
        #expect(totals.taxExclusive.description == "11760.00 EUR")
        #expect(totals.taxTotal.description == "2234.40 EUR")
        #expect(totals.payable.description == "13994.40 EUR")
        #expect(totals.outstanding?.description == "9994.40 EUR")
    }

    @Test func linesAreRead() throws {
        let lines = try NetSuiteTrial(NetSuite.invoice, fixture: "invoice").record().lines
        #expect(lines.map(\.id.text) == [1, 4, 7].map { "netsuite:test/invoice/90210/\($0)" })
        #expect(lines.map(\.number) == ["1", "4", "7"])
        #expect(lines.map(\.kind) == [.fee, .material, .discount])
        #expect(lines.map(\.description) == ["Beratung Mai", "Messgerät", "Rabatt"])
        #expect(lines.map { $0.item?.code } == ["301", "455", "12"])
        #expect(lines.map { $0.quantity?.value.description } == ["60.0", "2", nil])
        #expect(lines.map { $0.unitPrice?.description } == ["165 EUR", "990.00 EUR", nil])
        #expect(lines.map { $0.amount?.description } == ["9900.00 EUR", "1980.00 EUR", "-120.00 EUR"])
        #expect(lines.map { $0.dimensions.map(\.name) } == [["department", "class"], ["location"], []])
    }

    @Test func creditMemosAreRead() throws {
        let credit = try NetSuiteTrial(NetSuite.creditMemo, fixture: "credit-memo").record()
        #expect(credit.type == .creditNote)
        #expect(credit.corrects.map(\.text) == ["netsuite:test/invoice/90210"])
        #expect(credit.paymentStatus == .paid)
        #expect(credit.lines.map { $0.amount?.description } == ["165.00 EUR"])
        #expect(credit.totals?.taxInclusive.description == "196.35 EUR")
        let other = try NetSuiteTrial(NetSuite.creditMemo, fixture: "credit-memo", 1).record()
        #expect(other.corrects == [])
        #expect(other.issuer.text == "netsuite:test/subsidiary/1")
        #expect(other.currency == .usd)
    }

    @Test func invoicesAreChangedWhereTheyChanged() throws {
        let trial = try NetSuiteTrial(NetSuite.invoice, fixture: "invoice")
        try trial.change(["/tranId"]) { $0.number = "INV-1" }
        try trial.change(["/entity/id"]) { $0.soldTo = "netsuite:test/customer/4713" }
        try trial.change(["/subsidiary/id"]) { $0.issuer = "netsuite:test/subsidiary/5" }
        try trial.change(["/dueDate"]) { $0.dueDate = try LocalDate("2026-07-15") }
        try trial.change(["/tranDate"]) { $0.issueDate = try LocalDate("2026-06-01") }
        try trial.change(["/approvalStatus/id"]) { $0.approval = Approval(.rejected) }
        try trial.change(["/otherRefNum"]) { $0.purchaseOrders = [PurchaseOrderReference("PO-1")] }
        try trial.change(["/message"]) { $0.notes = ["Danke"] }
        try trial.change(["/createdFrom/id"]) { $0.contract = "netsuite:test/salesOrder/80101" }
        try trial.change(["/item/items/0/rate"]) { $0.lines[0].unitPrice = Money(try ExactDecimal("170.00"), .eur) }
        try trial.change(["/item/items/1/amount"]) { $0.lines[1].amount = Money(try ExactDecimal("1900"), .eur) }
        try trial.change(["/item/items/1/description"]) { $0.lines[1].description = "Messgerät, geeicht" }
        try trial.change(["/item/items/0/quantity"]) { $0.lines[0].quantity = Quantity(try ExactDecimal("61"), .one) }
        try trial.change(["/item/items/0/class/id", "/item/items/0/class/refName"]) {
            $0.lines[0].dimensions[1] = Dimension("class", Coding("3", system: "netsuite/class", display: "Export"))
        }
        try trial.refuses { $0.documentStatus = .void }
        try trial.refuses { $0.totals?.taxTotal = Money(.zero, .eur) }
        try trial.refuses { $0.lines[0].quantity = Quantity(try ExactDecimal("7.5"), .day) }
    }

    @Test func linesKeepTheirColumnsWhenOthersComeAndGo() throws {
        let trial = try NetSuiteTrial(NetSuite.invoice, fixture: "invoice")
        var record = try trial.record()
        let added = InvoiceLine(id: "netsuite:test/invoice/90210/8", number: "8", kind: .fee, description: "Reise") {
            $0.amount = Money(.one, .eur)
            $0.item = Coding("99", system: "netsuite/item", display: "Reisekosten")
        }
        let removed = record.lines.remove(at: 1)
        record.lines.append(added)
        let (bytes, issues) = try trial.mapping.write([record], onto: Array(trial.payload.utf8), in: trial.context)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(issues == [])
        #expect(!text.contains("custcol_serial"))
        let before = try WalkedJSON(trial.payload)
        let after = try WalkedJSON(text)
        for (old, new) in [("/item/items/0", "/item/items/0"), ("/item/items/2", "/item/items/1")] {
            #expect(before[old].map(before.text) == after[new].map(after.text))
        }
        #expect(after["/item/items/2/line"].map(after.text) == "8")
        #expect(after["/item/items/2/amount"].map(after.text) == "1")
        #expect(after["/custbody_reviewer/id"].map(after.text) == "\"70\"")
        // And back again: what was taken out has lost what only NetSuite knew of it.
        record.lines.insert(removed, at: 1)
        record.lines.removeLast()
        let (again, _) = try trial.mapping.write([record], onto: Array(trial.payload.utf8), in: trial.context)
        #expect(String(decoding: again, as: UTF8.self) == trial.payload)
    }

    @Test func listsThatDidNotComeAreReported() throws {
        let trial = try NetSuiteTrial(NetSuite.invoice, fixture: "invoice", 1)
        let link = #"{"id":"1","entity":{"id":"2"},"item":{"links":[{"rel":"self","href":"https://x"}]}}"#
        #expect(trial.issues(link).map(\.code.rawValue) == ["netsuite.notExpanded"])
        #expect(trial.issues(link).map(\.severity) == [.error])
        let part = #"{"id":"1","entity":{"id":"2"},"item":{"items":[],"hasMore":true}}"#
        #expect(trial.issues(part).map(\.source) == ["/item/hasMore"])
    }

    @Test func mistakesInLinesAreSaidWithTheirPlace() throws {
        let trial = try NetSuiteTrial(NetSuite.invoice, fixture: "invoice", 1)
        func issues(_ line: String) -> [String] {
            trial.issues(#"{"id":"1","entity":{"id":"2"},"item":{"items":[\#(line)]}}"#)
                .map { "\($0.severity) \($0.source ?? "") \($0.path)" }
        }
        #expect(issues(#"{"amount":1}"#) == ["error /item/items/0/line lines[0].id"])
        #expect(issues(#"{"line":"one"}"#) == ["error /item/items/0/line lines[0].id"])
        #expect(issues(#"{"line":1,"amount":"ten"}"#) == ["error /item/items/0/amount lines[0].amount"])
        #expect(
            issues(#"{"line":1,"itemType":{"id":"Hologram"}}"#) == ["warning /item/items/0/itemType/id lines[0].kind"]
        )
    }
}
