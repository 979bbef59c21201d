import ConcordSchema
import ConcordTesting
import ConcordValues
import ConcordVersions
import Foundation
import Testing

/// A host's own record gets what the canonical ones have.
@Suite struct HostHistoryTests {
    private let history = Consignment.history

    @Test func lawsHold() {
        var laws = VersionLaws<Consignment>(count: 150, seed: 7)
        // Beyond 64 bits of grams a weight is refused, which is not what is looked at here.
        laws.rules.setTexts(ofFormat: "decimal") { random in
            "\(random.number(in: 0...900)).\(random.number(in: 0...9999))"
        }
        for violation in laws.check() { Testing.Issue.record("\(violation)") }
    }

    @Test func olderShapesAreWorkedOut() throws {
        let first = try #require(history.schema.version(1))
        #expect(
            first.fields.map(\.name).sorted() == [
                "colour", "header", "id", "kilograms", "make", "model", "stops", "urgent",
            ]
        )
        #expect(first.field(at: ["stops", "hours"])?.isRequired == true)
        #expect(first.field(at: ["stops", "gate"]) == nil)
        #expect(first.tag == "consignment/1")
    }

    @Test func readsTheOldestVersion() throws {
        let document = Consignment.document(
            1,
            #""make":"Mary Ann","model":"Smith","kilograms":"1.25","colour":"red","urgent":true,"x":1.10,"#
                + #""stops":[{"code":"A","hours":"0.5","y":null},{"code":"B","hours":"2"}]"#
        )
        let record = try history.record(json: document)
        #expect(record.label == "Mary Ann Smith")
        #expect(record.weight == 1_250)
        #expect(record.priority == "high")
        #expect(record.stops.map(\.dwell) == [30, 120])
        #expect(record.remainder.members.map(\.name).contains("x"))
        #expect(try history.json(of: record, version: 1) == canonical(document))
    }

    private func canonical(_ document: [UInt8]) throws -> [UInt8] {
        // The codec writes declared members first; the steps leave the others where they are.
        try history.json(of: history.record(json: document), version: 1)
    }

    @Test func whatTheOlderVersionCannotSayComesBack() throws {
        let newest = Consignment.document(
            3,
            #""label":"Anvil","weight":5,"priority":"highest","stops":[{"code":"A","dwell":7,"gate":"N"}]"#
        )
        let old = try history.schema.migrate(newest, to: 1)
        let text = String(decoding: old, as: UTF8.self)
        #expect(text.hasPrefix(#"{"schema":"consignment/1","residue":{"id":"c1","kept":["#))
        #expect(text.contains(#""make":"Anvil","model":"""#))
        #expect(text.contains(#""hours":"0.1167""#))
        #expect(text.contains(#"{"of":3,"step":"3:gate","at":["stops","A"],"values":{"add":{"gate":"N"}}}"#))
        #expect(try history.schema.migrate(old, to: 3) == newest)
    }

    @Test func residueFollowsItemsByKey() throws {
        let newest = Consignment.document(
            3,
            #""label":"Anvil","weight":5,"stops":[{"code":"A","dwell":1,"gate":"N"},{"code":"B","dwell":2,"gate":"S"}]"#
        )
        var old = String(decoding: try history.schema.migrate(newest, to: 2), as: UTF8.self)
        old = old.replacing(
            #"[{"code":"A","dwell":1},{"code":"B","dwell":2}]"#,
            with: #"[{"code":"C","dwell":3},{"code":"B","dwell":9}]"#
        )
        let record = try history.record(json: Array(old.utf8))
        #expect(record.stops.map(\.gate) == [nil, "S"])
        #expect(record.stops.map(\.dwell) == [3, 9])
    }

    @Test func liveValuesWin() throws {
        let newest = Consignment.document(3, #""label":" Mary","weight":5"#)
        let old = String(decoding: try history.schema.migrate(newest, to: 2), as: UTF8.self)
        #expect(old.contains("residue"))
        #expect(try history.record(json: Array(old.utf8)).label == " Mary")
        let edited = old.replacing(#""model":"Mary""#, with: #""model":"Smith""#)
        #expect(try history.record(json: Array(edited.utf8)).label == "Smith")
    }

    @Test func staleResidueIsTold() throws {
        let newest = Consignment.document(3, #""label":" Mary","weight":5"#)
        let old = String(decoding: try history.schema.migrate(newest, to: 2), as: UTF8.self)
        #expect(history.draft(json: old).issues == [])
        let draft = history.draft(json: old.replacing(#""model":"Mary""#, with: #""model":"Smith""#))
        #expect(draft.isAcceptable)
        #expect(draft.issues.map(\.code) == [.staleResidue])
        #expect(draft.issues.first?.expected.hasSuffix("they win, and the residue is forgotten") == true)
        // What is wrong with the document is told beside it.
        let wrong = history.draft(
            json: old.replacing(#""model":"Mary""#, with: #""model":"Smith""#).replacing("5", with: "\"5\"")
        )
        #expect(wrong.issues.map(\.severity).contains(.error))
    }

    @Test func aConflictIsAnIssue() throws {
        let newest = Consignment.document(3, #""label":"Mary Smith","weight":5,"priority":"highest""#)
        let old = String(decoding: try history.schema.migrate(newest, to: 2), as: UTF8.self)
        let edited = old.replacing(#""urgent":true"#, with: #""urgent":false"#)
        let draft = history.draft(json: edited)
        #expect(draft.issues.map(\.code) == [.staleResidue])
        #expect(!draft.isAcceptable)
    }

    @Test func residueOfAnotherRecordIsLeftOut() throws {
        let newest = Consignment.document(3, #""label":"Anvil","weight":5,"stops":[{"code":"A","dwell":1,"gate":"N"}]"#)
        let old = String(decoding: try history.schema.migrate(newest, to: 2), as: UTF8.self)
        let copied = old.replacing(#","id":"c1""#, with: #","id":"c2""#)
        let draft = history.draft(json: copied)
        #expect(draft.issues.map(\.code) == [.foreignResidue])
        #expect(try draft.record().stops[0].gate == nil)
    }

    @Test func residueMayStandAnywhere() throws {
        let newest = Consignment.document(3, #""label":"Anvil","weight":5,"priority":"highest""#)
        let old = String(decoding: try history.schema.migrate(newest, to: 2), as: UTF8.self)
        let begin = try #require(old.range(of: #","residue":"#)).lowerBound
        let end = try #require(old.range(of: #","id":"c1","header""#)).lowerBound
        let residue = old[begin..<end]
        let moved = old[..<begin] + old[end...].dropLast() + residue + "}"
        #expect(try history.record(json: Array(moved.utf8)).priority == "highest")
    }

    @Test func issuesAreAtPlacesOfTheOriginal() throws {
        let document = Consignment.document(
            1,
            #""make":"A","model":"B","kilograms":"heavy","colour":"red","stops":[{"code":"A","hours":"1"},{"code":7}]"#
        )
        let issues = history.draft(json: document).issues
        #expect(issues.map(\.path.description) == ["kilograms", "stops[1].hours", "stops[1].code"])
        #expect(issues.map(\.code) == [.conversion, .missing, .type])
        for issue in issues where issue.code != .missing {
            let rest = document.dropFirst(issue.position?.offset ?? 0)
            #expect(rest.starts(with: (issue.code == .type ? "7" : "\"heavy\"").utf8))
        }
    }

    @Test func whatIsNoJSONIsRefusedWhereItBreaks() {
        let document = Consignment.document(1, #""make":"A","model":"B","kilograms":1,,"#)
        let issues = history.draft(json: document).issues
        #expect(issues.count == 1)
        #expect(issues.first?.code == .syntax)
    }

    @Test func aMemberThatStandsTwiceIsRefused() {
        let document = Consignment.document(1, #""make":"A","model":"B","kilograms":"1","colour":"red","make":"C""#)
        let issues = history.draft(json: document).issues
        #expect(issues.map(\.code) == [.duplicateKey])
        #expect(issues.first?.path.description == "make")
        #expect(issues.first?.related != nil)
    }

    @Test func aMemberWithALaterNameIsNotTakenForIt() throws {
        let document = Consignment.document(
            1,
            #""make":"A","model":"B","kilograms":"1","colour":"red","weight":{"squatter":true}"#
        )
        let record = try history.record(json: document)
        #expect(record.weight == 1_000)
        let back = try history.json(of: record, version: 1)
        #expect(String(decoding: back, as: UTF8.self).contains(#""weight":{"squatter":true}"#))
    }

    @Test(arguments: [0, 4, 99]) func versionsThatWereNeverPublished(_ number: Int) {
        let draft = history.draft(json: Consignment.document(number, #""label":"A","weight":1"#))
        #expect(draft.issues.map(\.code) == [.unknownVersion])
    }

    @Test func theNewestVersionIsReadAsItIs() throws {
        let document = Consignment.document(3, #""label":"A","weight":1"#)
        #expect(try history.draft(json: document).record() == Consignment(json: document))
        #expect(try history.schema.migrate(document, to: 3) == document)
    }
}
