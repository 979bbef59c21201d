#if CommandLine
import ConcordMapping
import Foundation
import Testing

@testable import ConcordCommandLine

@Suite("concord replay")
struct ReplayTests {
    private static let overlay = Shell.fixture("overlays/halden-marsh-emea.json")

    private static func opportunity(_ number: Int, stage: String) -> String {
        #"{"Id":"0065g00000Qm0\#(number)AAA","Name":"Lot \#(number)",  "AccountId":"0015g00000NwRaiAAF","#
            + #""StageName":"\#(stage)","Amount":1250.50,"CurrencyIsoCode":"EUR","IsClosed":false,"IsWon":false}"#
    }

    /// Five opportunities, of which the third is at a stage that nobody knows.
    private static let batch = ["Prospecting", "Parked", "On Ice", "Negotiation/Review", "Qualification"].enumerated()
        .map { opportunity(10 + $0.offset, stage: $0.element) }.joined(separator: "\n")

    /// The overlay's next version, which knows the stage.
    private static func repaired() throws -> String {
        let text = try String(contentsOfFile: overlay, encoding: .utf8)
        return try Shell.temporary(
            text.replacing("\"version\": 7", with: "\"version\": 8")
                .replacing("[\"Parked\", ", with: "[\"On Ice\", \"develop\", \"broader\"], [\"Parked\", ")
        )
    }

    private static func map(_ arguments: String..., input: String) -> Shell.Result {
        Shell.run(input: input) { console in
            ConcordTool.run(["map", "--system", "salesforce:emea", "--object", "Opportunity"] + arguments, on: console)
        }
    }

    private static func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    @Test("A bad record in a batch costs that record, and its kit is accepted when the overlay is repaired")
    func repair() throws {
        let kits = try Shell.temporary()
        let at = "2026-11-21T09:00:00Z"
        let run = Self.map("--overlay", Self.overlay, "--at", at, "--rejects", kits, "-", input: Self.batch)
        #expect(run.status == 1)
        #expect(run.lines.count == 4)
        let again = Shell.run("replay", kits, "--overlay", Self.overlay)
        #expect(again.status == 1)
        #expect(again.output == "")
        #expect(again.errors.hasPrefix(try Self.text(kits)), "what is refused again is the same kit")
        let repaired = try Self.repaired()
        let replay = Shell.run("replay", kits, "--overlay", repaired)
        #expect(replay.status == 0)
        // It is what the run would have given with the repaired overlay.
        let whole = Self.map("--overlay", repaired, "--at", at, "-", input: Self.batch)
        #expect(whole.status == 0)
        #expect(whole.lines.filter { !run.lines.contains($0) } == replay.lines)
        #expect(Shell.run("replay", kits, "--overlay", repaired).output == replay.output)
        try expectGolden(
            """
            $ concord map --system salesforce:emea --object Opportunity --overlay halden-marsh-emea.json --rejects kits -
            \(run.output)\(run.errors)
            $ cat kits
            \(try Self.text(kits))
            $ concord replay kits --overlay halden-marsh-emea.json
            \(again.output)\(again.errors)
            $ concord replay kits --overlay halden-marsh-emea.8.json
            \(replay.output)\(replay.errors)
            """,
            "replay.txt"
        )
    }

    @Test("A kit is read with the codes of the day that its run stated")
    func codes() throws {
        func overlay(_ through: String) throws -> String {
            try Shell.temporary(
                #"{"overlay":"acme-stages","version":1,"extends":"salesforce/opportunity","rules":[{"extend":"#
                    + #""salesforce-opportunity-stage","rows":[{"source":"Parked","target":"develop","validThrough":"#
                    + #""\#(through)"}],"because":"It was a stage of ours."}]}"#
            )
        }
        let kits = try Shell.temporary()
        let day = ["--codes-as-of", "2025-06-30", "--at", "2026-11-21T09:00:00Z"]
        let run = Shell.run(input: Self.opportunity(10, stage: "Parked")) { console in
            ConcordTool.run(
                ["map", "--system", "salesforce:emea", "--object", "Opportunity", "--rejects", kits] + day + ["-"],
                on: console
            )
        }
        #expect(run.status == 1)
        #expect(try Self.text(kits).contains(#""codesAsOf":"2025-06-30""#))
        let replay = Shell.run("replay", kits, "--overlay", try overlay("2025-12-31"))
        #expect(replay.status == 0, "\(replay.errors)")
        #expect(replay.output.contains(#""canonical":"develop""#))
        let again = Shell.run("replay", kits, "--overlay", try overlay("2025-05-31"))
        #expect(again.status == 1)
        #expect(again.errors.contains(#""codesAsOf":"2025-06-30""#))
        let other = Self.map("-", input: Self.opportunity(10, stage: "Parked"))
        #expect(!other.errors.contains("codesAsOf"))
    }

    @Test("Kits of several mappings and systems, into files")
    func mixed() throws {
        let kits = String(Self.map("-", input: Self.opportunity(10, stage: "Parked")).errorLines[0])
        let account = Shell.run(
            "map",
            "--system",
            "salesforce:apac",
            "--object",
            "Account",
            "-",
            input: #"{"Id":"0015g00000NwRaiAAF"}"#
        )
        #expect(account.status == 1)
        let other = kits.replacing("salesforce/opportunity@1", with: "salesforce/oportunity@1")
        let older = kits.replacing("salesforce/opportunity@1", with: "salesforce/opportunity@0")
        let text =
            #"{"outcome":"rejected","mapping":"salesforce/account@1","system":"salesforce","issues":[],"text":"Id;Name"}"#
        let input = [kits, String(account.errorLines[0]), other, older, text, "{", #"{"outcome":"other"}"#]
            .joined(separator: "\n")
        let (records, rejects) = (try Shell.temporary(), try Shell.temporary())
        let result = Shell.run(
            "replay",
            "-",
            "--overlay",
            Self.overlay,
            "--output",
            records,
            "--rejects",
            rejects,
            input: input
        )
        #expect(result.status == 1)
        #expect(result.output == "")
        #expect(
            result.errors == """
                concord: -:6:2: expected a member's name in quotes
                concord: 5 kits: 2 repaired (2 records), 1 refused again, 2 left as they are, 1 line unreadable; \
                1 line about other outcomes passed over
                concord: 1 kit is of salesforce/opportunity@0; the mapping is now salesforce/opportunity@1
                concord: 1 kit is of salesforce/oportunity@1, which there is not; did you mean "salesforce/opportunity@1"?

                """
        )
        #expect(try Self.text(records).split(separator: "\n").count == 2)
        #expect(try Self.text(rejects) == "\(account.errorLines[0])\n\(other)\n\(text)\n")
    }

    @Test("What a run did not know can be stated for its kits")
    func settings() {
        let opportunity = Self.opportunity(10, stage: "Prospecting").replacing("\"CurrencyIsoCode\":\"EUR\",", with: "")
        let kit = Self.map("-", input: opportunity).errorLines[0]
        #expect(Shell.run("replay", "-", input: String(kit)).status == 1)
        let replay = Shell.run("replay", "-", "--currency", "EUR", input: String(kit))
        #expect(replay.status == 0)
        #expect(replay.output == Self.map("--currency", "EUR", "-", input: opportunity).output)
    }

    @Test("Files that are read are not written; input without kits is said to be none")
    func refusals() throws {
        let kits = try Shell.temporary("Id;Name\n")
        let same = Shell.run("replay", kits, "--rejects", kits)
        #expect(same.status == 64)
        #expect(try Self.text(kits) == "Id;Name\n")
        #expect(Shell.run("replay", kits).status == 65)
        #expect(Shell.run("replay", "/nowhere/kits").status == 66)
        #expect(Shell.run("replay", "-").errors == "concord: 0 kits: 0 repaired, 0 refused again\n")
        #expect(Shell.run("replay", "-", "--on", "today").status == 64)
    }
}
#endif
