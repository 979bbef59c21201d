#if CommandLine
import ConcordSchema
import Foundation
import Testing

@testable import ConcordCommandLine

@Suite("concord map --to")
struct WritingTests {
    private static let file = Shell.fixture("salesforce/opportunity-query.json")
    private static let one =
        #"{"Id":"0065g00000p7Lk1AAE" , "Name":"Signalling","StageName":"Prospecting","Amount":100.50,"#
        + #""CurrencyIsoCode":"EUR","IsClosed":false,"IsWon":false,"Odd__c":[1, 2]}"#

    private static func read(_ input: String, _ object: String = "Opportunity", system: String = "salesforce:emea")
        -> String
    {
        Shell.run("map", "--system", system, "--object", object, "--time-zone", "Europe/Berlin", "-", input: input)
            .output
    }

    @Test("Onto the originals of a page: nothing is changed where nothing was", arguments: ["\n", "\r\n"])
    func unchanged(end: String) throws {
        let page = try String(contentsOfFile: Self.file, encoding: .utf8).replacing("\n", with: end)
        let originals = try Shell.temporary(page)
        let records = Self.read(page)
        let result = Shell.run("map", "--to", "salesforce:emea/Opportunity", "--onto", originals, "-", input: records)
        #expect(result.status == 0)
        let objects = result.output.split(separator: "\n{").map { "{\($0.drop { $0 == "{" })" }
        #expect(objects.count == 5)
        for object in objects { #expect(page.contains(object.trimmingCharacters(in: .newlines))) }
    }

    @Test("A change is written where it stands; what the mapping cannot write is a warning")
    func changed() throws {
        let originals = try Shell.temporary("[\(Self.one)]")
        let record = Self.read(Self.one).replacing("\"100.50\"", with: "\"99.00\"")
            .replacing("\"status\":\"open\"", with: "\"status\":\"open\",\"lossReason\":{\"code\":\"price\"}")
        let result = Shell.run(
            "map",
            "--to",
            "salesforce:emea/Opportunity",
            "--as",
            "document",
            "--onto",
            originals,
            "-",
            input: record
        )
        #expect(result.status == 0)
        #expect(result.output == Self.one.replacing("100.50", with: "99.00") + "\n")
        #expect(result.errorLines.count == 2)
        #expect(
            result.errorLines[0].hasPrefix(#"{"outcome":"writtenWithIssues","mapping":"salesforce/opportunity@1","#)
        )
        #expect(
            result.errorLines[0].contains(#""code":"mapping.notWritable","severity":"warning","path":"lossReason""#)
        )
        #expect(result.errors.hasSuffix("concord: 1 record: 1 object (1 with warnings), 0 not written\n"))
    }

    @Test("Patches name their object, and what did not change has none", arguments: ["merge-patch", "vendor-patch"])
    func patched(_ form: String) throws {
        let originals = try Shell.temporary("[\(Self.one)]")
        let record = Self.read(Self.one)
        let changed = record.replacing("\"100.50\"", with: "\"99.00\"")
        func run(_ records: String) -> Shell.Result {
            Shell.run(
                "map",
                "--to",
                "salesforce:emea/Opportunity",
                "--as",
                form,
                "--onto",
                originals,
                "-",
                input: records
            )
        }
        let result = run(changed)
        #expect(result.status == 0)
        #expect(result.output.hasPrefix(#"{"object":"Opportunity","id":""#))
        #expect(result.output.hasSuffix("\"patch\":{\"Amount\":99.00}}\n"))
        let same = run(record)
        #expect(same.status == 0)
        #expect(same.output == "")
        #expect(same.errors == "concord: 1 record: 0 objects, 1 unchanged, 0 not written\n")
    }

    @Test("A patch needs the object that it is for")
    func patchOfNothing() {
        let result = Shell.run("map", "--to", "salesforce:emea/Opportunity", "--as", "merge-patch", "-")
        #expect(result.status == 64)
        #expect(result.errors.contains("--as merge-patch needs the objects that are patched; say them with --onto"))
    }

    @Test("Without originals, new objects")
    func new() throws {
        let result = Shell.run("map", "--to", "salesforce:emea/Opportunity", "-", input: Self.read(Self.one))
        #expect(result.status == 0)
        #expect(result.errors == "concord: 1 record: 1 object, 0 not written\n")
        #expect(JSONText.check(result.output) == nil)
        #expect(Self.read(result.output) == Self.read(Self.one))
    }

    @Test("Of a week, days that are not given stay as they are")
    func divided() throws {
        let file = Shell.fixture("certinia/timecards.json")
        let page = try String(contentsOfFile: file, encoding: .utf8)
        let records = Self.read(page, "pse__Timecard_Header__c", system: "certinia").split(separator: "\n")
        let target = "certinia/pse__Timecard_Header__c"
        let all = Shell.run(
            "map",
            "--to",
            target,
            "--time-zone",
            "Europe/Berlin",
            "--onto",
            file,
            "-",
            input: records.joined(separator: "\n")
        )
        let some = Shell.run(
            "map",
            "--to",
            target,
            "--time-zone",
            "Europe/Berlin",
            "--onto",
            file,
            "-",
            input: "\(records[7])\n\(records[1])"
        )
        #expect(all.status == 0)
        #expect(all.errors == "concord: 8 records: 2 objects, 0 not written\n")
        #expect(some.errors == "concord: 2 records: 2 objects, 0 not written\n")
        #expect(Set(all.output.split(separator: "\n")) == Set(some.output.split(separator: "\n")))
        let new = Shell.run(
            "map",
            "--to",
            target,
            "--time-zone",
            "Europe/Berlin",
            "-",
            input: records.joined(separator: "\n")
        )
        #expect(new.lines.count == 2)
    }

    @Test("Records without an original, of another system, and none at all")
    func refused() throws {
        let originals = try Shell.temporary(Self.one)
        let other = Self.read(Self.one, system: "salesforce:apac")
        let result = Shell.run(
            "map",
            "--to",
            "salesforce:emea/Opportunity",
            "--onto",
            originals,
            "-",
            input: other + "{\"schema\":\"opportunity/1\"}\nx\n"
        )
        #expect(result.status == 1)
        #expect(result.output == "")
        #expect(result.errorLines[0].contains(#""code":"mapping.noOriginal""#))
        #expect(result.errorLines[0].contains("It came from salesforce:apac: say --to salesforce:apac/Opportunity."))
        #expect(result.errorLines[1].contains(#""outcome":"notWritten""#))
        #expect(
            result.errorLines.last == "concord: 2 records: 0 objects, 2 not written, 1 piece of the input unreadable"
        )
        #expect(Shell.run("replay", "-", input: result.errors).errors.contains("0 repaired"))
    }

    @Test(
        "Options that cannot be meant",
        arguments: [
            ["--to", "salesforce", "-"], ["--to", "salesforce/Opportunty", "-"], ["--to", "Sales force/Account", "-"],
            ["--to", "salesforce/Account", "--system", "salesforce", "-"],
            ["--to", "salesforce/Account", "--coverage", "-"],
            ["--to", "salesforce/Account", "--as", "page", "-"],
            ["--onto", "x", "--system", "salesforce", "--object", "Account", "-"],
            ["--system", "salesforce", "-"],
        ]
    )
    func options(arguments: [String]) {
        let result = Shell.run { ConcordTool.run(["map"] + arguments, on: $0) }
        #expect(result.status == 64)
        #expect(result.output == "")
    }
}
#endif
