import ConcordSchema
import Testing

@Suite("JSON: deep nesting")
struct JSONDepthTests {
    enum Kind: CaseIterable {
        case arrays
        case objects
        case both

        func nested(_ depth: Int, isClosed: Bool = true) -> String {
            let (open, close) =
                switch self {
                case .arrays: ("[", "]")
                case .objects: (#"{"a":"#, "}")
                case .both: (#"[{"a":"#, "}]")
                }
            let count = self == .both ? depth / 2 : depth
            let end = isClosed ? String(repeating: close, count: count) : ""
            return String(repeating: open, count: count) + "0" + end
        }
    }

    @Test(arguments: Kind.allCases)
    func depthIsFollowedToTheLimit(kind: Kind) throws {
        let document = kind.nested(JSONReader.maximumDepth)
        #expect(JSONText.check(document) == nil)
        #expect(try CanonicalJSON.canonicalize(document) == document)
        #expect(try JSONText(document).text == document)
        let deeper = kind == .both ? "[\(document)]" : kind.nested(JSONReader.maximumDepth + 1)
        #expect(JSONText.check(deeper)?.code == .depth)
        #expect(throws: Refusal.self) { try CanonicalJSON.canonicalize(deeper) }
        #expect(throws: ReadFailure.self) { try JSONText(deeper) }
    }

    /// The record's own braces count.
    @Test(arguments: Kind.allCases, ["payload", "other", "title"])
    func depthIsFollowedToTheLimitInsideARecord(kind: Kind, member: String) throws {
        let room = JSONReader.maximumDepth - 1
        let inner = kind == .both ? "[\(kind.nested(room - 1))]" : kind.nested(room)
        let document = Memo.document("\"\(member)\":\(inner)")
        if member != "title" { #expect(try Memo(json: document).jsonText() == document) }
        let deeper = Draft<Memo>(json: Memo.document("\"\(member)\":[\(inner)]"))
        #expect(deeper.issues.last?.code == (member == "title" ? .duplicateKey : .depth))
    }

    @Test(arguments: Kind.allCases, [true, false])
    func aHundredThousandLevelsAreRefused(kind: Kind, isClosed: Bool) throws {
        let text = kind.nested(100_000, isClosed: isClosed)
        let issue = try #require(JSONText.check(text))
        #expect(issue.code == .depth)
        #expect(issue.position?.line == 1)
        let offset = try #require(issue.position?.offset)
        #expect(offset <= JSONReader.maximumDepth * 5)

        let refusal = #expect(throws: Refusal.self) { try CanonicalJSON.canonicalize(text) }
        #expect(refusal?.issues == [issue])

        // As a record, as a member that nobody knows, as a member of any value, and where a text should stand.
        #expect(!Draft<Memo>(json: text).isAcceptable)
        for member in ["other", "payload", "day", "parts", "fee"] {
            let issues = Draft<Memo>(json: Memo.document("\"\(member)\":\(text)")).issues
            #expect(issues.contains { $0.code == .depth }, "\(member): \(issues)")
            #expect(issues.allSatisfy { $0.position != nil })
        }
    }
}
