import ConcordHistory
import ConcordModel
import ConcordSchema
import ConcordTesting
import ConcordVersions
import Foundation
import Testing

/// Events of CloudEvents 1.0, and records in them.
@Suite struct EventTests {
    private static let folder = ProcessInfo.processInfo.environment["CONCORD_SUITES"]
        .map { "\($0)/cloudevents/conformance/format/json" }

    private func tests(_ file: String, _ member: String) throws -> [(id: String, json: [UInt8])] {
        let path = try #require(Self.folder) + "/\(file).json"
        var text = try String(contentsOfFile: path, encoding: .utf8)
        text = text.replacing("\u{FEFF}", with: "")
        let tree = try #require(DocumentTree(Array(text.utf8)))
        return try #require(tree["tests"]).items
            .compactMap { test in
                test[member].map { (test["id"]?.text ?? "", $0.compact) }
            }
    }

    @Test(.enabled(if: folder != nil)) func theSuiteIsDecidedAsItSays() throws {
        for (id, json) in try tests("valid-events", "event") {
            #expect(throws: Never.self, "\(id)") {
                let event = try EventEnvelope(json: json)
                #expect(try EventEnvelope(json: event.json()) == event)
            }
        }
        for (id, json) in try tests("invalid-events", "event") {
            #expect(throws: Refusal.self, "\(id)") { try EventEnvelope(json: json) }
        }
        for (id, json) in try tests("valid-batches", "batch") {
            #expect(throws: Never.self, "\(id)") { try EventEnvelope.batch(json: json) }
        }
        for (id, json) in try tests("invalid-batches", "batch") {
            #expect(throws: Refusal.self, "\(id)") { try EventEnvelope.batch(json: json) }
        }
    }

    private func entry() throws -> Consignment {
        try Consignment(json: Consignment.document(3, #""label":"Mary Smith","weight":5,"priority":"highest""#))
    }

    @Test(arguments: [1, 2, 3]) func aRecordComesOutAsItWentIn(_ version: Int) throws {
        let record = try entry()
        let event = try EventEnvelope(
            record,
            version: version,
            id: "e1",
            source: "/yard",
            type: "concord.consignment.changed"
        )
        #expect(event.dataSchema?.hasPrefix("concord:consignment/\(version)?sha256=") == true)
        let again = try EventEnvelope(json: event.json())
        #expect(again == event)
        #expect(try again.draft(of: Consignment.self).record() == record)
    }

    @Test func aMismatchIsRefusedLoudly() throws {
        var event = try EventEnvelope(try entry(), id: "e1", source: "/yard", type: "t")
        let right = try #require(event.dataSchema)
        for wrong in [nil, "concord:consignment/3", right + "0", right.replacing("/3?", with: "/2?")] {
            event.dataSchema = wrong
            #expect(throws: Refusal.self) { try event.draft(of: Consignment.self) }
        }
        event.dataSchema = right
        #expect(throws: Refusal.self) { try event.draft(of: Customer.self) }
    }

    @Test func changesAreTold() throws {
        let before = try entry()
        var after = before
        after.weight = 6
        let event = EventEnvelope(from: before, to: after, id: "e2", source: "/yard", type: "t")
        let text = String(decoding: event.json(), as: UTF8.self)
        #expect(text.contains(#""changes":[{"path":"/weight","before":5,"after":6}]"#))
    }
}
