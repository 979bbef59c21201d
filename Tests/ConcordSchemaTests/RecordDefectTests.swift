import ConcordSchema
import ConcordValues
import Testing

/// A record type such as a host declares: lists of composites, composites in composites, and sensitive fields below open
/// ones.
private struct Ledger: CanonicalRecord {
    var id: RecordID<Ledger>
    var header: RecordHeader
    var title: String?
    var entries: [Entry] = []
    var keyed: [Entry] = []
    var staff: [Person] = []
    var lead: Person?
    var nested: Outer?
    var places: [Place] = []
    var crates: [Crate] = []
    var remainder = Remainder()

    struct Entry: Composite {
        var name: String
        var weight: Int64?

        static let schema = RecordSchema<Entry>("entry", blank: Entry(name: .placeholder)) {
            Field("name", \.name)
            Field("weight", \.weight)
        }
    }

    struct Person: Composite {
        var name: String
        var pay: Money?

        static let schema = RecordSchema<Person>("person", blank: Person(name: .placeholder)) {
            Field("name", \.name)
            Field("pay", \.pay, sensitivity: .compensation)
        }
    }

    struct Outer: Composite {
        var second: Entry
        var first: [Entry] = []

        static let schema = RecordSchema<Outer>("outer", blank: Outer(second: .placeholder)) {
            Field("second", \.second)
            Field("first", \.first)
        }
    }

    /// A composite that may be written as `{}`.
    struct Place: Composite {
        var city: String?

        static let schema = RecordSchema<Place>("place", blank: Place()) {
            Field("city", \.city)
        }
    }

    /// A composite with a record in it, which keeps its own strangers and leaves the composite's to the ledger.
    struct Crate: Composite {
        var box: Box

        static let schema = RecordSchema<Crate>("crate", blank: Crate(box: .placeholder)) {
            Field("box", \.box)
        }
    }

    struct Box: Record {
        var name: String
        var entry: Entry?
        var remainder = Remainder()

        static let schema = RecordSchema<Box>("box", blank: Box(name: .placeholder)) {
            Field("name", \.name)
            Field("entry", \.entry)
        }
    }

    static let schema = RecordSchema(
        "ledger",
        version: 1,
        "Entries, and people with what they earn.",
        blank: Ledger(id: .placeholder, header: .placeholder)
    ) {
        Field("id", \.id)
        Field("header", \.header)
        Field("title", \.title)
        Field("entries", \.entries)
        Field("keyed", \.keyed, key: \.name)
        Field("staff", \.staff)
        Field("lead", \.lead)
        Field("nested", \.nested)
        Field("places", \.places)
        Field("crates", \.crates)
    }
}

extension Ledger {
    static let opening = #"{"schema":"ledger/1","id":"l-1","header":\#(Memo.headerText)"#

    static func document(_ members: String) -> String {
        members.isEmpty ? opening + "}" : "\(opening),\(members)}"
    }

    static func list(_ item: (Int) -> String, _ count: Int = 16_000) -> String {
        "[" + (0..<count).map(item).joined(separator: ",") + "]"
    }
}

@Suite("Records: one document with very much in it")
struct RecordVolumeTests {
    @Test func eachOfManyIssuesHasItsPlace() throws {
        let opening = Ledger.opening.utf8.count
        let document = Ledger.document(
            "\n\"entries\":" + Ledger.list { "\n{\"name\":\"n\($0)\",\"weight\":\"\($0)\"}" }
        )
        let issues = Draft<Ledger>(json: document).issues
        #expect(issues.count == 16_000)
        let bytes = Array(document.utf8)
        var mistakes = 0
        for (index, issue) in issues.enumerated() {
            guard let position = issue.position, position.line == index + 3, position.offset > opening,
                issue.path.steps == [.field("entries"), .index(index), .field("weight")],
                issue.observed == "\"\(index)\"",
                bytes[position.offset - position.column] == UInt8(ascii: "\n"),
                bytes[position.offset] == UInt8(ascii: "\"")
            else {
                mistakes += 1
                continue
            }
        }
        #expect(mistakes == 0)
    }

    @Test func eachOfManyMissingMembersHasItsPlace() {
        let document = Ledger.document("\"entries\":" + Ledger.list { _ in "{}" })
        let issues = Draft<Ledger>(json: document).issues
        let paths = issues.map(\.path.steps)
        #expect(paths == (0..<16_000).map { [.field("entries"), .index($0), .field("name")] })
    }

    @Test func eachOfManyStrangersComesBack() throws {
        let document = Ledger.document("\"entries\":" + Ledger.list { "{\"name\":\"n\",\"x\":[\($0)],\"y\":null}" })
        let ledger = try Ledger(json: document)
        #expect(ledger.jsonText() == document)
        #expect(try Ledger(json: ledger.json()) == ledger)
    }

    @Test func eachOfManyExplicitNullsComesBack() throws {
        let document = Ledger.document("\"entries\":" + Ledger.list { "{\"name\":\"n\($0)\",\"weight\":null}" })
        #expect(try Ledger(json: document).jsonText() == document)
    }

    @Test func eachOfManyStrangersAroundAndInsideRecordsComesBack() throws {
        let document = Ledger.document(
            "\"crates\":"
                + Ledger.list { index in
                    "{\"box\":{\"name\":\"n\",\"entry\":{\"name\":\"e\",\"x\":\(index)},\"y\":1},\"z\":[\(index)]}"
                }
        )
        let ledger = try Ledger(json: document)
        #expect(ledger.jsonText() == document)
        #expect(try Ledger(json: ledger.json()) == ledger)
    }

    @Test func manyStrangersOfOneCompositeComeBack() throws {
        let strangers = (0..<16_000).map { "\"x\($0)\":\($0)" }.joined(separator: ",")
        let document = Ledger.document("\"entries\":[{\"name\":\"n\",\(strangers)}]")
        #expect(try Ledger(json: document).jsonText() == document)
    }

    @Test func manyItemsWithOneKeyAreRemarkedUponAtTheirList() {
        let document = Ledger.document("\"keyed\": \n" + Ledger.list { _ in "{\"name\":\"n\"}" })
        let issues = Draft<Ledger>(json: document).issues
        #expect(issues.count == 15_999)
        #expect(Set(issues.map(\.path.description)) == ["keyed"])
        #expect(Set(issues.map(\.position?.line)) == [2])
        #expect(Set(issues.map { $0.observed?.utf8.count ?? 0 }).max() ?? 0 <= 83)
    }
}

@Suite("Records: strangers in composites")
struct RecordStrangerTests {
    @Test(arguments: [
        // The source's order of fields is not the order in which they are written.
        #""nested":{"first":[{"name":"a","x":1},{"name":"b","weight":null}],"p":{},"second":{"name":"c","y":2},"q":[]}"#,
        #""nested":{"second":{"y":2,"name":"c"}},"entries":[{"x":{"name":"z"},"name":"a"}]"#,
        #""places":[{"x":1},{},{"city":null,"y":[ 1 ]},{"city":"Ulm","z":"}"}]"#,
        #""entries":[{"name":"a","\ud800":1,"\\ud800":2}],"keyed":[{"name":"b","\u0078":1}]"#,
    ])
    func survive(members: String) throws {
        let first = try Ledger(json: Ledger.document(members))
        let text = first.jsonText()
        #expect(try Ledger(json: text) == first)
        #expect(try Ledger(json: text).jsonText() == text)
        // As many bytes: nothing was lost, whatever the order.
        let bytes = Ledger.document(members).utf8.filter { $0 != UInt8(ascii: " ") }
        #expect(text.utf8.sorted() == bytes.sorted())
    }

    @Test func goToTheirComposite() throws {
        let ledger = try Ledger(
            json: Ledger.document(
                #""nested":{"first":[{"name":"a"},{"name":"b","x":1}],"second":{"name":"c","y":2},"z":3}"#
            )
        )
        #expect(
            ledger.jsonText()
                == Ledger.document(
                    #""nested":{"second":{"name":"c","y":2},"first":[{"name":"a"},{"name":"b","x":1}],"z":3}"#
                )
        )
    }

    @Test func giveWayToAValue() throws {
        var ledger = try Ledger(
            json: Ledger.document(#""entries":[{"name":"a","\u0077eight":null,"x":1},{"name":"b","weight":null}]"#)
        )
        ledger.entries[0].weight = 3
        ledger.entries[1].weight = 4
        #expect(
            ledger.jsonText()
                == Ledger.document(#""entries":[{"name":"a","weight":3,"x":1},{"name":"b","weight":4}]"#)
        )
        ledger.entries.removeLast()
        ledger.entries[0].weight = nil
        #expect(
            ledger.jsonText() == Ledger.document(#""entries":[{"name":"a","\u0077eight":null,"x":1}]"#)
        )
        ledger.entries = []
        #expect(ledger.jsonText() == Ledger.document(""))
    }

    @Test func withHalvesInTheirNamesHideNoExplicitNull() throws {
        let document = Ledger.document(#""entries":[{"name":"a","\udc00":1,"weight":null}]"#)
        #expect(try Ledger(json: document).jsonText() == document)
    }
}

@Suite("Records: names with half of a surrogate pair")
struct RecordHalfNameTests {
    @Test(arguments: [
        #""\ud800":1,"title":"a","title":"b""#,
        #""\ud800":1,"x":"a","x":"b""#,
        #""x\ud800":1,"x\uD800":2"#,
        #""\u0078\udc00":1,"x\udc00":2"#,
    ])
    func duplicatesHaveBothPlaces(members: String) throws {
        let issues = Draft<Ledger>(json: Ledger.document(members)).issues
        #expect(issues.map(\.code) == [.duplicateKey])
        let issue = try #require(issues.first)
        let first = try #require(issue.related)
        let second = try #require(issue.position)
        #expect(first.offset < second.offset)
        #expect(issue.path.steps.count == 1)
    }

    @Test(arguments: [
        #""\ud800":1,"\\ud800":2"#,
        #""\ud800":1,"\udc00":2,"\ud800\ud800":3,"\ud800\udc00":4"#,
        #""\udc00\ud800":1,"\ud800\udc00":2,"\ufffd":3,"\ufffd\ufffd\ufffd":4"#,
    ])
    func differentNamesAreKeptApart(members: String) throws {
        let document = Ledger.document(members)
        #expect(try Ledger(json: document).jsonText() == document)
        let inside = Ledger.document("\"entries\":[{\"name\":\"a\",\(members)}]")
        #expect(try Ledger(json: inside).jsonText() == inside)
    }

    @Test func membersBehindThemAreListed() throws {
        let ledger = try Ledger(json: Ledger.document(#""a":1,"x\ud800":[2],"\u0062":3"#))
        #expect(ledger.remainder.members.map(\.name) == ["a", #"x\ud800"#, "b"])
        #expect(ledger.remainder.members.map(\.json) == ["1", "[2]", "3"])
    }
}

@Suite("Issues: what they quote")
struct IssueExcerptTests {
    private func issue(_ members: String) throws -> ConcordSchema.Issue {
        try #require(Draft<Ledger>(json: Ledger.document(members)).issues.first)
    }

    @Test func valuesAreQuotedWithoutWhiteSpace() throws {
        let issue = try issue("\"title\":{ \"a\" :\n\t[ 1,\r\n2 ] }")
        #expect(issue.observed == #"{"a":[1,2]}"#)
    }

    @Test(arguments: [
        ("\"title\":\u{1B}[31m", #"\u001b"#),
        ("\"title\":\"a\nb\"", #"\n"#),
        ("\"title\":\"a\u{0}b\"", #"\u0000"#),
    ])
    func controlCharactersAreEscaped(members: String, observed: String) throws {
        let found = try #require(try issue(members).observed)
        #expect(found.hasPrefix(observed))
        #expect(found.utf8.allSatisfy { $0 >= 0x20 })
    }

    @Test func controlCharactersAreEscapedWhereNothingIsSensitive() {
        let found = JSONText.check("{\"a\":\"x\n\u{1}y\"\r\n}")?.observed
        #expect(found == #"\n\u0001y"\r\n}"#)
    }

    @Test(arguments: [
        ("é", 39), ("€", 26), ("😀", 19), ("👩‍👩‍👧", 4), ("e\u{301}", 26), (#"\u00e9"#, 13), (#"\ud83d\ude00"#, 6),
        (#"\n"#, 39),
        ("a", 79),
    ])
    func longValuesAreCutBetweenCharacters(character: String, count: Int) throws {
        for shift in 0..<8 {
            let head = String(repeating: ".", count: shift)
            let text = head + String(repeating: character, count: 100)
            let observed = try #require(try issue("\"entries\":\"\(text)\"").observed)
            #expect(observed.hasSuffix("…"))
            let kept = String(observed.dropLast())
            #expect(kept.utf8.count <= 80)
            #expect(!observed.unicodeScalars.contains("\u{FFFD}"))
            let rest = Array(kept.utf8.dropFirst(1 + shift))
            #expect(rest.count % character.utf8.count == 0, "\(observed)")
            #expect(shift > 0 || rest.count == count * character.utf8.count, "\(observed)")
        }
    }

    @Test func oneEndlessCharacterIsCutAsWell() throws {
        let observed = try issue("\"entries\":\"" + String(repeating: "\u{301}", count: 400) + "\"").observed
        #expect((1...83).contains(observed?.utf8.count ?? 0))
        let raw = JSONText.check("[x" + String(repeating: "\u{301}", count: 400) + "]")?.observed
        #expect((1...16).contains(raw?.utf8.count ?? 0))
    }

    @Test(arguments: ["\n", "\r", "\u{85}", "\u{2028}", "\u{2029}", "\u{B}", "\u{1B}", "\u{9B}", "\u{7F}"])
    func descriptionsAreOneLine(character: String) throws {
        let code = String(character.unicodeScalars.first?.value ?? 0, radix: 16)
        let escape = #"\u"# + String(repeating: "0", count: 4 - code.count) + code
        let duplicate = try issue("\"\(escape)\":1,\"\(escape)\":2")
        #expect(duplicate.path.steps == [.field(character)])
        let made = ConcordSchema.Issue(
            "host.code",
            path: RecordPath([.field(character)]),
            expected: "a\(character)",
            observed: character,
            remedy: character
        )
        for issue in [duplicate, made] {
            #expect(!issue.description.unicodeScalars.contains(character.unicodeScalars[character.startIndex]))
        }
    }

    @Test(arguments: [Int.min, -5, 5, 10_000, Int.max])
    func placesThatAHostMadeUpAreHarmless(offset: Int) throws {
        let document = #"{"schema":"mistaken/1","id":"m","header":{},"odd":\#(offset)}"#
        let issue = try #require(Draft<Mistaken>(json: document).issues.first { $0.code == "host.odd" })
        // A place outside the document stays outside, so that the laws of records find the mistake.
        #expect((0...document.utf8.count).contains(issue.position?.offset ?? -1) == (offset == 5))
        #expect(issue.related != nil)
    }

    /// A record of a host whose field says that something is wrong where nothing is.
    private struct Mistaken: CanonicalRecord {
        var id: RecordID<Mistaken>
        var header: RecordHeader
        var odd: Odd
        var remainder = Remainder()

        struct Odd: FieldValue {
            static var placeholder: Odd { Odd() }
            static var shape: FieldShape { .boolean }

            mutating func read(from reader: inout JSONReader) throws(ReadFailure) {
                let text = String(decoding: try reader.readNumberText(), as: UTF8.self)
                let offset = Int(text) ?? 0
                throw ReadFailure("host.odd", at: offset, expected: "nothing", relatedOffset: ~offset)
            }

            func write(to writer: inout JSONWriter) { writer.writeNull() }
        }

        static let schema = RecordSchema(
            "mistaken",
            version: 1,
            blank: Mistaken(id: .placeholder, header: .placeholder, odd: .placeholder)
        ) {
            Field("id", \.id)
            Field("header", \.header)
            Field("odd", \.odd)
        }
    }
}

@Suite("Issues: what is not for everybody")
struct IssueRedactionTests {
    @Test(arguments: [
        // The field itself, and what is inside it.
        (#""lead":{"name":"a","pay":"90000"}"#, #""•••""#),
        (#""lead":{"name":"a","pay":{"amount":90000,"currency":"EUR"}}"#, #""•••""#),
        // A field that holds it.
        (#""staff":{"pay":{"amount":"90000"}}"#, "an object"),
        (#""staff":"90000""#, "a string"),
        (#""staff":-90000"#, "a number"),
        (#""staff":true"#, "true or false"),
        (#""staff":[[{"pay":"90000"}, 2, "]"]]"#, "a list of 3"),
        (#""staff":[[]]"#, "an empty list"),
        (#""staff":[null]"#, "null"),
        (#""lead":["90000"]"#, "a list of 1"),
        // Bytes that are not JSON, before and behind a value that is not for everybody.
        (#""lead":{"name":"a" "pay":"90000"}"#, "a string"),
        (#""lead":{"name":"a","pay" 90000}"#, "a number"),
        (#""lead":{"name":"a","pay":"9" 90000"}"#, "a number"),
        (#""lead":{"name":"a","pay":"9" x90000"}"#, "a word"),
        (#""lead":{"name":"a","pay"::90000}"#, #""•••""#),
        (#""lead":{"name":"a",,"pay":90000}"#, ","),
        (#""lead":{"name":tru,"pay":"90000"}"#, "tru"),
        (#""title":\"a\","lead":{"pay":"90000"}"#, #"\"#),
        // Nothing below is sensitive.
        (#""entries":{"name":"a"}"#, #"{"name":"a"}"#),
        (#""entries":[{"name":[1]}]"#, "[1]"),
        // A duplicate shows the name.
        (#""lead":{"name":"a"},"lead":{"pay":"90000"}"#, #""lead""#),
        (#""lead":{"name":"a","pay":null,"pay":"90000"}"#, #""pay""#),
    ])
    func onlyTheKindIsQuoted(members: String, observed: String) throws {
        let issues = Draft<Ledger>(json: Ledger.document(members)).issues
        #expect(issues.last?.observed == observed)
        for issue in issues { #expect(!issue.description.contains("90000"), "\(issue)") }
    }

    @Test(arguments: [
        #"{"lead":{"pay":"90000"}}"#, #"[{"lead":{"pay":"90000"}}]"#, #""90000""#, "90000", "x90000",
    ])
    func documentThatIsNoRecordIsNotQuoted(document: String) {
        let issues = Draft<Ledger>(json: document).issues
        #expect(!issues.isEmpty)
        for issue in issues { #expect(!issue.description.contains("90000"), "\(issue)") }
    }
}

@Suite("Records: ids with control characters")
struct IdentityDefectTests {
    @Test(arguments: [
        "a\u{7F}", "0123456\u{7F}", "01234567\u{7F}b", "ä\u{85}", #"a\u007f"#, #"a\tb"#, "",
        String(repeating: "x", count: 256),
    ])
    func areRefused(id: String) throws {
        let document = #"{"schema":"ledger/1","id":"\#(id)","header":\#(Memo.headerText)}"#
        let refusal = try #require(throws: Refusal.self) { try Ledger(json: document) }
        #expect(refusal.issues.map(\.code.rawValue) == ["id.syntax"])
        #expect(refusal.issues.first?.position?.offset == 26)
    }

    @Test(arguments: ["a", "ä\u{A0}", "0123456789abcdef", #"a\u00e4"#, String(repeating: "x", count: 255)])
    func othersAreRead(id: String) throws {
        let document = #"{"schema":"ledger/1","id":"\#(id)","header":\#(Memo.headerText)}"#
        #expect(try Ledger(json: document).id.isValid)
    }
}
