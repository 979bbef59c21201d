import Concord
import ConcordXML
import Foundation
import Testing

@Suite("XML under attack")
struct XMLAttackTests {
    private static let laughs =
        "<?xml version=\"1.0\"?>\n<!DOCTYPE r [\n<!ENTITY a0 \"ha\">\n"
        + (1...12).map { "<!ENTITY a\($0) \"" + String(repeating: "&a\($0 - 1);", count: 10) + "\">\n" }.joined()
        + "]>\n<x><r>&a12;</r></x>"

    @Test(
        "Document type declarations never reach the parser",
        arguments: [
            laughs,
            "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><x><r>&e;</r></x>",
            "<!DOCTYPE x [<!ENTITY % p SYSTEM 'http://127.0.0.1:9/p.dtd'> %p;]><x><r>1</r></x>",
            "<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd'><x><r>1</r></x>",
            "<!-- --><!DOCTYPE x><x><r>1</r></x>",
            "<!DOCTYPE x [<!ENTITY e '" + String(repeating: "y", count: 50_000) + "'>]><x><r>"
                + String(repeating: "&e;", count: 5000) + "</r></x>",
            "<!ELEMENT r ANY><x><r>1</r></x>",
            "<x><!DOCTYPE x><r>1</r></x>",
            "<!doctype x><x><r>1</r></x>",
        ]
    )
    func doctypes(text: String) throws {
        for chunk in [1, 2, 7, 1 << 16] where chunk > 6 || text.utf8.count < 1000 {
            let found = try XMLFound(text, with: XMLPayloadReaderTests.reader, chunk: chunk)
            #expect(found.objects == [])
            #expect(found.issues.map(\.code) == [.xmlDoctype])
            let tag = text.range(of: "<!DOCTYPE") ?? text.range(of: "<!ELEMENT") ?? text.range(of: "<!doctype")
            let offset = tag.map { text.utf8.distance(from: text.startIndex, to: $0.lowerBound) }
            #expect(found.issues.first?.position?.offset == offset)
        }
    }

    @Test("Long attribute values cost a limit, not memory")
    func longAttributes() throws {
        let value = String(repeating: "v", count: 200_000)
        let many = "<x><r>" + (0..<40).map { "<a b='\($0)\(value)'/>" }.joined() + "</r><r>ok</r></x>"
        let reader = XMLPayloadReader(records: "r", limits: XMLLimits(recordSize: 1 << 20))
        let found = try XMLFound(many, with: reader)
        #expect(found.issues.map(\.code) == [.xmlLimit])
        #expect(found.objects == [##"{"#text":"ok"}"##])
        #expect((found.summary?.largestRecordSize ?? 0) < 1 << 20)
        let one = "<x><r a='" + String(repeating: value, count: 10) + "'/></x>"
        #expect(try XMLFound(one, with: reader).issues.map(\.code) == [.xmlLimit])
        let unclosed = "<x><r a='" + String(repeating: "r/>", count: 500_000)
        #expect(try XMLFound(unclosed, with: reader).issues.map(\.code) == [.xmlLimit])
    }

    @Test("Bytes that are not UTF-8, wherever they stand")
    func encodings() throws {
        let parts: [[String]] = [
            ["<x><", "/></x>"], ["<x><r>", "</r></x>"], ["<x><r a='", "'/></x>"], ["<x><r ", "='1'/></x>"],
        ]
        let declarations = [
            "", "<?xml version='1.0 encoding=iso-8859-1' ?>", " <?xml version='1.0' encoding='iso-8859-1'?>",
        ]
        let pieces: [[UInt8]] = [[0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80]]
        for declaration in declarations {
            for part in parts {
                for piece in pieces {
                    let bytes = Array((declaration + part[0]).utf8) + piece + Array(part[1].utf8)
                    let found = try XMLFound(bytes, with: XMLPayloadReaderTests.reader)
                    #expect(found.objects == [])
                    #expect(found.issues.count == 1)
                }
            }
        }
    }

    @Test("Nesting without an end")
    func depth() throws {
        let text = String(repeating: "<r>", count: 100_000)
        #expect(try XMLFound(text, with: XMLPayloadReaderTests.reader).issues.map(\.code) == [.xmlLimit])
        let limits = XMLLimits(depth: 10_000)
        #expect(limits.depth < 256)
        let deep = XMLPayloadReader(records: "r", limits: limits)
        #expect(try XMLFound(text, with: deep).issues.map(\.code) == [.xmlLimit])
    }

    /// Reads a document and checks that what is given is in order.
    private func check(_ bytes: [UInt8], chunk: Int) throws -> [String] {
        let found = try XMLFound(bytes, with: XMLPayloadReaderTests.reader, chunk: chunk)
        for object in found.objects { _ = try JSONSerialization.jsonObject(with: Data(object.utf8)) }
        for issue in found.issues {
            let place = try #require(issue.position)
            #expect(place.offset >= 0 && place.line > 0 && place.column > 0)
            #expect(issue.remedy != nil)
        }
        #expect(found.issues.count(where: { $0.code != .xmlCollision }) <= 1)
        return found.objects
    }

    @Test("Every cut", arguments: XMLPayloadReaderTests.documents)
    func cuts(_ document: XMLPayloadReaderTests.Document) throws {
        let bytes = Array(document.text.utf8)
        for end in bytes.indices {
            let whole = try check(Array(bytes[..<end]), chunk: 1 << 16)
            let single = try check(Array(bytes[..<end]), chunk: 1)
            #expect(whole == single)
        }
    }

    @Test("Every byte changed", arguments: XMLPayloadReaderTests.documents)
    func changes(_ document: XMLPayloadReaderTests.Document) throws {
        let bytes = Array(document.text.utf8)
        for index in bytes.indices {
            for byte in Array("<>/!&'\"x: ".utf8) + [0, 0x80, 0xC3, 0xFF] {
                var changed = bytes
                changed[index] = byte
                _ = try check(changed, chunk: 1 << 16)
            }
        }
    }

    @Test("Any bytes lead to an end", arguments: UInt64(0)..<60)
    func anything(seed: UInt64) throws {
        var random = XMLRandom(seed: seed)
        let pieces = [
            "<", ">", "/>", "</", "<r", "<?", "?>", "<!--", "-->", "<![CDATA[", "]]>", "&", ";", "'", " xmlns:p='u'",
            "p:", "é", "\u{FFFE}",
        ]
        for round in 0..<40 {
            var bytes = Array(random.one(of: XMLPayloadReaderTests.documents).text.utf8)
            for _ in 0...random.below(4) {
                let index = random.below(bytes.count + 1)
                switch random.below(3) {
                case 0: bytes.insert(contentsOf: Array(random.one(of: pieces).utf8), at: index)
                case 1: bytes.removeSubrange(index..<min(index + random.below(6), bytes.count))
                default: bytes.insert(UInt8(random.below(256)), at: index)
                }
            }
            let whole = try check(bytes, chunk: 1 << 16)
            let single = try check(bytes, chunk: 1)
            // Of a broken document, the parser may give fewer records when it gets fewer bytes at a time.
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(whole.starts(with: single), "seed \(seed), round \(round): \(text)")
            if whole != single {
                for chunk in [1, 1 << 16] {
                    let found = try XMLFound(bytes, with: XMLPayloadReaderTests.reader, chunk: chunk)
                    #expect(!found.issues.isEmpty, "seed \(seed), round \(round), chunk \(chunk): \(text)")
                }
            }
        }
    }
}
