import Concord
import Foundation
import Testing

@Suite("The use of crosswalks")
struct CrosswalkUseTests {
    private static func overlaid(_ name: String) throws -> ConfigurationDocument<MappingOverlay> {
        try MappingOverlay.document(
            ConfigurationFile(try CrosswalkTests.fixture(name), name: "crosswalks/\(name)"),
            crosswalkFile: { try? CrosswalkTests.fixture($0) }
        )
    }

    private static func practice() throws -> Mapping<Opportunity> {
        try Salesforce.opportunity.overlaid(by: [overlaid("halden-marsh-practice.json")])
    }

    static func opportunity(_ members: String) -> String {
        #"{"Id":"0065g00000QmAaaAAA","Name":"Signalling","AccountId":"0015g00000NwRaiAAF","IsClosed":false,"#
            + "\n\"IsWon\":false,\(members)}"
    }

    private static func use(_ payloads: [String], asOf day: String? = nil) throws -> Coverage {
        var coverage = Coverage()
        var context = try MappingLawsTests.context()
        context.codesAsOf = try day.map { try LocalDate($0) }
        let mapping = try practice()
        for payload in payloads {
            let bytes = Array(payload.utf8)
            _ = bytes.withUnsafeBufferPointer { mapping.read($0, in: context, coverage: &coverage) }
        }
        return coverage
    }

    private static let payloads = [
        opportunity(#""StageName":"Prospecting","Practice__c":"Rail","Loss_Reason__c":"Frozen""#),
        opportunity(#""StageName":"Prospecting","Practice__c":"Ports""#),
        opportunity(#""StageName":"Parked","Practice__c":"Rale","Loss_Reason__c":null"#),
        opportunity(#""StageName":"Parked","Practice__c":"RAIL-OLD","ForecastCategory":"Omitted""#),
    ]

    @Test func rowsAndUnseenCodesAreCounted() throws {
        let coverage = try Self.use(Self.payloads)
        #expect(coverage.isBalanced)
        let uses = Dictionary(uniqueKeysWithValues: coverage.crosswalks.map { ($0.crosswalk.name, $0) })
        let stages = try #require(uses["salesforce-opportunity-stage"])
        #expect(stages.lookups == 4)
        #expect(stages.hits.first == 2)
        #expect(stages.neverHit.count == 9)
        #expect(stages.unseen["Parked"]?.count == 2)
        #expect(stages.unseen["Parked"]?.example.object == 3)
        #expect(stages.unseen["Parked"]?.example.pointer == "/StageName")
        #expect(stages.unseen["Parked"]?.example.position.line == 2)
        #expect(uses["emea-loss-reason"]?.unseen["Frozen"]?.lapse == "ended on 2025-12-31")
        #expect(uses["emea-practice"]?.hits == [1, 0, 0, 0, 1, 0])
        #expect(uses["salesforce-forecast-category"]?.lookups == 1)
        try expectGolden(
            coverage.text(table: Self.practice().table),
            "coverage.txt"
        )
        var writer = JSONWriter()
        writer.beginList()
        for use in coverage.crosswalks {
            use.write(to: &writer)
            writer.endItem()
        }
        writer.endList()
        try expectGolden(writer.text().split(separator: "},{").joined(separator: "},\n{") + "\n", "crosswalk-use.json")
    }

    @Test func theDayOfTheRunDecides() throws {
        let payload = Self.opportunity(#""StageName":"Prospecting","Practice__c":"RAIL-OLD","Loss_Reason__c":"Frozen""#)
        var context = try MappingLawsTests.context()
        let mapping = try Self.practice()
        let issues = mapping.read(payload, in: context).allIssues
        #expect(issues.map(\.code) == [.unknownCode, .unknownCode])
        try expectGolden(issues.map { "\($0)\n" }.joined(), "crosswalk-issues.txt")
        context.codesAsOf = try LocalDate("2025-12-31")
        let record = try #require(try mapping.read(payload, in: context).records().first)
        #expect(record.kind?.code == "rail")
        #expect(record.lossReason?.code == "no-budget")
        let use = try Self.use([payload], asOf: "2025-12-31").crosswalks
        #expect(use.allSatisfy { $0.unseen.isEmpty })
        // What is explained is what was done.
        #expect(
            mapping.explain(payload, in: context, target: "kind").fields.first?.lookups.first?.row?.target == "rail"
        )
    }

    @Test func theWayBackIsOfTheDay() throws {
        let mapping = try Self.practice()
        let context = try MappingLawsTests.context()
        let payload = Array(Self.opportunity(#""StageName":"Prospecting","Practice__c":"Roads""#).utf8)
        var records = try payload.withUnsafeBufferPointer { mapping.read($0, in: context) }.records()
        #expect(records[0].kind?.code == "transport")
        #expect(try mapping.write(records, onto: payload, in: context).object == payload)
        records[0].kind?.code = "tax"
        let tax = try mapping.write(records, onto: payload, in: context)
        #expect(String(decoding: tax.object, as: UTF8.self).contains(#""Practice__c":"Tax""#))
        let new = mapping.write(records.map { $0.with(kind: "transport") }, in: context)
        #expect(new.contains(#""Practice__c":"Ports""#))
        var earlier = context
        earlier.codesAsOf = try LocalDate("2025-05-01")
        #expect(
            mapping.write(records.map { $0.with(kind: "transport") }, in: earlier).contains(#""Practice__c":"Roads""#)
        )
    }

    @Test func anObjectOfSeveralRecordsAsksOnce() throws {
        var coverage = Coverage()
        let text =
            #"{"Id":"a1c5g0000009xRfAAI","pse__Start_Date__c":"2026-11-02","pse__End_Date__c":"2026-11-08","#
            + #""pse__Status__c":"Approved","pse__Monday_Hours__c":8.00,"pse__Tuesday_Hours__c":7.50}"#
        let payload = Array(text.utf8)
        let context = try MappingLawsTests.context()
        _ = payload.withUnsafeBufferPointer { Certinia.timecardHeader.read($0, in: context, coverage: &coverage) }
        #expect(coverage.records == 2)
        let status = try #require(coverage.crosswalks.first { $0.crosswalk.name == Certinia.timecardStatus.name })
        #expect(status.lookups == 1)
    }

    @Test func theHashOfAFileCounts() throws {
        func fingerprint(_ table: String) throws -> ContentHash {
            let overlay = ConfigurationFile(try CrosswalkTests.fixture("halden-marsh-lines.json"), name: "o.json")
            let document = try MappingOverlay.document(overlay) { _ in Array(table.utf8) }
            return NetSuite.invoice.fingerprint(with: [document])
        }
        #expect(try fingerprint("source,target\nA,1\n") != fingerprint("source,target\nA,2\n"))
        #expect(try fingerprint("source,target\nA,1\n") == fingerprint("source,target\nA,1\n"))
    }
}

extension Opportunity {
    fileprivate func with(kind code: String) -> Opportunity {
        var other = self
        other.kind?.code = code
        return other
    }
}
