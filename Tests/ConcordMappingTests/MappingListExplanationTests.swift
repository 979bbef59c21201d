import Concord
import Testing

/// Tables and explanations of mappings with lists in them.
@Suite("Explanations of lists")
struct MappingListExplanationTests {
    private struct Parcel: CanonicalRecord {
        var id: RecordID<Parcel>
        var header: RecordHeader
        var lines: [Line] = []
        var remainder = Remainder()

        struct Line: Record {
            var number: Int
            var unit: UnitCode?
            var amount: Money?
            var remainder = Remainder()

            static let schema = RecordSchema("parcel-line", blank: Line(number: 0)) {
                Field("number", \.number)
                Field("unit", \.unit)
                Field("amount", \.amount)
            }
        }

        static let schema = RecordSchema("parcel", version: 1, blank: Parcel(id: .placeholder, header: .placeholder)) {
            Field("id", \.id)
            Field("header", \.header)
            Field("lines", \.lines, key: \.number)
        }

        static let units = Crosswalk("units", unmapped: .reject, [.init("h", "HUR"), .init("d", "DAY")])

        static let mapping = Mapping<Parcel>("test/parcel", version: 1, object: "parcel") { rule in
            rule.identity("/id", version: "/stamp", object: "parcel")
            rule.each("/items", to: \.lines, key: "/n") { line in
                line.same("/n", to: \.number)
                line.asking(units) { units in
                    .convert(
                        "units",
                        ["/u"],
                        to: "unit",
                        law: .iso,
                        note: "crosswalk units",
                        read: { input, record in
                            guard let code: String = input.value(0) else { return }
                            record.unit = units.target(of: code).flatMap { try? UnitCode($0) }
                        },
                        write: nil
                    )
                }
                line.money(amount: "/sum", currency: "^/currency", to: \.amount)
                line.drop("/links", because: "they lead to pages")
                line.keepRest()
            }
            rule.keepRest()
        }
    }

    private let payload = #"""
        {"id":"7","currency":"EUR","items":[{"n":1,"u":"h","sum":10.50},
          {"n":2,"u":"d","sum":"x","links":[],"colour":"red"}]}
        """#

    @Test func rulesOfItemsAreRows() {
        let rows = Parcel.mapping.table.rows
        #expect(
            rows.map(\.target) == [
                "id", "lines", "lines[].number", "lines[].unit", "lines[].amount", "",
                "header.remarks.unmapped", "header.remarks.unmapped",
            ]
        )
        let unit = rows.first { $0.target == "lines[].unit" }
        #expect(unit?.sources == ["/items/*/u"])
        #expect(unit?.type == "unit")
        #expect(unit?.crosswalks == ["units"])
        #expect(unit?.onUnknown == .reject)
        #expect(rows.first { $0.target == "lines[].amount" }?.sources == ["/items/*/sum", "/currency"])
    }

    @Test func itemsAreExplainedOneByOne() throws {
        let context = try MappingLawsTests.context()
        let units = Parcel.mapping.explain(payload, in: context, target: "lines[].unit")
        #expect(units.fields.map(\.path) == ["lines[0].unit", "lines[1].unit"])
        let second = Parcel.mapping.explain(payload, in: context, target: "lines[1].unit")
        let unit = try #require(second.fields.first { $0.rule?.target == "lines[].unit" })
        #expect(unit.value == "\"DAY\"")
        #expect(unit.inputs.map(\.pointer) == ["/items/1/u"])
        #expect(unit.lookups.map(\.row?.target) == ["DAY"])
        let refused = Parcel.mapping.explain(payload, in: context, target: "lines[1].amount")
        let amount = try #require(refused.fields.first { $0.rule?.target == "lines[].amount" })
        #expect(amount.value == nil)
        #expect(amount.issues.count == 1)
    }

    @Test func valuesOfItemsGoSomewhere() throws {
        let context = try MappingLawsTests.context()
        func outcome(_ pointer: String) -> [Coverage.Disposition?] {
            Parcel.mapping.explain(payload, in: context, source: pointer).sources.map(\.disposition)
        }
        #expect(outcome("/items/0/sum") == [.mapped])
        #expect(outcome("/items/1/links") == [.dropped])
        #expect(outcome("/items/1/colour") == [.kept])
        #expect(outcome("/items/0/colour") == [])
        let sum = Parcel.mapping.explain(payload, in: context, source: "/items/0/sum")
        #expect(sum.sources.first?.fields.map(\.path) == ["lines[0].amount"])
        #expect(sum.sources.first?.fields.first?.value == #"{"amount":"10.50","currency":"EUR"}"#)
    }
}
