#if CommandLine
import ConcordMapping
import ConcordModel
import ConcordSchema
import ConcordValues
import Foundation
import Testing

@testable import ConcordCommandLine

@Suite("concord map")
struct MapTests {
    private static let opportunities = Shell.fixture("salesforce/opportunity-query.json")
    private static let at = "2026-11-21T09:00:00Z"

    @Test("Parts of records: documents that say whose part they are")
    func parts() throws {
        let file = Shell.fixture("salesforce/contact-query.json")
        let result = Shell.run("map", "--system", "salesforce:emea", "--object", "Contact", "--coverage", file)
        #expect(result.status == 0)
        let parts = try result.lines.map { try PartRecord<Customer, Contact>(json: String($0)) }
        #expect(parts.map { $0.jsonText() } == result.lines.map(String.init))
        #expect(parts.map(\.list) == ["contacts", "contacts", "contacts"])
        #expect(parts[0].parent == "salesforce:emea/Account/0015g00000Nr4WaAAJ")
        #expect(parts[0].part.jobTitle == "Leiterin Einkauf")
        #expect(result.lines[0].hasPrefix(#"{"schema":"customer-contact/3","id":"salesforce:emea/Contact/0035g"#))
        #expect(Shell.run("schema", "show", "customer-contact").lines.first == "customer-contact/3")
        let table = Shell.run("mapping", "table", "salesforce/contact")
        #expect(table.output.contains("| `/Title` | `part.jobTitle` |"))
    }

    @Test("A page of opportunities: records out, the refused one and the warning aside")
    func opportunities() throws {
        let result = Shell.run(
            "map",
            "--system",
            "salesforce:emea",
            "--object",
            "Opportunity",
            "--tenant",
            "00D5g0000012345EAA",
            "--coverage",
            Self.opportunities
        )
        #expect(result.status == 1)
        #expect(result.lines.count == 5)
        let records = try result.lines.map { try Opportunity(json: String($0)) }
        #expect(records[0].id.text == "salesforce:emea/Opportunity/0065g00000p7Lk1AAE")
        #expect(records[0].header.externalReferences.first?.tenant == "00D5g0000012345EAA")
        #expect(records[0].header.ingestedAt.description == Self.at)
        #expect(records.map { $0.jsonText() } == result.lines.map(String.init))
        #expect(result.errorLines.count == 3)
        #expect(
            result.errorLines[0]
                .hasPrefix(
                    #"{"outcome":"rejected","mapping":"salesforce/opportunity@1","plan":"#
                )
        )
        #expect(result.errorLines[0].contains(#""position":{"offset":3434,"line":103,"column":20}"#))
        #expect(result.errorLines[0].contains(#""observed":"\"Verbal Commitment\"""#))
        // An object over several lines is kept with its lines.
        #expect(
            result.errorLines[0].contains(#""text":"{\n      \"attributes\": {\n        \"type\": \"Opportunity\","#)
        )
        #expect(
            result.errorLines[1].hasPrefix(#"{"outcome":"acceptedWithIssues","mapping":"salesforce/opportunity@1""#)
        )
        #expect(result.errorLines[1].contains(#""id":"salesforce:emea/Opportunity/0065g00000p9Zq7AAE""#))
        #expect(
            result.errorLines[2]
                == "concord: 6 objects: 5 records (1 with warnings), 1 rejected; "
                + "leaves 191 = mapped 131 + kept 48 + dropped 12 + unknown 0"
        )
        for line in result.errorLines.dropLast() { #expect(JSONText.check(String(line)) == nil) }
    }

    @Test("Timecards become entries, one a day")
    func timecards() throws {
        let result = Shell.run(
            "map",
            "--system",
            "certinia",
            "--object",
            "pse__Timecard_Header__c",
            "--time-zone",
            "Europe/Berlin",
            "--at",
            Self.at,
            Shell.fixture("certinia/timecards.json")
        )
        #expect(result.errors == "concord: 2 objects: 8 records, 0 rejected\n")
        #expect(result.status == 0)
        let entries = try result.lines.map { try TimeEntry(json: String($0)) }
        #expect(entries.map(\.worked.count) == [480, 480, 390, 480, 240, 450, 20, 495])
        #expect(
            entries[3].customerDescription
                == "Migration of the 2024 rosters:\n- depot Halle\n- depot Duisburg (Überstunden fehlen noch)"
        )
    }

    @Test("However the input is cut, packed and repeated, the same records come out", arguments: [1, 7, 100, 4096])
    func shapes(chunk: Int) throws {
        let page = try String(contentsOfFile: Self.opportunities, encoding: .utf8)
        let one = try String(contentsOfFile: Shell.fixture("salesforce/opportunity-page-1-of-2.json"), encoding: .utf8)
        let arguments = ["map", "--system", "salesforce", "--object", "Opportunity"]
        let whole = Shell.run { ConcordTool.run(arguments + [Self.opportunities], on: $0) }
        let input = Shell.run(input: page, chunk: chunk) { ConcordTool.run(arguments + ["-"], on: $0) }
        #expect(input.output == whole.output)
        let both = Shell.run(input: page + one + "[" + "]", chunk: chunk) { ConcordTool.run(arguments + ["-"], on: $0) }
        #expect(both.lines.count == 7)
        #expect(
            both.errors.contains(
                "concord: - says that more pages follow: fetch /services/data/v62.0/query/0r85g0000071dpMIAQ-2 and map that too\n"
            )
        )
    }

    @Test("A report of Workday's, with nothing around its rows but their name")
    func report() throws {
        let result = Shell.run(
            "map",
            "--system",
            "workday",
            "--object",
            "Worker",
            "--coverage",
            Shell.fixture("workday/worker-report.json")
        )
        #expect(result.status == 0)
        #expect(result.errors.contains("concord: 3 objects: 3 records, 0 rejected; leaves 60 = "), "\(result.errors)")
        let resources = try result.lines.map { try Resource(json: String($0)) }
        #expect(resources.map(\.status) == [.active, .onLeave, .terminated])
        let empty = Shell.run(input: "{\"Report_Entry\":[]}") {
            ConcordTool.run(["map", "--system", "workday", "--object", "Worker", "-"], on: $0)
        }
        #expect(empty.errors == "concord: 0 objects: 0 records, 0 rejected\n")
    }

    @Test("A bad line costs that line")
    func badLine() throws {
        let good = #"{"Id":"0065g00000p7Lk1AAE","Name":"A","StageName":"Prospecting","CloseDate":"2026-12-18"}"#
        let rejects = try Shell.temporary()
        let result = Shell.run(
            "map",
            "--system",
            "salesforce",
            "--object",
            "Opportunity",
            "--rejects",
            rejects,
            "-",
            input: "\(good)\n{\"Id\":\"0065g\n\(good)\nId;Name\n\(good)"
        )
        #expect(result.lines.count == 3)
        #expect(result.errors == "concord: 3 objects: 3 records, 0 rejected, 2 pieces of the input unreadable\n")
        #expect(result.status == 1)
        let lines = try String(contentsOfFile: rejects, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 2)
        #expect(
            lines[0].contains(#""file":"-","line":2,"column":1,"offset":90,"issues":[{"code":"json.unexpectedEnd","#)
        )
        #expect(lines[0].hasSuffix(#""text":"{\"Id\":\"0065g"}"#))
        #expect(lines[1].contains(#""line":4"#))
    }

    @Test("An amount without a currency is refused, unless the tenant's is stated")
    func currency() {
        let file = Shell.fixture("salesforce/opportunity.json")
        let without = Shell.run("map", "--system", "salesforce", "--object", "Opportunity", file)
        #expect(without.status == 1)
        #expect(without.output == "")
        #expect(without.errors.contains(#""code":"mapping.noCurrency""#))
        #expect(without.errors.contains(#""remedy":"State the tenant's currency for salesforce.""#))
        let with = Shell.run("map", "--system", "salesforce", "--object", "Opportunity", "--currency", "EUR", file)
        #expect(with.status == 0)
        #expect(with.output.contains(#""amount":{"amount":"180000","currency":"EUR"}"#))
    }

    @Test("Input that holds no object at all")
    func noObjects() {
        let result = Shell.run("map", "--system", "salesforce", "--object", "Account", "-", input: "Id,Name\n1,\"A\"\n")
        #expect(result.status == 65)
        #expect(
            result.errors.hasSuffix("concord: 0 objects: 0 records, 0 rejected, 2 pieces of the input unreadable\n")
        )
        let empty = Shell.run("map", "--system", "salesforce", "--object", "Account", "-")
        #expect(empty.status == 0)
        #expect(empty.errors == "concord: 0 objects: 0 records, 0 rejected\n")
    }

    @Test("Systems and objects that nobody knows")
    func unknown() {
        let object = Shell.run("map", "--system", "salesforce", "--object", "Oportunity", "-")
        #expect(object.status == 64)
        #expect(
            object.errors.hasPrefix(
                """
                concord: there is no mapping for salesforce's object "Oportunity"; did you mean "Opportunity"?
                The mappings are:
                  SYSTEM      OBJECT
                """
            )
        )
        for pack in Pack.all where pack.system == "salesforce" {
            #expect(object.errors.contains("  salesforce  \(pack.object) "))
        }
        let system = Shell.run("map", "--system", "salesfroce:emea", "--object", "Account", "-")
        #expect(system.status == 64)
        #expect(
            system.errors.hasPrefix(
                "concord: there is no mapping for the system \"salesfroce\"; did you mean \"salesforce\"?\n"
            )
        )
        for pack in Pack.all { #expect(system.errors.contains("\(pack.object) ")) }
    }

    @Test(
        "Options that cannot be meant",
        arguments: [
            ("--currency", "Euro", "concord: --currency is \"Euro\"; expected "),
            ("--time-zone", "Berlin time", "concord: --time-zone is \"Berlin time\"; expected "),
            ("--at", "today", "concord: --at is \"today\"; expected "),
            ("--depth", "1", "Error: Unknown option '--depth'"),
        ]
    )
    func options(option: String, value: String, message: String) {
        let result = Shell.run("map", "--system", "salesforce", "--object", "Account", option, value, "-")
        #expect(result.status == 64)
        #expect(result.errors.hasPrefix(message))
        #expect(result.output == "")
    }

    @Test("Files that are not there are told before anything is written")
    func missingFile() {
        let result = Shell.run(
            "map",
            "--system",
            "salesforce",
            "--object",
            "Opportunity",
            Self.opportunities,
            "/nowhere/page2.json"
        )
        #expect(result.status == 66)
        #expect(result.output == "")
        #expect(result.errors == "concord: cannot read /nowhere/page2.json: no such file or directory\n")
        let rejects = Shell.run(
            "map",
            "--system",
            "salesforce",
            "--object",
            "Opportunity",
            "--rejects",
            "/nowhere/r.ndjson",
            Self.opportunities
        )
        #expect(rejects.status == 73)
        #expect(rejects.errors == "concord: cannot write /nowhere/r.ndjson: no such file or directory\n")
    }

    @Test("A bar where somebody waits, and none in a file")
    func progress() {
        let line = #"{"Id":"0065g00000p7Lk1AAE","Name":"A","StageName":"Prospecting","CloseDate":"2026-12-18"}"# + "\n"
        let input = String(repeating: line, count: 200)
        let seen = Shell.run(
            "map",
            "--system",
            "salesforce",
            "--object",
            "Opportunity",
            "-",
            input: input,
            chunk: 1000,
            isTerminal: true
        )
        #expect(seen.errors.contains("\r0 MiB"))
        #expect(seen.errors.hasSuffix("\r\u{1B}[Kconcord: 200 objects: 200 records, 0 rejected\n"))
        let unseen = Shell.run(
            "map",
            "--system",
            "salesforce",
            "--object",
            "Opportunity",
            "-",
            input: input,
            chunk: 1000
        )
        #expect(unseen.errors == "concord: 200 objects: 200 records, 0 rejected\n")
        #expect(unseen.output == seen.output)
    }
}
#endif
