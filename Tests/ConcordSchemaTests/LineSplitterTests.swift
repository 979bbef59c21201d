import ConcordSchema
import Testing

@Suite("Streams: lines")
struct LineSplitterTests {
    /// A line as it came out, with its bytes copied.
    struct Found: Equatable, CustomStringConvertible {
        var number: Int
        var offset: Int
        var text: String?

        var description: String { "\(number)@\(offset):\(text?.debugDescription ?? "too long")" }
    }

    /// Cuts a stream into lines by the letter of the documentation.
    private func expected(_ stream: [UInt8], limit: Int) -> [Found] {
        var found: [Found] = []
        var offset = 0
        let pieces = stream.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (index, piece) in pieces.enumerated() {
            var line = Array(piece)
            if line.last == UInt8(ascii: "\r") { line.removeLast() }
            let isBlank = line.allSatisfy { [0x20, 0x09, 0x0D].contains($0) }
            if line.count > limit {
                found.append(Found(number: index + 1, offset: offset, text: nil))
            } else if !isBlank {
                found.append(Found(number: index + 1, offset: offset, text: String(decoding: line, as: UTF8.self)))
            }
            offset += piece.count + 1
        }
        return found
    }

    private func split(_ stream: [UInt8], limit: Int, chunk size: Int) -> [Found] {
        var splitter = LineSplitter(maximumLineLength: limit)
        return split(stream, chunk: size, with: &splitter)
    }

    private func split(_ stream: [UInt8], chunk size: Int, with splitter: inout LineSplitter) -> [Found] {
        var found: [Found] = []
        func take(_ line: StreamLine) {
            let text = line.isTooLong ? nil : String(decoding: line.bytes, as: UTF8.self)
            found.append(Found(number: line.number, offset: line.offset, text: text))
        }
        for begin in stride(from: 0, to: stream.count, by: size) {
            // A copy, so that who looks at bytes of an earlier chunk does not find them.
            let chunk = Array(stream[begin..<min(begin + size, stream.count)])
            chunk.withUnsafeBytes { bytes in
                var rest = bytes
                while let line = splitter.next(in: &rest) { take(line) }
                #expect(rest.isEmpty)
            }
        }
        if let line = splitter.finish() { take(line) }
        return found
    }

    @Test(arguments: [
        ("", [String]()), ("\n", []), ("a", ["a"]), ("a\n", ["a"]), ("a\r\n", ["a"]), ("a\nb", ["a", "b"]),
        ("a\r\n\r\n\n \t\nb\r\n", ["a", "b"]), ("a\rb\n", ["a\rb"]), ("a\r\r\n", ["a\r"]), ("a\r", ["a"]), ("\r", []),
        ("é\n€", ["é", "€"]), ("\u{85}\u{2028}\u{B}\n", ["\u{85}\u{2028}\u{B}"]),
    ])
    func streamHasLines(stream: String, lines: [String]) {
        for size in 1...64 {
            #expect(split(Array(stream.utf8), limit: 100, chunk: size).map(\.text) == lines, "in chunks of \(size)")
        }
    }

    @Test(arguments: 0..<300 as Range<UInt64>)
    func linesDoNotDependOnTheChunks(seed: UInt64) {
        var random = JSONRandom(seed: seed)
        let limit = 1 + random.below(40)
        let alphabet = Array("ab{}\"  \t\r\r\n\n\u{0}\u{8A}\u{10A}".utf8) + [0x0B, 0x8A, 0x09, 0xFF]
        let rareness = 1 + random.below(12)
        let stream = (0..<random.below(400))
            .map { _ in
                random.below(rareness) == 0 ? alphabet[random.below(alphabet.count)] : UInt8(ascii: "x")
            }
        let wanted = expected(stream, limit: limit)
        for size in Array(1...64) + [400] {
            #expect(split(stream, limit: limit, chunk: size) == wanted, "seed \(seed), in chunks of \(size)")
        }
    }

    @Test func splitterIsReadyForAnotherStream() {
        var splitter = LineSplitter(maximumLineLength: 4)
        for stream in ["a\nb", "too long", "too long\r\nc\r\n", "\r", "abcd\r", "abcd\r\n"] {
            let found = split(Array(stream.utf8), chunk: 3, with: &splitter)
            #expect(found == expected(Array(stream.utf8), limit: 4), "\(stream.debugDescription)")
        }
    }

    /// The line that is too long is told of as soon as that is known, once, and the stream goes on.
    @Test func lineWithoutEndIsNotHeld() {
        var splitter = LineSplitter(maximumLineLength: 1_000)
        let chunk = [UInt8](repeating: UInt8(ascii: "x"), count: 1_000)
        var reports: [Int] = []
        for number in 0..<10_000 {
            chunk.withUnsafeBytes { bytes in
                var rest = bytes
                while let line = splitter.next(in: &rest) {
                    #expect(line.isTooLong && line.bytes.isEmpty)
                    #expect(line.issue?.code == .lineTooLong)
                    reports.append(number)
                }
            }
        }
        #expect(reports == [1])
        [UInt8]("\nnext\n".utf8)
            .withUnsafeBytes { bytes in
                var rest = bytes
                let line = splitter.next(in: &rest)
                #expect(line?.number == 2)
                #expect(line?.offset == 10_000_001)
                #expect(line?.issue == nil)
                #expect(line.map { String(decoding: $0.bytes, as: UTF8.self) } == "next")
            }
    }

    /// Whoever looks at the addresses sees that whole lines stay where they are.
    @Test func wholeLinesAreNotCopied() {
        let stream = Array("first\nsecond\nthi".utf8)
        stream.withUnsafeBytes { bytes in
            var splitter = LineSplitter()
            var rest = bytes
            let first = splitter.next(in: &rest)
            #expect(first.map { UnsafeRawPointer($0.bytes.baseAddress) } == bytes.baseAddress)
            let second = splitter.next(in: &rest)
            #expect(second.map { UnsafeRawPointer($0.bytes.baseAddress) } == bytes.baseAddress.map { $0 + 6 })
            #expect(splitter.next(in: &rest)?.number == nil)
            #expect(splitter.finish()?.number == 3)
        }
    }

    @Test(arguments: [Int.min, -1, 0, 1])
    func limitIsAtLeastOneByte(limit: Int) {
        #expect(split(Array("a\nbb\n".utf8), limit: limit, chunk: 1).map(\.text) == ["a", nil])
    }

    @Test func limitMayBeWhatever() {
        #expect(split(Array("a\nbb\n".utf8), limit: .max, chunk: 1).map(\.text) == ["a", "bb"])
    }
}
