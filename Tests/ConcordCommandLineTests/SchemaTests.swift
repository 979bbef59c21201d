#if CommandLine
import ConcordSchema
import Testing

@testable import ConcordCommandLine

@Suite("concord schema")
struct SchemaTests {
    @Test("All records, each in a line or more, within the width", arguments: [60, 80, 100, 200])
    func list(columns: Int) {
        let result = Shell.run("schema", "list", columns: columns)
        #expect(result.status == 0)
        #expect(result.lines.first == "RECORD                FIELDS  WHAT IT IS")
        #expect(result.lines.filter { $0.contains(#/\/[0-9]+ /#) }.count == 15)
        #expect(result.lines.allSatisfy { $0.count <= columns })
    }

    @Test("Every record's table holds every field", arguments: SchemaCatalogue.records.map(\.name))
    func show(name: String) throws {
        let record = try SchemaCatalogue.record(named: name)
        let result = Shell.run("schema", "show", name, columns: 120)
        #expect(result.status == 0)
        #expect(result.lines.allSatisfy { $0.count <= 120 })
        for field in record.fields {
            #expect(result.lines.contains { $0 == field.name || $0.hasPrefix("\(field.name) ") }, "\(field.name)")
        }
    }

    @Test("A field's line says type, need, sensitivity and meaning")
    func line() {
        let result = Shell.run("schema", "show", "customer", columns: 160)
        #expect(result.lines.first == "customer/3")
        let name = result.lines.first { $0.hasPrefix("name ") }
        #expect(name?.contains(" required ") == true)
        let narrow = Shell.run("schema", "show", "customer/3", columns: 70)
        #expect(narrow.lines.count > result.lines.count)
    }

    @Test("A record of numbers says their units, and one without has no column for them")
    func units() throws {
        let entry = Shell.run("schema", "show", "time-entry", columns: 160)
        #expect(entry.lines.contains { $0.hasPrefix("FIELD ") && $0.contains(" UNIT ") })
        let worked = try #require(entry.lines.first { $0.hasPrefix("worked ") })
        #expect(worked.contains(" minute "))
        #expect(!Shell.run("schema", "show", "invoice-allocation").output.contains(" UNIT "))
        #expect(Shell.run("schema", "export", "time-entry").output.contains(#""x-concord-unit": "MIN""#))
    }

    @Test("Nested records below, as deep as asked for")
    func depth() {
        let flat = Shell.run("schema", "show", "time-entry")
        #expect(flat.output.contains("Nested records (--depth 1 shows them): record-header"))
        let nested = Shell.run("schema", "show", "time-entry", "--depth", "1")
        #expect(nested.lines.contains("record-header"))
        #expect(nested.output.contains("Nested records (--depth 2 shows them):"))
        let all = Shell.run("schema", "show", "time-entry", "--depth", "9")
        #expect(!all.output.contains("--depth"))
    }

    @Test("A name that nobody knows")
    func unknown() {
        let result = Shell.run("schema", "show", "timeentrie")
        #expect(result.status == 64)
        #expect(
            result.errors.hasPrefix(
                "concord: there is no record \"timeentrie\"; did you mean \"time-entry\"?\nThe records are customer,"
            )
        )
    }
}
#endif
