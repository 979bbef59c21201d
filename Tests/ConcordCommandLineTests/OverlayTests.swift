#if CommandLine
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
}
#endif
