import ConcordSchema
import Foundation
import Testing

@Suite("JSON: the parsing suite", .enabled(if: JSONSuites.folder != nil))
struct JSONSuiteTests {
    private func files(_ prefix: String) throws -> [(name: String, bytes: [UInt8])] {
        try JSONSuites.files(in: "JSONTestSuite/test_parsing").filter { $0.name.hasPrefix(prefix) }
    }

    @Test func documentsThatAreJSONAreAccepted() throws {
        let files = try files("y_")
        #expect(files.count == 95)
        var accepted = 0
        for file in files {
            let issue = JSONText.check(file.bytes)
            #expect(issue == nil, "\(file.name): \(issue.map(\.description) ?? "")")
            if issue == nil { accepted += 1 }
        }
        print("JSON parsing suite: \(accepted) of \(files.count) y_ accepted")
    }

    @Test func documentsThatAreNotJSONAreRefusedWithAPlace() throws {
        let files = try files("n_")
        #expect(files.count == 188)
        var refused = 0
        for file in files {
            let issue = JSONText.check(file.bytes)
            #expect(issue != nil, "\(file.name) is accepted")
            if issue != nil { refused += 1 }
            let position = try #require(issue?.position, "\(file.name): no position")
            #expect(position.line >= 1 && position.column >= 1, "\(file.name): \(position)")
            #expect((0...file.bytes.count).contains(position.offset), "\(file.name): \(position)")
            #expect(issue?.expected.isEmpty == false)
            #expect(throws: Refusal.self, "\(file.name) has a canonical form") {
                try CanonicalJSON.canonicalize(file.bytes)
            }
        }
        print("JSON parsing suite: \(refused) of \(files.count) n_ refused")
    }

    /// The standard leaves these to the reader; all that is asked is an answer, and the same one from every door.
    @Test func documentsOfEitherKindAreAnswered() throws {
        let files = try files("i_")
        #expect(files.count == 35)
        var accepted = 0
        for file in files {
            let issue = JSONText.check(file.bytes)
            if issue == nil { accepted += 1 }
            let canonical = try? CanonicalJSON.canonicalize(file.bytes)
            if issue != nil { #expect(canonical == nil, "\(file.name)") }
        }
        print("JSON parsing suite: \(accepted) of \(files.count) i_ accepted, \(files.count - accepted) refused")
    }

    @Test func documentsThatAreJSONHaveACanonicalForm() throws {
        let refused = ["y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"]
        for file in try files("y_") {
            if refused.contains(file.name) {
                let refusal = #expect(throws: Refusal.self) { try CanonicalJSON.canonicalize(file.bytes) }
                #expect(refusal?.issues.map(\.code) == [.duplicateKey])
                continue
            }
            let canonical = try CanonicalJSON.canonicalize(file.bytes)
            #expect(JSONText.check(canonical) == nil, "\(file.name)")
            #expect(try CanonicalJSON.canonicalize(canonical) == canonical, "\(file.name)")
        }
    }

    /// Every file of the suite as the value of a member that the schema does not know: read, written, read again.
    @Test func documentsThatAreJSONSurviveAsUnknownMembers() throws {
        for file in try files("y_") {
            let text = String(decoding: file.bytes, as: UTF8.self)
            let memo = try Memo(json: Memo.document("\"payload\":\(text),\"other\":\(text)"))
            let again = try Memo(json: memo.json())
            #expect(memo == again, "\(file.name)")
            let kept = try JSONText(text).text
            #expect(again.remainder.members == memo.remainder.members, "\(file.name)")
            #expect(memo.remainder.members.map(\.json) == [kept], "\(file.name)")
            if kept != "null" { #expect(memo.payload?.text == kept, "\(file.name)") }
        }
    }

    @Test func brokenDocumentsAreRefusedAsRecords() throws {
        for file in try files("n_") + files("i_") {
            let draft = Draft<Memo>(json: file.bytes)
            #expect(!draft.isAcceptable, "\(file.name)")
            #expect(draft.issues.allSatisfy { $0.position != nil }, "\(file.name)")
        }
    }
}
