import ConcordSchema
import ConcordValues
import Testing

@Suite("Streams: records")
struct NDJSONTests {
    /// What a reader gave for one line.
    struct Found: Equatable {
        var line: Int
        var issues: [ConcordSchema.Issue]
        var document: String?
    }

    /// A source that brings bytes in pieces of at most a given size.
    final class Source {
        let bytes: [UInt8]
        let size: Int
        var position = 0
        var calls = 0

        init(_ bytes: [UInt8], size: Int) {
            self.bytes = bytes
            self.size = size
        }

        func read(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
            calls += 1
            let count = min(size, buffer.count, bytes.count - position)
            buffer.copyBytes(from: bytes[position..<position + count])
            position += count
            return count
        }
    }

    private func read(
        _ stream: String,
        limit: Int = LineSplitter.defaultMaximumLineLength,
        buffer: Int = 1 << 18,
        piece: Int = .max
    ) throws -> [Found] {
        let source = Source(Array(stream.utf8), size: piece)
        var reader = NDJSONReader<Memo>(maximumLineLength: limit, bufferSize: buffer, read: source.read)
        var found: [Found] = []
        while let (line, draft) = try reader.next() {
            let document = try? draft.record().jsonText()
            found.append(Found(line: line, issues: draft.issues, document: document))
        }
        let calls = source.calls
        #expect(try reader.next() == nil)
        #expect(source.calls == calls, "nothing is asked for behind the end")
        return found
    }

    private static let good = Memo.document(#""count":3,"fee":{"amount":"1.10","currency":"EUR"},"x":[1.0]"#)
    private static let stream = [
        Memo.document(id: "m-1"),
        good + "\r",
        "",
        #"{"schema":"memo/1","id":7}"#,
        "\r",
        Memo.document(#""day":"2026-02-30","count":"x","count2":1"#, title: "Übergabe 😀"),
        "   ",
        "nonsense",
        Memo.document(#""payload":"\#(String(repeating: "long ", count: 60))""#),
        Memo.document(#""a":1,"a":2"#),
        Memo.document(id: "m-2") + "   ",
        "[]",
        #"{"schema":"memo/2"}"#,
        Memo.document(#""payload":{"a":[1,2,{"b":"\#(String(repeating: "c", count: 20))"}]}"#),
    ]
    .joined(separator: "\n")

    @Test func badLineCostsThatLineOnly() throws {
        let found = try read(Self.stream, limit: 400)
        #expect(found.map(\.line) == [1, 2, 4, 6, 8, 9, 10, 11, 12, 13, 14])
        #expect(found.filter { $0.document != nil }.map(\.line) == [1, 2, 11, 14])
        #expect(found[1].document == Self.good)
        #expect(
            found.map { $0.issues.map(\.code.rawValue) } == [
                [], [], ["field.missing", "field.missing", "json.type"], ["date.noSuchDay", "json.type"],
                ["json.syntax"], ["stream.lineTooLong"], ["json.duplicateKey"], [], ["json.type"], ["schema.mismatch"],
                [],
            ]
        )
    }

    /// The offset leads to the bytes, the line to the line, and the column to the place in it.
    @Test func issuesHaveTheirPlaceInTheStream() throws {
        let bytes = Array(Self.stream.utf8)
        for found in try read(Self.stream, limit: 400) {
            for position in found.issues.flatMap({ [$0.position, $0.related] }).compactMap({ $0 }) {
                #expect(position.line == found.line)
                let before = bytes[..<position.offset]
                #expect(before.count { $0 == UInt8(ascii: "\n") } + 1 == position.line)
                let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
                #expect(position.column == position.offset - lineStart + 1)
            }
        }
        let duplicate = try #require(try read(Self.stream, limit: 400).first { $0.line == 10 }?.issues.first)
        let offset = try #require(duplicate.position?.offset)
        #expect(bytes[offset...].starts(with: "\"a\":2".utf8))
        #expect(bytes[try #require(duplicate.related?.offset)...].starts(with: "\"a\":1".utf8))
    }

    @Test(arguments: 1...64)
    func recordsDoNotDependOnTheChunks(size: Int) throws {
        for ending in ["", "\n", "\r\n"] {
            let stream = Self.stream + ending
            let whole = try read(stream, limit: 400)
            #expect(try read(stream, limit: 400, piece: size) == whole)
            #expect(try read(stream, limit: 400, buffer: size) == whole)
            #expect(try read(stream, limit: 400, buffer: 61, piece: size) == whole)
        }
    }

    @Test func sourceThatThrowsLosesNothing() throws {
        struct Interrupted: Error {}
        let source = Source(Array(Self.stream.utf8), size: 50)
        var calls = 0
        var reader = NDJSONReader<Memo>(maximumLineLength: 400) { buffer in
            calls += 1
            if calls % 3 == 0 { throw Interrupted() }
            return source.read(buffer)
        }
        var lines: [Int] = []
        var interruptions = 0
        while true {
            do {
                guard let (line, _) = try reader.next() else { break }
                lines.append(line)
            } catch is Interrupted {
                interruptions += 1
            }
        }
        #expect(lines == [1, 2, 4, 6, 8, 9, 10, 11, 12, 13, 14])
        #expect(interruptions > 10)
    }

    @Test func sourceThatMiscountsIsSurvived() throws {
        var answers = [-5, Int.max, Int.min]
        var reader = LineReader(bufferSize: 8) { buffer in
            buffer.copyBytes(from: "a\nb\nc\nd\n".utf8)
            return answers.popLast() ?? 0
        }
        #expect(try reader.next()?.number == nil)
        answers = [0, Int.max]
        var other = LineReader(bufferSize: 8) { buffer in
            buffer.copyBytes(from: "a\nb\nc\nd\n".utf8)
            return answers.popLast() ?? 0
        }
        var numbers: [Int] = []
        while let line = try other.next() { numbers.append(line.number) }
        #expect(numbers == [1, 2, 3, 4])
    }

    @Test func recordsComeBackFromLines() throws {
        var output: [UInt8] = []
        var sizes: [Int] = []
        var writer = NDJSONWriter(flushingAbove: 2_000) { bytes in
            output += bytes
            sizes.append(bytes.count)
        }
        var memos: [Memo] = []
        for number in 0..<100 {
            let members = #""payload":{"a":"x\ny"},"more":[1.0,"\u2028"]"#
            var memo = try Memo(json: Memo.document(members, id: "m-\(number)"))
            memo.title = "Line \(number)\nand another\r\n\u{85}\u{2028}"
            memos.append(memo)
            try writer.write(memo)
        }
        try writer.flush()
        try writer.flush()
        let line = try #require(memos.first).json().count + 1
        #expect(sizes.count > 5)
        #expect(sizes.dropLast().allSatisfy { $0 > 2_000 && $0 <= 2_000 + line + 8 })
        #expect(output.count { $0 == UInt8(ascii: "\n") } == 100)
        #expect(output.last == UInt8(ascii: "\n"))

        let source = Source(output, size: 777)
        var reader = NDJSONReader<Memo>(read: source.read)
        var back: [Memo] = []
        while let (line, draft) = try reader.next() {
            back.append(try draft.record())
            #expect(line == back.count)
        }
        #expect(back == memos)
    }

    @Test func sinkThatThrowsLosesNothing() throws {
        struct Full: Error {}
        var output: [UInt8] = []
        var isFull = true
        var writer = NDJSONWriter(flushingAbove: 0) { bytes in
            if isFull { throw Full() }
            output += bytes
        }
        let memo = try Memo(json: Memo.document())
        #expect(throws: Full.self) { try writer.write(memo) }
        #expect(throws: Full.self) { try writer.flush() }
        isFull = false
        try writer.write(memo)
        #expect(String(decoding: output, as: UTF8.self) == "\(Memo.document())\n\(Memo.document())\n")
    }
}
