import Concord
@testable import ConcordMapping
import Testing

/// A host's record with a list, as vendors' orders and invoices have it.
struct Basket: CanonicalRecord {
    var id: RecordID<Basket>
    var header: RecordHeader
    var currency: CurrencyCode?
    var lines: [Line] = []
    var remainder = Remainder()

    struct Line: Record {
        var number: Int
        var text: String?
        var amount: Money?
        var remainder = Remainder()

        static let schema = RecordSchema("basket-line", blank: Line(number: 0)) {
            Field("number", \.number)
            Field("text", \.text)
            Field("amount", \.amount)
        }
    }

    static let schema = RecordSchema("basket", version: 1, blank: Basket(id: .placeholder, header: .placeholder)) {
        Field("id", \.id)
        Field("header", \.header)
        Field("currency", \.currency)
        Field("lines", \.lines, key: \.number)
    }

    static let mapping = Mapping<Basket>("test/basket", version: 1, object: "basket") { rule in
        rule.identity("/id", version: "/lastModifiedDate", object: "basket")
        rule.same("/currency/refName", to: \.currency)
        rule.each("/item/items", to: \.lines, key: "/line") { line in
            line.same("/line", to: \.number)
            line.same("/description", to: \.text)
            line.money(amount: "/amount", currency: "^/currency/refName", to: \.amount)
            line.drop("/links", because: "they lead to the request")
            line.keepRest()
        }
        rule.keepRest()
    }
}

@Suite("Mappings of lists")
struct MappingListTests {
    private let mapping = Basket.mapping
    private let payload = #"""
        {"id":"77", "currency":{"id":"4","refName":"EUR"}, "memo":null,
         "item":{"totalResults":3, "items":[
           {"line":1,"description":"Rails","amount":1200.50,"custcol_gauge":"1435","links":[]},
           {"line":2, "description":null, "amount":-10.00},
           {"line":5,"description":"Sleepers","amount":3e2,"custcol_kind":{"id":"9","refName":"oak"}} ]}}
        """#

    private func mapped(_ payload: String) throws -> MappedObject<Basket> {
        mapping.read(payload, in: try MappingLawsTests.context())
    }

    private func written(_ records: [Basket]) throws -> String {
        let context = try MappingLawsTests.context()
        let (bytes, issues) = try mapping.write(records, onto: Array(payload.utf8), in: context)
        #expect(issues == [])
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func itemsAreReadByTheirRules() throws {
        let lines = try #require(try mapped(payload).records().first).lines
        #expect(lines.map(\.number) == [1, 2, 5])
        #expect(lines.map(\.text) == ["Rails", nil, "Sleepers"])
        #expect(lines.map { $0.amount?.description } == ["1200.50 EUR", "-10.00 EUR", "300 EUR"])
    }

    @Test func mistakesAreSaidWithTheirPlace() throws {
        let broken = payload.replacing("-10.00", with: "\"ten\"")
        let issue = try #require(try mapped(broken).allIssues.first)
        #expect(issue.path.description == "lines[1].amount")
        #expect(issue.source == "/item/items/1/amount")
        #expect(issue.rule == "test/basket")
        let place = try #require(issue.position).offset
        #expect(broken.utf8.dropFirst(place).starts(with: "\"ten\"".utf8))
    }

    @Test(arguments: [#"{"line":1}"#, "7", "true", #""many""#])
    func whatIsNoListIsReported(list: String) throws {
        let issues = try mapped(#"{"id":"77","item":{"items":\#(list)}}"#).allIssues
        #expect(issues.map(\.code.rawValue) == ["mapping.sourceType"])
        #expect(issues.map(\.source) == ["/item/items"])
    }

    @Test(arguments: ["7", "null", "[]", #"{"line":1,"line":2}"#])
    func whatIsNoItemIsReported(item: String) throws {
        let issues = try mapped(#"{"id":"77","item":{"items":[{"line":1},\#(item)]}}"#).allIssues
        #expect(issues.map(\.severity) == [.error])
        #expect(issues.map(\.path.description) == ["lines[1]"])
        #expect(issues.map(\.source) == ["/item/items/1"])
    }

    @Test func everyLeafIsAccountedFor() throws {
        var coverage = Coverage()
        let context = try MappingLawsTests.context()
        let bytes = Array(payload.utf8)
        _ = bytes.withUnsafeBufferPointer { mapping.read($0, in: context, coverage: &coverage) }
        #expect(coverage.isBalanced)
        #expect(coverage.leaves == (try WalkedJSON(bytes)).leafCount)
        #expect(coverage.unknown == 0)
        #expect(coverage.fields["/item/items/*/description"]?.note == "lines[].text")
        #expect(coverage.fields["/item/items/*/description"]?.seen == 3)
        #expect(coverage.fields["/item/items/*/description"]?.filled == 2)
        #expect(coverage.fields["/item/items/*/custcol_gauge"]?.disposition == .kept)
        #expect(coverage.fields["/item/items/*/links"]?.disposition == .dropped)
    }

    @Test func whatDidNotChangeStaysAsItIs() throws {
        #expect(try written(try mapped(payload).records()) == payload)
    }

    @Test func oneChangeChangesOneMember() throws {
        var records = try mapped(payload).records()
        records[0].lines[0].text = "Rails, 60 kg/m"
        #expect(try written(records) == payload.replacing("\"Rails\"", with: "\"Rails, 60 kg/m\""))
        records[0].lines[1].text = "Discount"
        let expected = payload.replacing("\"Rails\"", with: "\"Rails, 60 kg/m\"")
            .replacing("\"description\":null", with: "\"description\":\"Discount\"")
        #expect(try written(records) == expected)
    }

    @Test func itemsKeepWhatNoRuleNamesWhenOthersComeAndGo() throws {
        var records = try mapped(payload).records()
        records[0].lines.remove(at: 1)
        records[0].lines.swapAt(0, 1)
        records[0].lines.append(Basket.Line(number: 6, text: "Ballast", amount: Money(try ExactDecimal("80.00"), .eur)))
        let text = try written(records)
        let items = [
            #"{"line":5,"description":"Sleepers","amount":3e2,"custcol_kind":{"id":"9","refName":"oak"}}"#,
            #"{"line":1,"description":"Rails","amount":1200.50,"custcol_gauge":"1435","links":[]}"#,
            #"{"line":6,"description":"Ballast","amount":80.00}"#,
        ]
        #expect(text.contains("\"items\":[" + items.joined(separator: ",") + "]"))
        #expect(try mapped(text).records().first?.lines == records[0].lines)
    }

    @Test func aNewObjectHasWhatWasKept() throws {
        let context = try MappingLawsTests.context()
        let records = try mapped(payload).records()
        let text = mapping.write(records, in: context)
        #expect(text.contains(#""custcol_gauge":"1435""#))
        #expect(text.contains(#""custcol_kind":{"id":"9","refName":"oak"}"#))
        #expect(text.contains(#""totalResults":3"#))
        // What is kept comes back in another order, and is the same.
        let changes = zip(records, try mapped(text).records()).flatMap { $0.changes(to: $1) }
        #expect(changes.map(\.path.description) == ["header.remarks.unmapped"])
    }

    @Test func anEmptyListIsNotAnAbsentOne() throws {
        let empty = try mapped(#"{"id":"77","item":{"items":[]}}"#).records()
        let absent = try mapped(#"{"id":"77"}"#).records()
        let context = try MappingLawsTests.context()
        #expect(mapping.write(empty, in: context) == #"{"id":"77","item":{"items":[]}}"#)
        #expect(mapping.write(absent, in: context) == #"{"id":"77"}"#)
    }

    @Test(arguments: 0..<200)
    func cutsAreAnswered(cut: Int) throws {
        let bytes = Array(payload.utf8)
        let some = Array(bytes.prefix(bytes.count * cut / 200))
        let context = try MappingLawsTests.context()
        let mapped = some.withUnsafeBufferPointer { mapping.read($0, in: context) }
        #expect(!mapped.isAcceptable)
    }
}
