import Concord
import Testing

@Suite("Overlays upon the items of lists")
struct MappingOverlayListTests {
    private static func overlay(_ rules: String, more: String = "") throws -> ConfigurationDocument<MappingOverlay> {
        let text = #"{"overlay":"o","version":1,"extends":"netsuite/invoice",\#(more)"rules":[\#(rules)]}"#
        return try MappingOverlay.document(ConfigurationFile(text, name: "o.json"))
    }

    private static func lines() throws -> Mapping<Invoice> {
        let file = ConfigurationFile(try CrosswalkTests.fixture("halden-marsh-lines.json"), name: "lines.json")
        let document = try MappingOverlay.document(file) { try? CrosswalkTests.fixture($0) }
        return try NetSuite.invoice.overlaid(by: [document])
    }

    private static func payload(_ lines: String, _ more: String = "") -> String {
        #"{"id":"90210","tranId":"INV-1","entity":{"id":"4711"},"subsidiary":{"id":"2"},"tranDate":"2026-05-31",\#(more)"#
            + #""currency":{"id":"4","refName":"Euro"},"status":{"id":"Open","refName":"Open"},"#
            + #""item":{"totalResults":1,"items":[\#(lines)]}}"#
    }

    private static let line =
        #"{"line":1,"itemType":{"id":"GiftCert"},"description":"d","amount":-5.00,"custcol_practice":" Rail "}"#

    @Test func aCrosswalkOfItemsIsExtended() throws {
        let context = try MappingLawsTests.context()
        let base = NetSuite.invoice.read(Self.payload(Self.line), in: context)
        #expect(base.allIssues.contains { $0.code == .unknownCode && $0.source == "/item/items/0/itemType/id" })
        let mapped = try Self.lines().read(Self.payload(Self.line), in: context)
        let item = try #require(mapped.drafts.first?.value.lines.first)
        // The row ended before the day of the run.
        #expect(item.kind == .fee)
        #expect(item.revenueAccount?.code == "4010")
        #expect(item.revenueAccount?.system == "line-account")
        var earlier = context
        earlier.codesAsOf = try LocalDate("2026-03-31")
        let then = try Self.lines().read(Self.payload(Self.line), in: earlier)
        #expect(then.drafts.first?.value.lines.first?.kind.rawValue == "advance")
        #expect(!then.allIssues.contains { $0.code == .unknownCode })
    }

    @Test func whatIsSetInItemsIsWrittenBack() throws {
        let context = try MappingLawsTests.context()
        let payload = Array(Self.payload(Self.line).utf8)
        let mapping = try Self.lines()
        var records = payload.withUnsafeBufferPointer { mapping.read($0, in: context) }.drafts.map(\.value)
        #expect(try mapping.write(records, onto: payload, in: context).object == payload)
        records[0].lines[0].revenueAccount?.code = "4100"
        let result = try mapping.write(records, onto: payload, in: context)
        #expect(result.issues == [])
        #expect(String(decoding: result.object, as: UTF8.self).contains(#""custcol_practice":"Tax"}"#))
    }

    @Test func itemsAreAccountedFor() throws {
        var coverage = Coverage()
        let context = try MappingLawsTests.context()
        let text = Self.payload(
            Self.line + #",{"line":2,"amount":1.00,"itemType":{"id":"Service"},"custcol_practice":"Sea"}"#
        )
        let bytes = Array(text.utf8)
        _ = try bytes.withUnsafeBufferPointer { try Self.lines().read($0, in: context, coverage: &coverage) }
        #expect(coverage.isBalanced)
        let uses = Dictionary(uniqueKeysWithValues: coverage.crosswalks.map { ($0.crosswalk.name, $0) })
        #expect(uses["line-account"]?.hits == [1, 0, 0])
        #expect(uses["line-account"]?.unseen["Sea"]?.example.pointer == "/item/items/1/custcol_practice")
        #expect(uses["netsuite-item-type"]?.lookups == 2)
        #expect(uses["netsuite-item-type"]?.unseen["GiftCert"]?.lapse == "ended on 2026-03-31")
        let offset = try #require(uses["line-account"]?.unseen["Sea"]?.example.position.offset)
        #expect(String(decoding: bytes[offset...].prefix(5), as: UTF8.self) == "\"Sea\"")
    }

    @Test func defaultsDropsConditionsAndTheObjectAround() throws {
        let mapping = try NetSuite.invoice.overlaid(by: [
            Self.overlay(
                """
                {"set":"lines[].note","from":"/item/items/*/custcol_note",
                 "when":"source['/item/items/*/custcol_kind'] == 'x' && source.memo == 'M'","because":"b"},
                {"set":"lines[].purchaseOrder.number","from":"/otherRefNum","because":"one order, all lines"},
                {"default":"lines[].note","value":"none","because":"b"},
                {"drop":"/item/items/*/custcol_old","because":"retired"}
                """
            )
        ])
        let text = Self.payload(
            #"{"line":1,"amount":1.00,"custcol_note":"N","custcol_kind":"x","custcol_old":1},"#
                + #"{"line":2,"amount":1.00,"custcol_note":"N","custcol_kind":"y"}"#,
            #""memo":"M","otherRefNum":"PO-1","#
        )
        var coverage = Coverage()
        let bytes = Array(text.utf8)
        let context = try MappingLawsTests.context()
        let mapped = bytes.withUnsafeBufferPointer { mapping.read($0, in: context, coverage: &coverage) }
        let lines = try #require(mapped.drafts.first?.value.lines)
        #expect(lines.map(\.note) == ["N", "none"])
        #expect(lines.map(\.purchaseOrder?.number) == ["PO-1", "PO-1"])
        #expect(coverage.isBalanced)
        #expect(coverage.fields["/item/items/*/custcol_old"]?.disposition == .dropped)
        #expect(coverage.fields["/item/items/*/custcol_old"]?.note == "retired")
    }

    @Test func theTableSaysWhoseTheRulesAre() throws {
        let difference = try Self.lines().table.difference(from: NetSuite.invoice.table)
        try expectGolden(difference.description + "\n", "overlay-list-difference.txt")
    }

    /// Each mistake with what is said of it.
    static let mistakes: [(name: String, rule: String)] = [
        ("no such field", #"{"set":"lines[].nott","from":"/item/items/*/custcol_a","because":"b"}"#),
        ("no such list", #"{"set":"line[].note","from":"/item/items/*/custcol_a","because":"b"}"#),
        ("no list", #"{"set":"number[].note","from":"/item/items/*/custcol_a","because":"b"}"#),
        ("a source of another list", #"{"set":"lines[].note","from":"/expense/items/*/custcol_a","because":"b"}"#),
        ("no such source", #"{"set":"lines[].note","from":"/item/items/*/descripton","because":"b"}"#),
        ("no such source around", #"{"set":"lines[].note","from":"/mmemo","because":"b"}"#),
        ("a source of another type", #"{"set":"lines[].note","from":"/item/items/*/isClosed","because":"b"}"#),
        ("a source that is read", #"{"drop":"/item/items/*/description","because":"b"}"#),
        ("no such source to drop", #"{"drop":"/item/items/*/descr","because":"b"}"#),
        ("no such code", #"{"extend":"netsuite-item-type","rows":[["Expense","expens"]],"because":"b"}"#),
        ("no such table", #"{"extend":"netsuite-item-types","rows":[["Expense","expense"]],"because":"b"}"#),
        ("a loss unsaid", #"{"set":"lines[].item","from":"/item/items/*/custcol_a","via":["trim"],"because":"b"}"#),
        ("a default of another type", #"{"default":"lines[].amount.amount","value":"much","because":"b"}"#),
        ("a field within a reference", #"{"set":"lines[].note","from":"/item/items/*/item/name","because":"b"}"#),
        ("a whole reference", #"{"set":"lines[].note","from":"/item/items/*/item","because":"b"}"#),
    ]

    @Test func mistakesAreSaidBeforeAnyObjectIsRead() throws {
        var text = ""
        for (name, rule) in Self.mistakes {
            let refusal = #expect(throws: ConfigurationRefusal.self, "\(name)") {
                _ = try NetSuite.invoice.overlaid(by: [Self.overlay("\n \(rule)")])
            }
            text += "# \(name)\n\(refusal.map { "\($0)" } ?? "accepted")\n\n"
        }
        try expectGolden(text, "overlay-list-mistakes.txt")
    }
}
