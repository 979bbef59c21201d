import Concord
import Testing

@Suite("CSV under attack")
struct CSVFuzzTests {
    static let streams = CSVTests.streams.map { Array($0.text.utf8) }.filter { !$0.isEmpty }

    /// Reads a stream and checks that what is given is in order.
    private static func check(_ bytes: [UInt8], chunk: Int, limit: Int) throws -> [String] {
        var reader = CSVTests.reader(bytes, CSVTests.Options(maximumRowSize: limit, chunk: chunk))
        var found: [String] = []
        var last = -1
        while let row = try reader.next() {
            let offset = row.position.offset
            #expect(offset > last && offset <= bytes.count, "\(bytes)")
            last = offset
            if row.isObject { _ = try WalkedJSON(Array(row.bytes)) }
            for issue in row.issues {
                let place = try #require(issue.position)
                #expect((0...bytes.count).contains(place.offset) && place.line > 0 && place.column > 0)
            }
            found.append("\(row.position) \(Array(row.bytes)) \(row.issues)")
        }
        return found
    }

    @Test("Every cut", arguments: streams)
    func cuts(bytes: [UInt8]) throws {
        for end in bytes.indices {
            let cut = Array(bytes[..<end])
            let whole = try Self.check(cut, chunk: 1 << 16, limit: 1 << 20)
            let single = try Self.check(cut, chunk: 1, limit: 1 << 20)
            #expect(whole == single)
        }
    }

    @Test("Every byte changed", arguments: streams)
    func changes(bytes: [UInt8]) throws {
        for index in bytes.indices {
            for byte in Array("\",;\n\r\tx".utf8) + [0, 0x80, 0xC3, 0xEF, 0xFF] {
                var changed = bytes
                changed[index] = byte
                for limit in [1 << 20, 5] {
                    let whole = try Self.check(changed, chunk: 1 << 16, limit: limit)
                    let pieces = try Self.check(changed, chunk: 3, limit: limit)
                    #expect(whole == pieces, "\(changed)")
                }
            }
        }
    }
}
