import Concord
@testable import ConcordMapping
import Testing

@Suite("Merge patches")
struct MergePatchTests {
    /// The cases of RFC 7396, appendix A: a document, a patch, and what comes of them.
    static let appendix: [(String, String, String)] = [
        (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
        (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
        (#"{"a":"b"}"#, #"{"a":null}"#, "{}"),
        (#"{"a":"b","b":"c"}"#, #"{"a":null}"#, #"{"b":"c"}"#),
        (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
        (#"{"a":"c"}"#, #"{"a":["b"]}"#, #"{"a":["b"]}"#),
        (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#),
        (#"{"a":[{"b":"c"}]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#),
        (#"["a","b"]"#, #"["c","d"]"#, #"["c","d"]"#),
        (#"{"a":"b"}"#, #"["c"]"#, #"["c"]"#),
        (#"{"a":"foo"}"#, "null", "null"),
        (#"{"a":"foo"}"#, #""bar""#, #""bar""#),
        (#"{"e":null}"#, #"{"a":1}"#, #"{"e":null,"a":1}"#),
        ("[1,2]", #"{"a":"b","c":null}"#, #"{"a":"b"}"#),
        ("{}", #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
    ]

    @Test(arguments: appendix)
    func theStandardsCases(document: String, patch: String, result: String) throws {
        let patched = MergePatch(try JSONText(patch)).applied(to: try JSONText(document))
        #expect(patched.text == result)
    }

    @Test(arguments: [
        (#"{"a":1,"b":2}"#, #"{"a":1,"c":3}"#, #"{"b":null,"c":3}"#),
        (#"{"a":{"b":1,"c":{"d":[1]}}}"#, #"{"a":{"b":1,"c":{"d":[1,2]}}}"#, #"{"a":{"c":{"d":[1,2]}}}"#),
        (#"{"a":1.10}"#, #"{"a":1.1}"#, #"{"a":1.1}"#),
        (#"{"a\/b":"\u00e9"}"#, #"{"a/b":"é"}"#, "{}"),
        ("{\"e\u{301}\":1}", "{\"\u{E9}\":1}", "{\"e\u{301}\":null,\"\u{E9}\":1}"),
        (#"{"a":{"b":1}}"#, #"{"a":{}}"#, #"{"a":{"b":null}}"#),
        (#"{"a":{"b":1}}"#, #"{"a":7}"#, #"{"a":7}"#),
        (#"{"a":7}"#, #"{"a":null}"#, #"{"a":null}"#),
        (#"[ 1 ]"#, "[1]", "[1]"),
    ])
    func whatChanged(before: String, after: String, patch: String) throws {
        let found = MergePatch(from: try JSONText(before), to: try JSONText(after))
        #expect(found.description == patch)
        #expect(found.isEmpty == (patch == "{}"))
    }

    @Test(arguments: MappingRandom.seeds(400))
    func thePatchLeadsFromOneToTheOther(seed: UInt64) throws {
        var random = MappingRandom(seed: seed)
        func document() throws -> JSONText { try JSONText(PayloadRecipe.json(depth: 4, &random)) }
        let before = try document()
        let after = try document()
        let patched = MergePatch(from: before, to: after).applied(to: before)
        #expect(
            JSONTree(patched).withoutNulls == JSONTree(after).withoutNulls,
            "seed \(seed): \(before) to \(after) is \(patched)"
        )
        #expect(MergePatch(from: after, to: after).isEmpty == (JSONTree(after).members != nil), "seed \(seed)")
        #expect(MergePatch.empty.applied(to: before).text == before.text || JSONTree(before).members == nil)
    }

    @Test(arguments: 0..<60)
    func whatIsDeepIsTakenAsItIs(depth: Int) throws {
        let depth = depth * 8
        let json = String(repeating: #"{"a":"#, count: depth) + "1" + String(repeating: "}", count: depth)
        let text = try JSONText(json)
        #expect(MergePatch(from: .null, to: text).json == text)
        #expect(MergePatch(text).applied(to: text) == text)
    }
}

extension JSONTree {
    /// The value without members that are `null`, which a merge patch cannot tell from members that are not there.
    var withoutNulls: JSONTree {
        guard let members else { return self }
        return .object(
            members.filter { !$0.value.isNull }
                .map { Member(name: $0.name, key: $0.key, value: $0.value.withoutNulls) }
        )
    }
}
