import ConcordTesting
import Foundation
import Testing

private let suite = ProcessInfo.processInfo.environment["CONCORD_SUITES"]
    .map {
        URL(fileURLWithPath: $0).appendingPathComponent("JSONTestSuite/test_parsing")
    }

/// The tests' own parser is what the library's reader is held against, so it must be right itself.
@Suite struct DocumentTreeTests {
    @Test func keepsWhatIsWritten() throws {
        let text = #"{"b":1.10,"a":[-0,1E+2,true,null],"b":"\u00e4\/\ud83d\ude00","\ud800":{}}"#
        let tree = try #require(DocumentTree(text))
        #expect(tree.description == text)
        #expect(tree.members.map(\.name.description) == ["b", "a", "b", "\u{FFFD}\u{FFFD}\u{FFFD}"])
        #expect(tree.members[2].value == .string("ä/😀"))
        #expect(tree.members[0].value != .number("1.1"))
    }

    @Test func membersAreSetAndTakenOut() {
        var tree: DocumentTree = .object([])
        tree["a"] = .number("1")
        tree["b"] = .array([.null])
        tree["a"] = .boolean(true)
        tree["c"] = .string("\n")
        tree["b"] = nil
        #expect(tree.description == #"{"a":true,"c":"\u000a"}"#)
        #expect(tree.pretty == "{\n  \"a\": true,\n  \"c\": \"\\u000a\"\n}")
    }

    @Test(.enabled(if: suite != nil, "CONCORD_SUITES is not set"))
    func parsingSuite() throws {
        let folder = try #require(suite)
        var counts = (accepted: 0, refused: 0)
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
            guard name.hasSuffix(".json"), name.hasPrefix("y_") || name.hasPrefix("n_") else { continue }
            let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
            let isAccepted = DocumentTree(bytes) != nil
            #expect(isAccepted == name.hasPrefix("y_"), "\(name)")
            if isAccepted { counts.accepted += 1 } else { counts.refused += 1 }
        }
        #expect(counts.accepted == 95)
        #expect(counts.refused == 188)
    }
}
