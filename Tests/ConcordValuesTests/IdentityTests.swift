import ConcordValues
import Testing

private enum Project {}
private enum Invoice {}

@Suite("Identity: records, systems, presence")
struct IdentityTests {
    @Test func recordIDs() throws {
        let literal: RecordID<Project> = "p-1001"
        let text = "p-1001"
        #expect(try RecordID<Project>(text) == literal)
        #expect(literal.isValid && literal.description == "p-1001")
        #expect(!RecordID<Project>.placeholder.isValid)
        #expect(RecordID<Project>.placeholder.text.isEmpty)
        #expect(RecordID<Invoice>(unchecked: "a\tb").isValid == false)
        #expect(MemoryLayout<RecordID<Project>>.size == MemoryLayout<String>.size)
    }

    @Test(arguments: [
        ("", "recordID.empty"), ("a\tb", "recordID.controlCharacter"), ("\u{7F}", "recordID.controlCharacter"),
        ("a\u{85}", "recordID.controlCharacter"), ("\u{9F}", "recordID.controlCharacter"),
        ("\0", "recordID.controlCharacter"),
        (String(repeating: "x", count: 256), "recordID.tooLong"),
        (String(repeating: "é", count: 128), "recordID.tooLong"),
    ])
    func refusedRecordIDs(text: String, code: String) {
        let error = #expect(throws: ValueError.self) { try RecordID<Project>(text) }
        #expect(error?.code.rawValue == code)
        #expect(RecordID<Project>(stringLiteral: text).isValid == false)
    }

    @Test(arguments: [
        "0", " ", "a b", "Ω-1", "a\u{A0}b", "日本", "👍", "006D000000rQqzI", "a/b?c=d#e",
        String(repeating: "x", count: 255),
        String(repeating: "é", count: 127) + "x",
    ])
    func acceptedRecordIDs(text: String) throws {
        #expect(try RecordID<Project>(text).text == text)
    }

    @Test func idsCompareByBytes() throws {
        let composed = try RecordID<Project>(String(decoding: [0x63, 0xC3, 0xA9] as [UInt8], as: UTF8.self))
        let decomposed = try RecordID<Project>(String(decoding: [0x63, 0x65, 0xCC, 0x81] as [UInt8], as: UTF8.self))
        #expect(composed.text == decomposed.text)
        #expect(composed != decomposed)
        #expect(Set([composed, decomposed]).count == 2)
        #expect(decomposed < composed && !(composed < decomposed))
    }

    /// Checks every scalar value against what Unicode calls a control character.
    @Test func controlCharactersAreThoseOfUnicode() {
        var wrong: [UInt32] = []
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else {
                continue
            }
            let isControl = value < 0x20 || (0x7F...0x9F).contains(value)
            if RecordID<Project>(unchecked: String(scalar)).isValid == isControl {
                wrong.append(value)
            }
        }
        #expect(wrong.isEmpty, "\(wrong.prefix(5))")
    }

    @Test func systems() throws {
        let emea = try SystemID(String("salesforce:emea"))
        #expect(emea.product == "salesforce" && emea.instance == "emea")
        #expect(emea == "salesforce:emea")
        let plain: SystemID = "netsuite"
        #expect(plain.product == "netsuite" && plain.instance == nil && plain.isValid)
        #expect(emea > plain)
        let wrong: SystemID = "Not A System"
        #expect(!wrong.isValid && wrong.text == "Not A System")
        for text in ["erp:eu-prod", "sap-s4hana", "x", "a_b.c:1", String(repeating: "a", count: 64)] {
            #expect(try SystemID(text).description == text)
        }
        for text in ["", ":", "a:", ":a", "a:b:c", "SAP", "a b", "é", "a/b", String(repeating: "a", count: 65)] {
            #expect(throws: ValueError(.systemSyntax, expected: "", observed: ""), "\(text)") { try SystemID(text) }
        }
    }

    @Test func fuzzIdentities() {
        let seed: UInt64 = 31
        var random = CalendarFuzz.SplitMix64(seed: seed)
        var accepted = [0, 0]
        var wrong: [String] = []
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...24, using: &random))
                .map { _ in
                    Bool.random(using: &random) ? UInt8.random(in: 0...255, using: &random) : UInt8(ascii: "a")
                }
            let text = String(decoding: bytes, as: UTF8.self)
            if let id = try? RecordID<Project>(text) {
                accepted[0] += 1
                if Array(id.description.utf8) != Array(text.utf8) || !id.isValid {
                    wrong.append(text)
                }
            }
            let accepts = CalendarFuzz.withExactMemory(Array(text.utf8), RecordIDText.accepts)
            if accepts != ((try? RecordID<Project>(text)) != nil) {
                wrong.append(text)
            }
            if let system = try? SystemID(text) {
                accepted[1] += 1
                if Array(system.description.utf8) != Array(text.utf8) || !system.isValid {
                    wrong.append(text)
                }
            }
        }
        print("fuzz RecordID, SystemID: 20000 tried, \(accepted) accepted")
        #expect(accepted.allSatisfy { $0 > 0 }, "seed \(seed)")
        #expect(wrong.isEmpty, "seed \(seed): \(wrong.prefix(5))")
    }

    @Test func presence() {
        let absent = Presence<Int>.absent
        let null = Presence<Int>.null
        let seven = Presence.value(7)
        #expect([absent.value, null.value, seven.value] == [nil, nil, 7])
        #expect([absent.isAbsent, null.isAbsent, seven.isAbsent] == [true, false, false])
        #expect([absent.isNull, null.isNull, seven.isNull] == [false, true, false])
        #expect([absent, null, seven].map { $0.map(String.init) } == [.absent, .null, .value("7")])
        #expect([absent, null, seven].map { $0.applied(to: 1) } == [1, nil, 7])
        #expect([absent, null, seven].map { $0.applied(to: nil) } == [nil, nil, 7])
        #expect(Set([absent, null, seven, .value(8)]).count == 4)
        #expect([absent, null, seven].map(\.description) == ["absent", "null", "7"])
    }
}
