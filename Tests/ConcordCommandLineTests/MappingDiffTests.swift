#if CommandLine
import Foundation
import Testing

@testable import ConcordCommandLine

@Suite("concord mapping diff")
struct MappingDiffTests {
    private static let overlay = Shell.fixture("overlays/halden-marsh-emea.json")

    /// Opportunities of which some are at the stages that the overlay knows.
    private static func sample() throws -> String {
        let stages = ["Prospecting", "Parked", "Verbal Commitment", "Qualification", "On Ice", "Parked"]
        let reasons = ["Price", "No budget ", "Weather", ""]
        let lines = (0..<48)
            .map { index in
                #"{"Id":"0065g00000Qm\#(100 + index)AAA","Name":"Lot \#(index)","StageName":"\#(stages[index % 6])","#
                    + #""IsClosed":false,"IsWon":false,"Loss_Reason__c":"\#(reasons[index % 4])","Legacy_Score__c":4}"#
            }
        return try Shell.temporary(lines.joined(separator: "\n"))
    }

    /// The overlay's next version: another stage, another code for one, none for a third.
    private static func next() throws -> String {
        let text = try String(contentsOfFile: overlay, encoding: .utf8)
        return try Shell.temporary(
            text.replacing("\"version\": 7", with: "\"version\": 8")
                .replacing(
                    "[\"Parked\", \"develop\", ",
                    with: "[\"On Ice\", \"develop\", \"broader\"], [\"Parked\", \"qualify\", "
                )
                .replacing(", [\"Verbal Commitment\", \"negotiate\", \"narrower\"]", with: "")
                .replacing("\"unmapped\": \"reject\"", with: "\"unmapped\": {\"fixed\": \"other\"}")
        )
    }

    private static func diff(_ arguments: String...) -> Shell.Result {
        Shell.run { ConcordTool.run(["mapping", "diff", "salesforce/opportunity"] + arguments, on: $0) }
    }

    @Test("An overlay against the mapping alone, with a sample")
    func first() throws {
        let result = Self.diff("--overlay", Self.overlay, "--sample", try Self.sample())
        #expect(result.status == 0)
        #expect(result.errors == "")
        try expectGolden(result.output, "mapping-diff.txt")
    }

    @Test("Two versions of an overlay, with a sample, as text and as JSON")
    func versions() throws {
        let arguments = ["--overlay", try Self.next(), "--against", Self.overlay, "--sample", try Self.sample()]
        let text = Shell.run { ConcordTool.run(["mapping", "diff", "salesforce/opportunity"] + arguments, on: $0) }
        #expect(text.status == 0)
        try expectGolden(text.output, "mapping-diff-versions.txt")
        let json = Shell.run {
            ConcordTool.run(["mapping", "diff", "salesforce/opportunity", "--format", "json"] + arguments, on: $0)
        }
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        let sample = try #require(object["sample"] as? [String: Any])
        let count = { (name: String) in sample[name] as? Int ?? -1 }
        #expect(count("objects") == 48)
        #expect(count("same") + count("changed") + count("accepted") + count("refused") + count("refusedByBoth") == 48)
        let sorted = try JSONSerialization.data(
            withJSONObject: object,
            options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        )
        try expectGolden(String(decoding: sorted, as: UTF8.self) + "\n", "mapping-diff-versions.json")
    }

    @Test("The same, nothing, and what cannot be meant")
    func others() {
        let same = Self.diff("--overlay", Self.overlay, "--against", Self.overlay)
        let name = "salesforce/opportunity@1 with halden-marsh-emea@7"
        #expect(same.output == "\(name) says what \(name) says\n")
        #expect(Self.diff().output == "salesforce/opportunity@1 says what salesforce/opportunity@1 says\n")
        #expect(Self.diff("--system", "certinia").status == 64)
        #expect(Self.diff("--overlay", "/nowhere/o.json").status == 66)
        #expect(Self.diff("--sample", "/nowhere/s.json").status == 66)
        let other = Shell.run("mapping", "diff", "salesforce/account", "--overlay", Self.overlay)
        #expect(other.status == 65)
        #expect(other.errors.contains("halden-marsh-emea.json:4:14: error: expected an overlay of salesforce/account@"))
    }
}
#endif
