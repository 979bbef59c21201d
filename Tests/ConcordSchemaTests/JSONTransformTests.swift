import ConcordSchema
import Foundation
import Testing

@Suite("JSON: the transformation suite", .enabled(if: JSONSuites.folder != nil))
struct JSONTransformTests {
    private func files(_ prefix: String) throws -> [(name: String, text: String, bytes: [UInt8])] {
        try JSONSuites.files(in: "JSONTestSuite/test_transform").filter { $0.name.hasPrefix(prefix) }
            .map { ($0.name, String(decoding: $0.bytes, as: UTF8.self).trimmingCharacters(in: .newlines), $0.bytes) }
    }

    /// The members of an object's text, to stand among those of a memo.
    private func members(_ object: String) -> String {
        String(object.dropFirst().dropLast())
    }

    @Test func numbersKeepTheirText() throws {
        let files = try files("number_")
        #expect(files.count == 10)
        for file in files {
            #expect(try JSONText(file.text).text == file.text, "\(file.name)")
            let memo = try Memo(json: Memo.document("\"payload\":\(file.text),\"other\":\(file.text)"))
            #expect(memo.jsonText() == Memo.document("\"payload\":\(file.text),\"other\":\(file.text)"))
        }
    }

    @Test func equalNamesAreRefusedWithBothPlaces() throws {
        let files = try files("object_same_key")
        #expect(files.count == 3)
        for file in files {
            let document = Memo.document(members(file.text))
            let issues = Draft<Memo>(json: document).issues
            #expect(issues.map(\.code) == [.duplicateKey], "\(file.name)")
            let bytes = Array(document.utf8)
            let first = try #require(issues.first?.related)
            let second = try #require(issues.first?.position)
            #expect(first.offset < second.offset)
            for place in [first, second] {
                #expect(bytes[place.offset..<place.offset + 3].elementsEqual("\"a\"".utf8), "\(file.name): \(place)")
            }
            let refusal = #expect(throws: Refusal.self) { try CanonicalJSON.canonicalize(file.bytes) }
            let issue = try #require(refusal?.issues.first)
            #expect(issue.code == .duplicateKey)
            #expect(issue.position?.offset == file.text.utf8.count - (file.name.contains("unclear") ? 7 : 6))
            #expect(issue.related?.offset == 1)
        }
    }

    @Test func composedAndDecomposedNamesAreTwo() throws {
        let files = try files("object_key_nf")
        #expect(files.count == 2)
        for file in files {
            let document = Memo.document(members(file.text))
            let memo = try Memo(json: document)
            #expect(memo.remainder.members.count == 2)
            #expect(Array(memo.jsonText().utf8) == Array(document.utf8))
            let canonical = try CanonicalJSON.canonicalize(file.text)
            #expect(Array(canonical.utf8) == Array("{\"e\u{301}\":\"NFD\",\"\u{E9}\":\"NFC\"}".utf8))
        }
    }

    @Test func halvesOfSurrogatePairsAreKeptAndNeverRead() throws {
        let files = try files("string_").filter { $0.name.contains("escaped_invalid") }
        #expect(files.count == 3)
        for file in files {
            let document = Memo.document("\"payload\":\(file.text),\"other\":\(file.text)")
            #expect(try Memo(json: document).jsonText() == document)
            let title = String(members(file.text).dropFirst().dropLast())
            let issues = Draft<Memo>(json: Memo.document(title: title)).issues
            #expect(issues.map(\.code) == [.loneSurrogate], "\(file.name)")
            #expect(issues.first?.path.description == "title")
            let refusal = #expect(throws: Refusal.self) { try CanonicalJSON.canonicalize(file.text) }
            #expect(refusal?.issues.map(\.code) == [.loneSurrogate])
        }
    }

    /// Surrogates encoded as if they were scalars are not UTF-8, so they are not JSON wherever they stand.
    @Test func bytesThatAreNotUTF8AreRefused() throws {
        let files = try files("string_").filter { $0.name.contains("_invalid_") && !$0.name.contains("escaped") }
        #expect(files.count == 3)
        for file in files {
            #expect(JSONText.check(file.bytes)?.code == .encoding, "\(file.name)")
            #expect(throws: Refusal.self) { try CanonicalJSON.canonicalize(file.bytes) }
        }
    }

    @Test func theNullCharacterIsACharacter() throws {
        let file = try #require(try files("string_with_escaped_NULL").first)
        let memo = try Memo(json: Memo.document("\"payload\":\(file.text)", title: "A\\u0000B"))
        #expect(memo.title == "A\0B")
        #expect(memo.payload?.text == file.text)
        #expect(try Memo(json: memo.json()) == memo)
        #expect(try CanonicalJSON.canonicalize(file.text) == file.text)
    }
}
