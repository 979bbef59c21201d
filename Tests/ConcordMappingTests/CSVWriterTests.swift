import Concord
import Testing

@Suite("CSV written")
struct CSVWriterTests {
    private static func written(
        _ objects: [String],
        columns: [String],
        separator: CSVSeparator = .comma,
        lineEnd: CSVWriter.LineEnd = .lf
    ) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var writer = CSVWriter(columns: columns, separator: separator, lineEnd: lineEnd) { bytes += Array($0) }
        for object in objects { try writer.write(Array(object.utf8)) }
        try writer.flush()
        return bytes
    }

    @Test("Quotes stand only where they are needed")
    func quotes() throws {
        let objects = [
            #"{"a":"x","b":"y, z","c":"say \"so\""}"#, #"{"b":null,"c":"","a":"1\n2"}"#,
            #"{"a":1.50,"b":true,"c":"; "}"#,
        ]
        let comma = try Self.written(objects, columns: ["a", "b", "c"])
        let text = "a,b,c\nx,\"y, z\",\"say \"\"so\"\"\"\n\"1\n2\",,\"\"\n1.50,true,; \n"
        #expect(String(decoding: comma, as: UTF8.self) == text)
        let tab = try Self.written(["{}"], columns: ["a;b", "c\td"], separator: .tab, lineEnd: .crlf)
        #expect(String(decoding: tab, as: UTF8.self) == "a;b\t\"c\td\"\r\n\t\r\n")
        #expect(String(decoding: try Self.written(["{}"], columns: ["a"]), as: UTF8.self) == "a\n\"\"\n")
    }

    @Test("What a row cannot hold is refused")
    func refusals() throws {
        let refusal = #expect(throws: Refusal.self) {
            try Self.written([#"{"a":{"b":1},"x":2,"y":[]}"#], columns: ["a", "y"])
        }
        let issues = refusal?.issues.map { "\($0.code) \($0.source ?? "-") \($0.position?.offset ?? -1)" }
        #expect(issues == ["json.type /a 5", "csv.column /x 17", "json.type /y 23"])
        for text in ["", "[]", "{\"a\":", "{\"a\":1}x", "{\"a\":\"\\ud800\"}"] {
            #expect(throws: Refusal.self) { try Self.written([text], columns: ["a"]) }
        }
    }

    @Test("What is written is read back", arguments: MappingRandom.seeds(300))
    func roundTrip(seed: UInt64) throws {
        var random = MappingRandom(seed: seed)
        let alphabet = [
            "a", "Z", " ", ",", ";", "\t", "\"", "\n", "\r", "\r\n", "é", "名", "\u{FEFF}", "\u{1}", "\\", "'",
        ]
        func text() -> String { (0..<random.below(6)).map { _ in random.one(of: alphabet) }.joined() }
        let columns = (0...random.below(5)).map { "\(random.chance(50) ? text() : "")c\($0)" }
        let objects = (0..<random.below(6))
            .map { _ in
                var writer = JSONWriter()
                writer.beginObject()
                for column in columns where random.chance(80) {
                    let value = text()
                    if value.isEmpty { continue }
                    writer.write(name: column)
                    writer.write(value)
                    writer.endItem()
                }
                writer.endObject()
                return writer.text()
            }
        let separator = random.one(of: [CSVSeparator.comma, .semicolon, .tab])
        let lineEnd = random.one(of: CSVWriter.LineEnd.allCases)
        let bytes = try Self.written(objects, columns: columns, separator: separator, lineEnd: lineEnd)
        let options = CSVTests.Options(separator: separator, chunk: 1 + random.below(40))
        var reader = CSVTests.reader(bytes, options)
        var read: [String] = []
        while let row = try reader.next() {
            #expect(row.issues == [], "seed \(seed)")
            read.append(String(decoding: row.bytes, as: UTF8.self))
        }
        #expect(read == objects, "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
        #expect(reader.names == columns, "seed \(seed)")
    }
}
