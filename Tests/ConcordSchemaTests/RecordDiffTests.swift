import ConcordTesting
import Testing

@Suite struct RecordDiffTests {
    @Test func sameButForLayout() {
        #expect(difference(#"{"a":1,"b":[1,2]}"#, "{ \"a\": 1,\n\"b\": [ 1, 2 ] }") == "")
        #expect(RecordDiff(expected: "[]", actual: "[]").isEmpty)
    }

    @Test func changedAddedAndMissingLines() {
        let expected = #"{"id":"r-1","amount":{"value":"1200.00","currency":"EUR"},"note":null,"tags":["a","b"]}"#
        let actual = #"{"id":"r-1","amount":{"value":"1200","currency":"EUR"},"tags":["a","b","c"]}"#
        #expect(
            difference(expected, actual) == #"""
                  {
                    "id": "r-1",
                    "amount": {
                -     "value": "1200.00",
                +     "value": "1200",
                      "currency": "EUR"
                    },
                -   "note": null,
                    "tags": [
                      "a",
                -     "b"
                +     "b",
                +     "c"
                    ]
                  }
                """#
        )
    }

    @Test func farLinesAreLeftOut() {
        let many = (0..<40).map { "\"m\($0)\": \($0)" }
        var fewer = many
        fewer.remove(at: 20)
        let text = difference("{\(many.joined(separator: ","))}", "{\(fewer.joined(separator: ","))}")
        #expect(
            text == #"""
                  …
                    "m17": 17,
                    "m18": 18,
                    "m19": 19,
                -   "m20": 20,
                    "m21": 21,
                    "m22": 22,
                    "m23": 23,
                  …
                """#
        )
    }

    @Test func numbersAndEscapesAreText() {
        #expect(difference("[1.10]", "[1.1]") != "")
        #expect(difference(#"["\u0041"]"#, #"["A"]"#) != "")
        // Letters that look the same and are other bytes.
        #expect(difference("[\"\u{E9}\"]", "[\"e\u{301}\"]") != "")
    }

    @Test func textThatIsNotJSON() {
        #expect(difference("{", "[") == "- {\n+ [")
    }
}
