#if CommandLine
import Foundation
import Testing

@testable import ConcordCommandLine

@Suite("concord map --overlay and concord mapping check")
struct OverlayTests {
    private static let overlay =
        Shell.fixture("overlays/halden-marsh-emea.json")

    private static let parked =
        #"{"Id":"0065g00000QmAaaAAA","Name":"Signalling","AccountId":"0015g00000NwRaiAAF","StageName":"Parked","#
        + #""IsClosed":false,"IsWon":false,"Loss_Reason__c":"Price"}"#

    private func map(_ options: String...) -> Shell.Result {
        let all = ["map", "--system", "salesforce:emea", "--object", "Opportunity", "--at", "2026-11-21T09:00:00Z"]
        return Shell.run(input: Self.parked + "\n") { ConcordTool.run(all + options + ["-"], on: $0) }
    }

    @Test("One business unit's outcome is another than the firm's")
    func outcome() {
        #expect(map().status == 1)
        let result = map("--overlay", Self.overlay)
        #expect(result.status == 0)
        #expect(result.output.contains(#""canonical":"develop""#))
        #expect(result.output.contains(#""lossReason":{"system":"emea-loss-reason","code":"price"}"#))
        // It is not for others.
        #expect(map("--overlay", Self.overlay, "--for", "businessUnit=APAC").status == 1)
        #expect(map("--overlay", Self.overlay, "--for", "businessUnit").status == 64)
    }

    @Test("What an overlay changes is said")
    func check() {
        let result = Shell.run(
            "mapping",
            "check",
            "salesforce/opportunity",
            "--overlay",
            Self.overlay,
            "--on",
            "2026-11-21"
        )
        #expect(result.status == 0)
        #expect(result.errors == "")
        #expect(result.output.contains("/Loss_Reason__c → lossReason"))
        #expect(result.output.contains("layer: base → halden-marsh-emea@7"))
    }

    @Test("An overlay that is no longer valid is not applied, and that is said")
    func expired() {
        let result = Shell.run(
            "mapping",
            "check",
            "salesforce/opportunity",
            "--overlay",
            Self.overlay,
            "--on",
            "2028-01-01"
        )
        #expect(result.status == 0)
        #expect(result.errors.contains("halden-marsh-emea@7"))
        #expect(result.errors.contains("expired"))
        #expect(result.output == "salesforce/opportunity@1 has the rules of salesforce/opportunity@1\n")
    }

    @Test("An overlay for another mapping is refused with its place")
    func refused() {
        let result = Shell.run(
            "mapping",
            "check",
            "salesforce/account",
            "--overlay",
            Self.overlay,
            "--on",
            "2026-11-21"
        )
        #expect(result.status == 65)
        #expect(
            result.errors.contains("halden-marsh-emea.json:4:14: error: expected an overlay of salesforce/account@")
        )
    }

    @Test("A crosswalk's file is found beside the overlay, and nowhere else")
    func crosswalkFile() throws {
        let overlay = Shell.fixture("crosswalks/halden-marsh-practice.json")
        let result = Shell.run("mapping", "check", "salesforce/opportunity", "--overlay", overlay, "--on", "2026-11-21")
        #expect(result.status == 0)
        #expect(result.output.contains("/Practice__c → kind"))
        let folder = FileManager.default.temporaryDirectory.appending(path: "concord-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let text = try String(contentsOfFile: overlay, encoding: .utf8)
        let copy = folder.appending(path: "overlay.json")
        try text.write(to: copy, atomically: true, encoding: .utf8)
        // A link that leads out of the folder is as good as no file.
        try FileManager.default.createSymbolicLink(
            at: folder.appending(path: "emea-practice.csv"),
            withDestinationURL: URL(filePath: Shell.fixture("crosswalks/emea-practice.csv"))
        )
        let path = copy.path(percentEncoded: false)
        let refused = Shell.run("mapping", "check", "salesforce/opportunity", "--overlay", path, "--on", "2026-11-21")
        #expect(refused.status == 65)
        #expect(
            refused.errors.contains("overlay.json:7:40: error: expected a file that can be read beside the overlay")
        )
    }

    @Test("The codes that a run did not know are listed with their places")
    func unseenCodes() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "concord-\(UUID().uuidString).txt")
        defer { try? FileManager.default.removeItem(at: file) }
        let path = file.path(percentEncoded: false)
        #expect(map("--coverage-to", path, "--coverage-format", "text").status == 1)
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.contains("crosswalk salesforce-opportunity-stage: lookups 1, rows used 0 of 10\n"))
        #expect(text.contains(#"      1  "Parked" has no row; first at -:1:93 /StageName"#))
        #expect(map("--coverage-to", path).status == 1)
        let json = try String(contentsOf: file, encoding: .utf8)
        #expect(json.contains(#""unseen":[{"code":"Parked","count":1,"example":{"object":1,"source":"/StageName""#))
        #expect(map("--codes-as-of", "soon").status == 64)
    }

    @Test("A mapping's fields are listed")
    func fields() {
        let result = Shell.run("mapping", "fields", "salesforce/opportunity")
        #expect(result.status == 0)
        #expect(result.output.contains("| `/CloseDate` | day |"))
        #expect(Shell.run("mapping", "fields", "--format", "json").output.contains(#""mapping":"netsuite/job@1""#))
        #expect(Shell.run("mapping", "fields", "salesforce/oportunity").status == 64)
    }
}
#endif
