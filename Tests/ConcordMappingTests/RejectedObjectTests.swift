import Concord
import ConcordSchema
import ConcordTesting
import Testing

@Suite("Repair kits")
struct RejectedObjectTests {
    private static func kit(_ payload: [UInt8], issues: [ConcordSchema.Issue] = []) throws -> RejectedObject {
        let overlay = try MappingOverlay.document(
            ConfigurationFile(
                #"{"overlay":"a@b","version":3,"extends":"salesforce/opportunity","rules":[]}"#,
                name: "o.json"
            )
        )
        return RejectedObject(
            mapping: "salesforce/opportunity@1",
            plan: Salesforce.opportunity.fingerprint(with: [overlay]),
            overlays: try Salesforce.opportunity.overlaid(by: [overlay]).overlays,
            system: "salesforce:emea",
            tenant: "00D",
            ingestedAt: try Instant("2026-05-04T09:00:00.250+02:00"),
            currency: .eur,
            timeZone: try TimeZoneID("Europe/Berlin"),
            codesAsOf: try LocalDate("2025-12-31"),
            origin: "page \"1\".json",
            position: SourcePosition(offset: 51, line: 2, column: 9),
            payload: payload,
            issues: issues
        )
    }

    private static func expectBack(_ kit: RejectedObject, _ comment: Comment? = nil) throws {
        let json = kit.json()
        #expect(!json.utf8.contains { $0 == 0x0A || $0 == 0x0D }, comment)
        #expect(JSONText.check(json) == nil, comment)
        let back = try RejectedObject(reading: Array(json.utf8))
        #expect(back == kit, comment)
        #expect(back.json() == json, comment)
    }

    @Test(
        "Payloads come back byte for byte",
        arguments: [
            #"{"b" : 1.50,  "a":1e-05,"a":"\u00e9\/é", "n":-0}"#, "{\n  \"a\": 1\r\n}", "{\"a\":1\u{2028}}", " {}",
            "{} ",
            "{\"Id\":\"0065g", "Id;Name\n1;\"A\"", "", "\u{FEFF}{}", "null", "1,2", "1],[2", "\u{0}",
            String(repeating: "[", count: 512) + String(repeating: "]", count: 512),
            String(repeating: "[", count: 511) + String(repeating: "]", count: 511),
        ]
    )
    func texts(payload: String) throws { try Self.expectBack(Self.kit(Array(payload.utf8))) }

    @Test("JSON on one line stands as it is")
    func verbatim() throws {
        let payload = #"{"b" : 1.50,  "a":1e-05}"#
        #expect(try Self.kit(Array(payload.utf8)).json().hasSuffix(#","payload":\#(payload)}"#))
        #expect(try Self.kit([0x7B, 0xFF, 0x00]).json().hasSuffix(#","base64":"e/8A"}"#))
    }

    @Test("Bytes that are no text come back", arguments: 0..<200)
    func bytes(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let payload = (0..<Int.random(in: 0...40, using: &random))
            .map { _ in UInt8.random(in: .min ... .max, using: &random) }
        try Self.expectBack(Self.kit(payload), "seed \(seed)")
    }

    @Test("Issues come back as they were")
    func issues() throws {
        let place = SourcePosition(offset: 7, line: 1, column: 8)
        var sourced = ConcordSchema.Issue(
            .unknownCode,
            severity: .warning,
            path: RecordPath([
                .field("lines"), .index(2), .field("2"), .key(field: "number", text: "a=b/c~d.e[0]"), .field("x"),
            ]),
            position: place,
            related: place,
            expected: "a \"code\"\n",
            observed: "\"Parked\"",
            remedy: "Add it.",
            rule: "salesforce/opportunity"
        )
        sourced.source = "/a~1b/0"
        let issues = [
            sourced, ConcordSchema.Issue(.syntax, expected: ""),
            ConcordSchema.Issue(.missing, severity: .info, path: RecordPath([.index(0)]), expected: "x"),
            ConcordSchema.Issue(
                .missing,
                path: RecordPath([.field("a.b"), .field("c[1]"), .field("é/~1")]),
                expected: "x"
            ),
        ]
        try Self.expectBack(Self.kit(Array("{}".utf8), issues: issues))
    }

    @Test("A mapping's kit has its plan, with overlays and without")
    func plan() throws {
        let document = try MappingOverlay.document(MappingOverlayTests.fixture())
        let overlaid = try Salesforce.opportunity.overlaid(by: [document])
        let context = try MappingLawsTests.context()
        let kit = RejectedObject([], by: overlaid, in: context, issues: [])
        #expect(kit.plan == Salesforce.opportunity.fingerprint(with: [document]))
        #expect(kit.overlays.map(\.description) == ["halden-marsh-emea@7"])
        #expect(kit.plan != RejectedObject([], by: Salesforce.opportunity, in: context, issues: []).plan)
        #expect(
            overlaid.fingerprint(with: [document]) == Salesforce.opportunity.fingerprint(with: [document, document])
        )
    }

    @Test(
        "What is no kit",
        arguments: [
            ("{}", "schema.mismatch"), (#"{"outcome":"acceptedWithIssues"}"#, "schema.mismatch"),
            (#"{"outcome":"rejected","mapping":"a@1","system":"b"}"#, "field.missing"), ("[]", "json.type"),
            (#"{"outcome":"rejected","plan":"12"}"#, "json.type"),
            (#"{"outcome":"rejected","base64":"e/8"}"#, "json.type"),
            (#"{"outcome":"rejected","issues":[{"code":"x"}]}"#, "field.missing"),
            (#"{"outcome":"rejected""#, "json.unexpectedEnd"),
            (#"{"outcome":"rejected","issues":[{"severity":"bad"}]}"#, "code.unknown"),
        ]
    )
    func refused(text: String, code: String) {
        #expect {
            try RejectedObject(reading: Array(text.utf8))
        } throws: { error in
            (error as? ReadFailure)?.code.rawValue == code
        }
    }

    @Test("The account of two halves is that of the whole", arguments: 0..<8)
    func coverage(cut: Int) throws {
        let context = try MappingLawsTests.context()
        let payloads = (0..<8)
            .map { index in
                #"{"Id":"006\#(index)","Name":\#(index % 3 == 0 ? "null" : "\"A\""),"StageName":"Prospecting","x\#(index % 4)":[1,{}]}"#
            }
        func account(_ payloads: some Sequence<String>) -> Coverage {
            var coverage = Coverage()
            for payload in payloads {
                var payload = payload
                _ = payload.withUTF8 { Salesforce.opportunity.read($0, in: context, coverage: &coverage) }
            }
            return coverage
        }
        var merged = account(payloads.prefix(cut))
        merged.merge(account(payloads.dropFirst(cut)))
        #expect(merged == account(payloads))
        #expect(merged.isBalanced)
    }
}
