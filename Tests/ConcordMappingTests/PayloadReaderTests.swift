import ConcordMapping
import ConcordSchema
import Testing

@Suite("Objects in streams")
struct PayloadReaderTests {
    /// What a reader finds in a stream that comes in the given chunks, in words.
    private static func found(
        in chunks: [ArraySlice<UInt8>],
        maximumValueSize: Int = PayloadReader.defaultMaximumValueSize
    ) -> [String] {
        var reader = PayloadReader(maximumValueSize: maximumValueSize)
        var found: [String] = []
        func take() {
            while let payload = reader.next() {
                let place = "\(payload.position.line):\(payload.position.column)+\(payload.position.offset)"
                let text = String(decoding: payload.bytes, as: UTF8.self)
                if let issue = payload.issue {
                    let position = issue.position.map { "\($0.line):\($0.column)+\($0.offset)" } ?? "nowhere"
                    found.append("\(place) \(issue.code) at \(position), expected \(issue.expected): \(text)")
                } else {
                    found.append("\(place) \(text)")
                }
            }
        }
        for chunk in chunks {
            chunk.withUnsafeBytes { reader.append($0) }
            take()
        }
        reader.finish()
        take()
        if let page = reader.lastPage {
            found.append("page \(page.isLast.map { "\($0)" } ?? "-") \(page.total ?? -1) \(page.next ?? "-")")
        }
        return found
    }

    private static func found(in text: String) -> [String] { found(in: [Array(text.utf8)[...]]) }

    /// A stream, and what is in it.
    struct Stream: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let found: [String]

        var testDescription: String { name }
    }

    static let streams: [Stream] = [
        Stream(name: "nothing", text: "", found: []),
        Stream(name: "blanks", text: " \r\n\t\n", found: []),
        Stream(
            name: "objects one a line",
            text: "{\"a\":1}\n\n{\"b\":[1,{}]}\r\n{\"c\":\"}\\\"\"}",
            found: ["1:1+0 {\"a\":1}", "3:1+9 {\"b\":[1,{}]}", "4:1+23 {\"c\":\"}\\\"\"}"]
        ),
        Stream(
            name: "objects without lines",
            text: "{}{\"a\":1} {}",
            found: ["1:1+0 {}", "1:3+2 {\"a\":1}", "1:11+10 {}"]
        ),
        Stream(
            name: "documents over many lines",
            text: "{\n  \"a\": {\n    \"b\": 1\n  }\n}\n{\n}\n",
            found: ["1:1+0 {\n  \"a\": {\n    \"b\": 1\n  }\n}", "6:1+28 {\n}"]
        ),
        Stream(
            name: "an array, and objects behind it",
            text: "[{\"a\":1},\n {\"b\":2},{\"c\":3}\n]\n{\"d\":4}",
            found: ["1:2+1 {\"a\":1}", "2:2+11 {\"b\":2}", "2:10+19 {\"c\":3}", "4:1+29 {\"d\":4}"]
        ),
        Stream(name: "arrays of nothing", text: "[] [\n]", found: []),
        Stream(
            name: "an array with an object a line",
            text: "[\n{\"a\":1},\n{\"b\":2}\n]\n",
            found: ["2:1+2 {\"a\":1}", "3:1+11 {\"b\":2}"]
        ),
        Stream(
            name: "a page",
            text:
                "{\"totalSize\": 2, \"done\": true, \"records\": [\n {\"a\":1},\n {\"b\":{\"records\":[{}],\"done\":true}}\n]}\n",
            found: ["2:2+45 {\"a\":1}", "3:2+55 {\"b\":{\"records\":[{}],\"done\":true}}", "page true 2 -"]
        ),
        Stream(
            name: "pages after each other",
            text:
                "{\"done\":true,\"totalSize\":0,\"records\":[]}\n{\"records\":[{}],\"totalSize\":9,\"done\":false,\"nextRecordsUrl\":\"/q/2\"}",
            found: ["2:13+53 {}", "page false 9 /q/2"]
        ),
        Stream(
            name: "a page with an object a line at its beginning",
            text: "{\"done\":true,\"records\":[\n{\"a\":1},\n{\"b\":2}\n]}\n{\"c\":3}\n",
            found: ["2:1+25 {\"a\":1}", "3:1+34 {\"b\":2}", "5:1+45 {\"c\":3}", "page true -1 -"]
        ),
        Stream(
            name: "an object that only has a member called records",
            text: "{\"records\":[{}]}",
            found: ["1:1+0 {\"records\":[{}]}"]
        ),
        Stream(
            name: "items that are no objects",
            text: "[1,{\"a\":1},\"x\",[2]]\n{\"done\":true,\"records\":[null,{}]}",
            found: [
                "1:2+1 json.type at 1:2+1, expected an object: 1", "1:4+3 {\"a\":1}",
                "1:12+11 json.type at 1:12+11, expected an object: \"x\"",
                "1:16+15 json.type at 1:16+15, expected an object: [2]",
                "2:25+44 json.type at 2:25+44, expected an object: null", "2:30+49 {}", "page true -1 -",
            ]
        ),
        Stream(name: "a byte order mark", text: "\u{FEFF}{}", found: ["1:4+3 {}"]),
        Stream(
            name: "a line that is not JSON",
            text: "{\"a\":1}\nId,Name\n{\"b\":2}\n",
            found: [
                "1:1+0 {\"a\":1}",
                "2:1+8 json.type at 2:1+8, expected an object, an array of objects, or a page of them: Id,Name",
                "3:1+16 {\"b\":2}",
            ]
        ),
        Stream(
            name: "a line with a mistake inside",
            text: "{\"a\":1}\n{\"b\":2 \"c\":3}\n  {\"d\":4}\n",
            found: [
                "1:1+0 {\"a\":1}",
                "2:1+8 json.syntax at 2:8+15, expected a comma or the end of the object: {\"b\":2 \"c\":3}",
                "3:3+24 {\"d\":4}",
            ]
        ),
        Stream(
            name: "a line with a number that is none",
            text: "{\"a\":01}\n{\"b\":2}",
            found: [
                "1:1+0 json.syntax at 1:7+6, expected no digit behind a leading zero: {\"a\":01}", "2:1+9 {\"b\":2}",
            ]
        ),
        Stream(
            name: "a line that was cut off in a string",
            text: "{\"a\":\"x\n{\"b\":2}\n",
            found: [
                "1:1+0 json.unexpectedEnd at 1:8+7, expected the closing quote of the string: {\"a\":\"x",
                "2:1+8 {\"b\":2}",
            ]
        ),
        Stream(
            name: "a line that was cut off behind a bracket",
            text: "{\"a\":[\n{\"b\":2}\n{\"c\":3}\n",
            found: [
                "1:1+0 json.unexpectedEnd at 2:1+7, expected a value: {\"a\":[\n", "2:1+7 {\"b\":2}",
                "3:1+15 {\"c\":3}",
            ]
        ),
        Stream(
            name: "a document that is broken inside, and an object behind it",
            text: "{\n  \"a\": 1\n  \"b\": {\n    \"c\": 2\n  }\n}\n{\"d\":4}\n",
            found: [
                "1:1+0 json.syntax at 3:3+13, expected a comma or the end of the object: "
                    + "{\n  \"a\": 1\n  \"b\": {\n    \"c\": 2\n  }\n}",
                "7:1+37 {\"d\":4}",
            ]
        ),
        Stream(
            name: "a document that was cut off",
            text: "{\"done\":true,\"records\":[\n  {\"a\":1},\n  {\"b\"",
            found: [
                "1:1+0 json.unexpectedEnd at 3:7+42, expected a colon after the member's name: "
                    + "{\"done\":true,\"records\":[\n  {\"a\":1},\n  {\"b\""
            ]
        ),
        Stream(
            name: "an array that was cut off",
            text: "[{\"a\":1},\n",
            found: [
                "1:2+1 {\"a\":1}", "2:1+10 json.unexpectedEnd at 2:1+10, expected a comma or the end of the array: ",
            ]
        ),
        Stream(
            name: "an array without a comma",
            text: "[{\"a\":1}\n{\"b\":2},\n{\"c\":3}]",
            found: [
                "1:2+1 {\"a\":1}",
                "2:1+9 json.syntax at 2:1+9, expected a comma or the end of the array: {\"b\":2},",
                "3:1+18 {\"c\":3}",
            ]
        ),
        Stream(
            name: "an array with a bad line",
            text: "[\n{\"a\":1},\n{\"b\" 2},\n{\"c\":3}\n]\n{\"d\":4}",
            found: [
                "2:1+2 {\"a\":1}",
                "3:1+11 json.syntax at 3:6+16, expected a colon after the member's name: {\"b\" 2},",
                "4:1+20 {\"c\":3}", "6:1+30 {\"d\":4}",
            ]
        ),
    ]

    @Test("What a stream holds", arguments: streams)
    func holds(_ stream: Stream) {
        #expect(Self.found(in: stream.text) == stream.found)
    }

    @Test("Chunks make no difference", arguments: streams)
    func chunks(_ stream: Stream) {
        let bytes = Array(stream.text.utf8)
        let whole = Self.found(in: [bytes[...]])
        #expect(Self.found(in: bytes.indices.map { bytes[$0...$0] }) == whole)
        for first in 0...bytes.count {
            for second in stride(from: first, through: bytes.count, by: max(1, bytes.count / 40)) {
                let chunks = [bytes[..<first], bytes[first..<second], bytes[second...]]
                if Self.found(in: chunks) != whole {
                    #expect(Self.found(in: chunks) == whole, "cut at \(first) and \(second)")
                    return
                }
            }
        }
    }

    @Test("Any bytes lead to an end, the same for every cut", arguments: 0..<40)
    func anything(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for round in 0..<60 {
            let stream = Self.streams[Int.random(in: 0..<Self.streams.count, using: &random)]
            var bytes = Array((stream.text + "\n{\"z\":0}\n").utf8)
            for _ in 0...Int.random(in: 0...3, using: &random) {
                let index = Int.random(in: 0..<bytes.count, using: &random)
                let byte = Array("{}[]\",:\\\n x\u{1}1".utf8).randomElement(using: &random) ?? 0
                switch Int.random(in: 0...2, using: &random) {
                case 0: bytes[index] = byte
                case 1: bytes.insert(byte, at: index)
                default: bytes.remove(at: index)
                }
            }
            let limit = Int.random(in: 0...3, using: &random) == 0 ? 20 : 1 << 20
            let whole = Self.found(in: [bytes[...]], maximumValueSize: limit)
            let single = Self.found(in: bytes.indices.map { bytes[$0...$0] }, maximumValueSize: limit)
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(single == whole, "seed \(seed), round \(round), limit \(limit): \(text)")
        }
    }

    @Test("A value that is too large is told of and passed over")
    func tooLarge() {
        let long = "{\"a\":\"" + String(repeating: "x", count: 100) + "\"}"
        let found = Self.found(in: [Array("{}\n\(long)\n{\"b\":1}\n[\(long),{}]".utf8)[...]], maximumValueSize: 50)
        #expect(found.count == 5)
        #expect(found[1].hasPrefix("2:1+3 payload.tooLarge at 2:1+3, expected a value of at most 50 bytes"))
        #expect(found[2] == "3:1+112 {\"b\":1}")
        #expect(found[4].hasSuffix(" {}"))
    }

    @Test("Lines that were all cut off cost no more than their length")
    func hostile() {
        // Each line opens what the next ones could go on with; looked at from each line anew, this would take long.
        let line = "{\"a\":[\n"
        let text = String(repeating: line, count: 5000) + "{\"ok\":1}\n"
        let found = Self.found(in: text)
        #expect(found.count < 5000)
        #expect(found.last?.contains("{\"ok\":1}") == true)
    }

    @Test("Issues of a mapping are placed in the stream")
    func locate() {
        var reader = PayloadReader()
        Array("{}\n  {\"a\":\n 1}".utf8).withUnsafeBytes { reader.append($0) }
        reader.finish()
        _ = reader.next()
        let payload = reader.next()
        var issues = [1, 2]
            .map { line in
                Issue(
                    "test.issue",
                    position: SourcePosition(offset: line * 5, line: line, column: 2),
                    related: SourcePosition(offset: 0, line: 1, column: 1),
                    expected: "nothing"
                )
            }
        payload?.locate(&issues)
        #expect(issues[0].position == SourcePosition(offset: 10, line: 2, column: 4))
        #expect(issues[1].position == SourcePosition(offset: 15, line: 3, column: 2))
        #expect(issues[1].related == SourcePosition(offset: 5, line: 2, column: 3))
    }
}

/// SplitMix64: the same numbers for the same seed, everywhere.
private struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
