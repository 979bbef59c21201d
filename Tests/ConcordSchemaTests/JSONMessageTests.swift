import ConcordSchema
import ConcordValues
import Testing

/// What a person reads about a document that was refused.
@Suite("JSON: messages")
struct JSONMessageTests {
    @Test(arguments: [
        (
            "{\n  \"a\": 1,\n  \"b\": tru}",
            "error json.syntax at b, line 3, column 8 (byte 19): expected the word true, found tru}"
        ),
        (
            "{\n  \"a\": [1, 2\n}",
            "error json.syntax at a, line 3, column 1 (byte 15): expected a comma or the end of the array, found }"
        ),
        (
            "{\n  'a': 1}",
            "error json.syntax, line 2, column 3 (byte 4): expected a member's name in quotes, found 'a': 1}"
        ),
        (
            "{\n  \"a\": 1\n  \"b\": 2\n}",
            "error json.syntax, line 3, column 3 (byte 13): expected a comma or the end of the object, found \"b\""
        ),
        (
            #"{"lines":[{"n":1},{"n":01}]}"#,
            "error json.syntax at lines[1].n, line 1, column 25 (byte 24): "
                + "expected no digit behind a leading zero, found 1"
        ),
        (
            #"{"a":"x\qy"}"#,
            #"error json.syntax at a, line 1, column 8 (byte 7): "#
                + #"expected one of the escapes \" \\ \/ \b \f \n \r \t \u, found \qy"}"#
        ),
        (
            #"{"a":"never closed"#,
            "error json.unexpectedEnd at a, line 1, column 19 (byte 18): expected the closing quote of the string; "
                + "see also line 1, column 6 (byte 5)"
        ),
        (
            "\u{FEFF}{}",
            "error json.syntax, line 1, column 1 (byte 0): expected a value, without a byte order mark, found \u{FEFF}{}"
        ),
        ("[1,2,]", "error json.syntax at [2], line 1, column 6 (byte 5): expected a value, found ]"),
        ("{} {}", "error json.trailingBytes, line 1, column 4 (byte 3): expected nothing after the value, found {}"),
        ("", "error json.unexpectedEnd, line 1, column 1 (byte 0): expected a value"),
        (
            #"{"a":"\u12g4"}"#,
            #"error json.syntax at a, line 1, column 11 (byte 10): expected four hexadecimal digits, found g4"}"#
        ),
        ("[1.]", "error json.syntax at [0], line 1, column 4 (byte 3): expected a digit, found ]"),
        ("[NaN]", "error json.syntax at [0], line 1, column 2 (byte 1): expected a value, found NaN]"),
        ("[nul", "error json.unexpectedEnd at [0], line 1, column 5 (byte 4): expected the word null"),
        (
            #"{"a" 1}"#,
            "error json.syntax, line 1, column 6 (byte 5): expected a colon after the member's name, found 1"
        ),
    ])
    func documentIsRefusedInWords(document: String, message: String) {
        #expect(JSONText.check(document)?.description == message)
    }

    @Test(arguments: [
        (
            #""count":"3""#,
            #"error json.type at count, line 1, column 195 (byte 194): expected a whole number, found "3""#
        ),
        (
            #""count":1.5"#,
            "error json.type at count, line 1, column 195 (byte 194): "
                + "expected a whole number without fraction and exponent, found 1.5"
        ),
        (
            #""count":99999999999999999999"#,
            "error json.numberRange at count, line 1, column 195 (byte 194): "
                + "expected a whole number of at most 64 bits, found 99999999999999999999"
        ),
        (
            #""count":nope"#,
            "error json.syntax at count, line 1, column 195 (byte 194): expected the word null, found nope"
        ),
        (
            #""title":"again""#,
            "error json.duplicateKey at title, line 1, column 187 (byte 186): expected each member once, "
                + #"found "title"; see also line 1, column 168 (byte 167)"#
        ),
        (
            "\"x\":1,\n\"\\u0078\":2",
            "error json.duplicateKey at x, line 2, column 1 (byte 193): expected each member once, "
                + #"found "\u0078"; see also line 1, column 187 (byte 186)"#
        ),
        (
            #""payload":"\ud83d","createdBy":"\ud83d""#,
            ""
        ),
        (
            #""parts":[{"name":"a"},{"weight":1}]"#,
            #"error field.missing at parts[1].name, line 1, column 209 (byte 208): expected the member "name""#
        ),
        (
            #""parts":[{"name":"a"},{"name":null}]"#,
            "error field.null at parts[1].name, line 1, column 217 (byte 216): expected a string, found null"
        ),
        (
            #""parts":[{"name":"\ud83d!"}]"#,
            "error json.loneSurrogate at parts[0].name, line 1, column 205 (byte 204): "
                + #"expected both halves of a surrogate pair, such as \ud83d\ude00, found \ud83d!"#
        ),
        (
            #""fee":{"amount":1.10,"currency":"EUR"}"#,
            #"error json.type at fee.amount, line 1, column 203 (byte 202): expected a string, found "•••""#
        ),
        (
            #""day":"2026-02-30""#,
            "error date.noSuchDay at day, line 1, column 193 (byte 192): expected a day that exists in the Gregorian "
                + #"calendar, in the years 0001 to 9999, found "2026-02-30""#
        ),
    ])
    func recordIsRefusedInWords(members: String, message: String) {
        let issues = Draft<Memo>(json: Memo.document(members)).issues
        #expect(issues.map(\.description).joined(separator: "\n") == message)
    }

    @Test(arguments: [
        (
            #"{"schema":"memo/2"}"#,
            #"error schema.mismatch at schema, line 1, column 11 (byte 10): expected the schema "memo/1", found "memo/2""#
        ),
        (
            #"{"id":"m-1"}"#,
            #"error schema.missing at schema, line 1, column 1 (byte 0): expected the member "schema": "memo/1", "#
                + "found an object"
        ),
        ("[]", "error json.type, line 1, column 1 (byte 0): expected an object, found an empty list"),
        ("nonsense", "error json.syntax, line 1, column 1 (byte 0): expected the word null, found a word"),
        ("null", "error field.null, line 1, column 1 (byte 0): expected an object, found null"),
    ])
    func documentThatIsNoRecordIsRefusedInWords(document: String, message: String) {
        let issues = Draft<Memo>(json: document).issues
        #expect(issues.map(\.description).joined(separator: "\n") == message)
    }

    @Test func lineIsRefusedInWords() throws {
        var stream = Array("\n\(Memo.document())\n\(Memo.document("\"count\":[]"))\n".utf8)
        var reader = NDJSONReader<Memo>(maximumLineLength: 195) { buffer in
            let count = min(buffer.count, stream.count)
            buffer.copyBytes(from: stream[..<count])
            stream.removeFirst(count)
            return count
        }
        var messages: [String] = []
        while let (_, draft) = try reader.next() { messages += draft.issues.map(\.description) }
        #expect(
            messages == [
                "error stream.lineTooLong, line 3, column 1 (byte 188): expected a line of at most 195 bytes. "
                    + "Raise the limit, or write one record a line"
            ]
        )
    }
}
