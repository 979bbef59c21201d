#if CommandLine
import ConcordMapping
import ConcordSchema
import Foundation
import Testing

@testable import ConcordCommandLine

@Suite("concord mapping")
struct MappingCommandTests {
    private static let names = Pack.all.map(\.name)

    @Test("All mappings, each in a line or more, within the width", arguments: [80, 100, 200])
    func list(columns: Int) {
        let result = Shell.run("mapping", "list", columns: columns)
        #expect(result.status == 0)
        #expect(result.errors == "")
        #expect(
            result.lines.first?.split(separator: " ").map(String.init) == ["MAPPING", "OBJECT", "LAW", "RULES", "API"]
        )
        #expect(result.lines.allSatisfy { $0.count <= columns })
        #expect(Shell.run("mapping", columns: columns).output == result.output)
    }

    @Test("The list as JSON")
    func listJSON() throws {
        let result = Shell.run("mapping", "list", "--format", "json")
        #expect(result.status == 0)
        let list = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]])
        #expect(list.compactMap { $0["mapping"] as? String } == Self.names)
        #expect(list.compactMap { $0["rules"] as? Int } == Pack.all.map(\.ruleCount))
        #expect(
            list.allSatisfy { Set($0.keys).isSuperset(of: ["version", "object", "api", "law", "record", "system"]) }
        )
    }

    @Test("A table in each form, by name with and without version", arguments: ["markdown", "csv", "json", "html"])
    func table(format: String) throws {
        let table = try Pack.named("salesforce/opportunity").makeTable()
        let result = Shell.run("mapping", "table", "salesforce/opportunity", "--format", format)
        #expect(result.status == 0)
        #expect(result.errors == "")
        let expected =
            switch format {
            case "markdown": table.markdown
            case "csv": table.csv
            case "json": "[\(table.json())]\n"
            default: MappingPage([table]).html
            }
        #expect(result.output == expected)
        #expect(Shell.run("mapping", "table", "salesforce/opportunity@1", "--format", format).output == expected)
    }

    @Test("Without a name, all of them; several in the order of their names")
    func tables() throws {
        let all = Shell.run("mapping", "table")
        for pack in Pack.all { #expect(all.output.contains("# \(pack.mapping)\n")) }
        let two = Shell.run("mapping", "table", "certinia/timecard-header", "salesforce/account", "--format", "json")
        let list = try #require(try JSONSerialization.jsonObject(with: Data(two.output.utf8)) as? [[String: Any]])
        #expect(list.compactMap { $0["mapping"] as? String } == ["certinia/timecard-header", "salesforce/account"])
    }

    @Test("Into a file")
    func file() throws {
        let path = try Shell.temporary()
        let result = Shell.run("mapping", "table", "--format", "html", "--output", path)
        #expect(result.status == 0)
        #expect(result.output == "")
        #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("<!doctype html>"))
        let nowhere = Shell.run("mapping", "table", "--output", "/nowhere/t.md")
        #expect(nowhere.status == 73)
        #expect(nowhere.errors == "concord: cannot write /nowhere/t.md: no such file or directory\n")
    }

    @Test("Against earlier tables")
    func against() throws {
        let json = Shell.run("mapping", "table", "salesforce/opportunity", "--format", "json").output
        let same = try Shell.temporary(json)
        let other = try Shell.temporary(json.split(separator: "/Amount").joined(separator: "/Sum"))
        let plain = Shell.run("mapping", "table", "salesforce/opportunity").output
        let name = "salesforce/opportunity"
        let unchanged = Shell.run("mapping", "table", name, "--against", same)
        #expect(unchanged.output == "\(plain)\n```\n\(name)@1 has the rules of \(name)@1\n```\n")
        let changed = Shell.run("mapping", "table", name, "--against", other)
        #expect(changed.status == 0)
        #expect(changed.output.contains("\n    source: /Sum; /CurrencyIsoCode → /Amount; /CurrencyIsoCode\n"))
        let page = Shell.run("mapping", "table", name, "--format", "html", "--against", other)
        #expect(page.output.contains("<option>changed</option>"))
        #expect(Shell.run("mapping", "table", "--format", "csv", "--against", other).status == 64)
        let none = Shell.run("mapping", "table", "--against", try Shell.temporary("[{}]"))
        #expect(none.status == 65)
        #expect(none.output == "")
        #expect(none.errors.hasSuffix("at byte 0, expected a mapping's table as JSON, with the member \"rules\"\n"))
        #expect(Shell.run("mapping", "table", "--against", try Shell.temporary("Id;Name")).status == 65)
        #expect(Shell.run("mapping", "table", "--against", "/nowhere/t.json").status == 66)
    }

    @Test("Names and forms that nobody knows")
    func unknown() {
        let name = Shell.run("mapping", "table", "salesforce/oportunity")
        #expect(name.status == 64)
        #expect(name.output == "")
        #expect(
            name.errors.hasPrefix(
                "concord: there is no mapping \"salesforce/oportunity\"; did you mean \"salesforce/opportunity\"?\n"
            )
        )
        #expect(Shell.run("mapping", "table", "--format", "xml").status == 64)
    }
}

@Suite("concord map --explain, --coverage-to")
struct MapExplanationTests {
    private static let file = Shell.fixture("salesforce/opportunity-query.json")

    private static func map(_ arguments: String..., input: String = "") -> Shell.Result {
        Shell.run(input: input) { console in
            ConcordTool.run(["map", "--system", "salesforce:emea", "--object", "Opportunity"] + arguments, on: console)
        }
    }

    @Test("The first object, on standard error; records as ever")
    func first() {
        let plain = Self.map(Self.file)
        let result = Self.map("--explain", "stage.canonical", "--explain", "/StageName", Self.file)
        #expect(result.status == plain.status)
        #expect(result.output == plain.output)
        #expect(
            result.errors.hasPrefix(
                """
                salesforce/opportunity@1, \(Self.file), line 5, column 5 (byte 55):

                stage.canonical is "negotiate"  in salesforce:emea/Opportunity/0065g00000p7Lk1AAE
                  rule       code: crosswalk salesforce-opportunity-stage
                  from       /StageName "Negotiation/Review"  at line 14, column 20 (byte 360)
                  crosswalk  salesforce-opportunity-stage: "Negotiation/Review" is "negotiate" (equivalent)
                  law        one way (the vendor's own code is kept by another rule)
                  layer      base

                /StageName "Negotiation/Review"  at line 14, column 20 (byte 360)
                  outcome    mapped

                """
            )
        )
        #expect(result.errors.hasSuffix(plain.errors))
        #expect(result.errors.components(separatedBy: "stage.canonical is ").count == 3)
    }

    @Test("Each object, as JSON, into a file; refused objects too")
    func each() throws {
        let path = try Shell.temporary()
        let result = Self.map(
            "--explain",
            "stage.canonical",
            "--explain-each",
            "--explain-to",
            path,
            "--explain-format",
            "json",
            Self.file
        )
        #expect(result.errors == Self.map(Self.file).errors)
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 6)
        for line in lines { #expect(JSONText.check(String(line)) == nil) }
        #expect(lines.count { $0.contains(#""lookups":[{"crosswalk":"salesforce-opportunity-stage""#) } == 6)
        #expect(lines.count { $0.contains(#""unmapped":"reject""#) } == 1)
    }

    @Test("All there is to say")
    func all() {
        let result = Self.map("--explain", "all", Self.file)
        #expect(result.errors.contains("\nheader.createdAt is "))
        #expect(result.errors.contains("\n/Practice__c "))
        #expect(result.errors.contains("\n  outcome    kept for writing back\n"))
    }

    @Test("Fields that nobody knows, and ways to explain nothing")
    func unknown() {
        let field = Self.map("--explain", "stage.cannonical", Self.file)
        #expect(field.status == 64)
        #expect(field.output == "")
        #expect(
            field.errors.hasPrefix("concord: --explain is \"stage.cannonical\", and opportunity/1 has no such field")
        )
        #expect(Self.map("--explain", "amount.currency", Self.file).status == 1)
        let nothing = Self.map("--explain-each", Self.file)
        #expect(nothing.status == 64)
        #expect(nothing.errors == "concord: say what to explain: --explain FIELD, or --explain all\n")
        let source = Self.map("--explain", "/Nowhere", Self.file)
        #expect(
            source.errors.contains(
                "salesforce/opportunity@1 has no rule for /Nowhere, and the object has nothing there\n"
            )
        )
        let file = Self.map("--explain", "id", "--explain-to", "/nowhere/e.txt", Self.file)
        #expect(file.status == 73)
    }

    @Test("The account of each source field")
    func coverage() throws {
        let path = try Shell.temporary()
        let result = Self.map("--coverage-to", path, Self.file)
        #expect(result.errors == Self.map("--coverage", Self.file).errors)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let account = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(account["mapping"] as? String == "salesforce/opportunity@1")
        #expect(account["objects"] as? Int == 6)
        let totals = try #require(account["leaves"] as? [String: Int])
        #expect(totals == ["total": 191, "mapped": 131, "kept": 48, "dropped": 12, "unknown": 0])
        let fields = try #require(account["fields"] as? [[String: Any]])
        let pointers = fields.compactMap { $0["source"] as? String }
        #expect(pointers == pointers.sorted())
        for (name, total) in totals {
            #expect(fields.compactMap { ($0["leaves"] as? [String: Int])?[name] }.reduce(0, +) == total, "\(name)")
        }
        let amount = try #require(fields.first { $0["source"] as? String == "/Amount" })
        #expect(amount["fillRate"] as? Double == 83.3)
        #expect(amount["targets"] as? [String] == ["amount"])
        #expect(Self.map("--coverage-to", "/nowhere/c.json", Self.file).status == 73)
        let empty = try Shell.temporary()
        #expect(Self.map("--coverage-to", empty, "-").status == 0)
        #expect(try String(contentsOfFile: empty, encoding: .utf8).contains(#""objects":0"#))
    }
}
#endif
