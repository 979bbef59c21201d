import ConcordSchema
import ConcordTesting
import ConcordValues
import Testing

/// Documents that broke a law once, as small as they were found.
@Suite struct RecordDocumentTests {
    /// A retainer's document with some members replaced or added.
    private func document(_ changes: (inout DocumentTree) -> Void = { _ in }) throws -> DocumentTree {
        var tree = try #require(
            DocumentTree(
                #"""
                {"schema":"retainer/3","id":"r-1",
                "header":{"recordVersion":1,"asOf":"2026-03-02T09:00:00Z","source":"crm","ingestedAt":"2026-03-02T09:00:00Z"},
                "monthly":{"amount":"1200.00","currency":"EUR"},"included":{"value":"10","unit":"HUR"},"term":{},
                "contact":{"name":"Ada"},"terms":{},"isActive":true,"factor":"1","firstDay":"2026-03-01","labelText":""}
                """#
            )
        )
        changes(&tree)
        return tree
    }

    private func retainer(_ member: String, _ value: String) throws -> Retainer {
        let value = try #require(DocumentTree(value))
        return try Retainer(json: document { $0[member] = value }.compact)
    }

    /// What the record made of a document writes for one of its members.
    private func written(_ member: String, _ value: String) throws -> String? {
        let record = try retainer(member, value)
        #expect(try Retainer(json: record.json()) == record)
        return DocumentTree(record.json())?[member]?.description
    }

    @Test func tagTwice() throws {
        let text = try document().description.dropLast() + #","schema":"retainer/3"}"#
        let issue = try #require(Draft<Retainer>(json: String(text)).issues.first)
        #expect(issue.code == .duplicateKey)
        #expect(issue.related?.offset == 1)
        #expect(issue.position?.offset == text.utf8.count - 22)
    }

    @Test(
        arguments: [
            #"{"x":1}"#, #"{"from":null}"#, #"{"through":null,"from":null,"x":{}}"#, #"{"from":"2026-01-01","x":[]}"#,
        ]
    )
    func membersOfEmptyComposite(value: String) throws {
        let found = try #require(try written("term", value))
        #expect(Set(DocumentTree(found)?.members ?? []) == Set(DocumentTree(value)?.members ?? []))
    }

    @Test func membersOfCompositesInItemsOfLists() throws {
        let steps = #"""
            [{"position":1,"fee":{"amount":"1","currency":"EUR","x":1}},
            {"position":2,"fee":{"amount":"2","currency":"EUR"},"y":2},
            {"position":3,"fee":{"amount":"3","currency":"EUR","z":3}}]
            """#
        let expected = try #require(DocumentTree(steps)).description
        #expect(try written("steps", steps) == expected)
        let first = try retainer("steps", steps).steps[0]
        let other = try retainer("steps", expected.replacing(#""x":1"#, with: #""x":2"#)).steps[0]
        #expect(first != other)
    }

    @Test func membersOfNestedComposites() throws {
        let range = #"{"low":{"amount":"1","currency":"EUR","x":1},"high":{"amount":"2","currency":"EUR","y":2},"z":3}"#
        #expect(try written("range", range) == range)
        let compact = try retainer("range", range)
        let spaced = try Retainer(json: document { $0["range"] = DocumentTree(range) }.pretty)
        #expect(spaced == compact)
        let reversed =
            #"{"z":3,"high":{"y":2,"amount":"2","currency":"EUR"},"low":{"x":1,"amount":"1","currency":"EUR"}}"#
        #expect(try retainer("range", reversed) == compact)
    }

    @Test func nullBehindHalfOfASurrogatePair() throws {
        let part = #"[{"number":"1","price":{"amount":"1","currency":"EUR"},"discount":{"\ud800":1,"reason":null}}]"#
        let written = try #require(try written("parts", part))
        #expect(written.contains(#""\ud800":1"#))
        #expect(written.contains(#""reason":null"#))
    }

    @Test func escapedNameOfAMemberThatHoldsNothing() throws {
        var record = try retainer("term", #"{"fr\u006fm":null}"#)
        record.term = DateInterval(on: record.firstDay)
        #expect(
            DocumentTree(record.json())?["term"]?.description == #"{"from":"2026-03-01","through":"2026-03-01"}"#
        )
    }

    @Test func eachIssueOnce() throws {
        let range = #"{"low":{"amount":"one","currency":"EUR"},"high":{"amount":"2","currency":"EUR"},"x":1}"#
        let draft = try Draft<Retainer>(json: document { $0["range"] = DocumentTree(range) }.compact)
        #expect(draft.issues.map(\.path.description) == ["range.low.amount"])
    }

    @Test(arguments: ["recordVersion", "notice", "counter", "budget"])
    func numberBehindWhiteSpace(member: String) throws {
        let isInHeader = member == "recordVersion"
        let text = try document { tree in
            if isInHeader { tree["header"]?[member] = .number("1.0") } else { tree[member] = .number("1.0") }
        }
        .pretty
        let issues = Draft<Retainer>(json: text).issues
        #expect(issues.map(\.path.description) == [isInHeader ? "header.recordVersion" : member])
        #expect(issues.map(\.observed) == ["1.0"])
    }

    @Test func idBehindWhiteSpace() throws {
        let issues = try Draft<Retainer>(json: document { $0["id"] = .string("") }.pretty).issues
        #expect(issues.map(\.path.description) == ["id"])
    }

    @Test func changedAndReorderedItems() throws {
        let one = #"{"number":"1","price":{"amount":"10","currency":"EUR"}}"#
        let two = #"{"number":"2","price":{"amount":"20","currency":"EUR"}}"#
        let dearer = #"{"number":"1","price":{"amount":"11","currency":"EUR"}}"#
        let before = try retainer("parts", "[\(one),\(two)]")
        let reordered = try retainer("parts", "[\(two),\(one)]")
        #expect(before.changes(to: reordered).map(\.path.description) == ["parts"])
        let changed = try retainer("parts", "[\(two),\(dearer)]")
        #expect(before.changes(to: changed).map(\.path.description) == ["parts[number=1].price.amount"])
        #expect(changed.difference(from: before).paths == ["parts.price.amount"])
        // A member that nobody knows is no declared value and does not hide the new order.
        let stranger = #"{"number":"1","price":{"amount":"10","currency":"EUR"},"x":1}"#
        let extended = try retainer("parts", "[\(two),\(stranger)]")
        #expect(before.changes(to: extended).map(\.path.description) == ["parts"])
        #expect(try before.changes(to: retainer("parts", "[\(stranger),\(two)]")) == [])
    }

    @Test func keysAreTextInPaths() throws {
        let before = try retainer("parts", #"[{"number":"a\"b","price":{"amount":"1","currency":"EUR"}}]"#)
        let after = try retainer("parts", #"[{"number":"a\"b","price":{"amount":"2","currency":"EUR"}}]"#)
        let path = try #require(before.changes(to: after).first?.path)
        #expect(path.steps.dropFirst().first == .key(field: "number", text: "a\"b"))
    }

    /// A part that is named as the field that it is missing from, such as the amount of a money called `amount`.
    @Test func missingAndDoubleMembersNamedAsTheirObject() throws {
        struct Fee: Record {
            var amount: Money
            var remainder = Remainder()
            static let schema = RecordSchema("fee", "A fee.", blank: Fee(amount: .placeholder)) {
                Field("amount", \.amount, "The fee.")
            }
        }
        func paths(_ amount: String) -> [String] {
            let text = #"""
                {"schema":"bearer/1","id":"b-1","header":{"recordVersion":1,"asOf":"2026-03-02T09:00:00Z","source":"crm",
                "ingestedAt":"2026-03-02T09:00:00Z"},"value":{"amount":\#(amount)}}
                """#
            return Draft<Bearer<Fee>>(json: text).issues.map(\.path.description)
        }
        #expect(paths(#"{"currency":"EUR"}"#) == ["value.amount.amount"])
        #expect(paths(#"{"amount":"1","currency":"EUR","amount":"1"}"#) == ["value.amount.amount"])
    }
}
