import ConcordConfiguration
import ConcordSchema
import ConcordValues
import Testing

@Suite struct ConfigurationFileTests {
    @Test func readsADocument() throws {
        let document = try SampleOverlay.read(SampleOverlay.example)
        #expect("\(document)" == "acme-emea@7 (overlays/emea.json)")
        #expect(document.header.scope == [.tenant: "acme", .businessUnit: "EMEA"])
        #expect(document.header.layer == .businessUnit)
        #expect(document.header.validFrom == (try LocalDate("2026-04-01")))
        #expect(document.header.validUntil == (try LocalDate("2027-12-31")))
        #expect(document.content.limit.map { "\($0)" } == "1250.00")
        #expect(document.content.rules.map(\.target) == ["serviceLine"])
        #expect(document.content.rules[0].position.line == 5)
        #expect(document.hash == (try ContentHash(of: Array(SampleOverlay.example.utf8))))
    }

    @Test func aDocumentWithoutScopeAndDatesIsForEverybodyAndAlways() throws {
        let document = try SampleOverlay.read(#"{"overlay":"a","version":1,"extends":"b","rules":[]}"#)
        #expect(document.header.scope == [:])
        #expect(document.header.layer == .base)
        #expect(document.header.validity == .always)
    }

    /// Places are those of the file, also behind escapes: the byte of a string's text is found where it is written.
    @Test func placesInStringsCountEscapes() throws {
        let text = #"  ["a\n\u00e9\ud83d\ude00/\/b", 7]"#
        let positions = try ConfigurationFile(text, name: "x")
            .read { value, problems -> [Int]? in
                guard let item = value.list(&problems)?.first, let text = item.string(&problems) else { return nil }
                return (0...text.utf8.count).map { item.position(ofByte: $0).column }
            }
        // a, \n, é in two bytes, a face in four, / and \/, b, the closing quote.
        let bytes = Array(text.utf8)
        let columns = [5, 6, 8, 9, 14, 15, 16, 17, 26, 27, 29, 30]
        #expect(positions == columns)
        #expect(bytes[columns[0] - 1] == UInt8(ascii: "a"))
        #expect(bytes[columns[10] - 1] == UInt8(ascii: "b"))
        #expect(bytes[columns[11] - 1] == UInt8(ascii: "\""))
    }

    @Test func linesAreCountedAndPointersEscaped() throws {
        let text = "{\n \"a/b~\": [\n  1,\n  null ] }"
        let item = try ConfigurationFile(text, name: "x")
            .read { value, problems in
                value.openObject(&problems)?.list("a/b~", &problems)?.last
            }
        #expect(item.position == SourcePosition(offset: 20, line: 4, column: 3))
        #expect(item.pointer == "/a~1b~0/1")
    }

    @Test func allProblemsAreToldInTheOrderOfTheFile() {
        let text = #"""
            { "overlay": "", "version": 0, "extends": 3, "validFrom": "2026-02-30",
              "rules": [ { "sett": "x", "mode": "rejct", "because": null }, 4 ] }
            """#
        let refusal = #expect(throws: ConfigurationRefusal.self) { try SampleOverlay.read(text) }
        let offsets = refusal?.problems.map(\.position.offset) ?? []
        #expect(offsets == offsets.sorted())
        #expect(
            refusal?.problems.map(\.pointer)
                == [
                    "/overlay", "/version", "/extends", "/validFrom", "/rules/0/set", "/rules/0/sett", "/rules/0/mode",
                    "/rules/0/because", "/rules/1",
                ]
        )
    }

    @Test func aReaderThatRefusesWithoutAWordIsAProblemToo() {
        let refusal = #expect(throws: ConfigurationRefusal.self) {
            try ConfigurationFile("{}", name: "x").read { _, _ -> Int? in nil }
        }
        #expect(refusal?.problems.map(\.code) == [.unexplainedRefusal])
    }

    @Test func aDocumentWithEndlessMistakesIsToldOfSome() {
        let text = "[" + Array(repeating: "1", count: 3000).joined(separator: ",") + "]"
        let refusal = #expect(throws: ConfigurationRefusal.self) {
            try ConfigurationFile(text, name: "x")
                .read { value, problems in
                    value.list(&problems)?.compactMap { $0.string(&problems) }
                }
        }
        #expect(refusal?.problems.count == ConfigurationProblems.limit)
        #expect(refusal?.omitted == 3000 - ConfigurationProblems.limit)
    }

    @Test(arguments: [(31, true), (32, true), (33, false), (100_000, false)])
    func nestingIsLimited(depth: Int, isAccepted: Bool) {
        let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        let file = ConfigurationFile(text, name: "x")
        #expect((try? file.read { _, _ in true }) == (isAccepted ? true : nil))
    }

    @Test func messagesStandInOneLine() {
        let text = #"{"overlay":"a","version":1,"extends":"b","rules":[],"x\u001b[2J\n\u2028y":1}"#
        let refusal = #expect(throws: ConfigurationRefusal.self) { try SampleOverlay.read(text) }
        let message = refusal.map { "\($0)" } ?? ""
        #expect(message.contains(#"found "x\u001b[2J\n\u2028y""#))
        #expect(!message.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x2028 })
    }
}
