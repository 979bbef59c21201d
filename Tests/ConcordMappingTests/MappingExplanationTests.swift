import Concord
import Foundation
import Testing

/// Why a value is there, and where a value went: as people read it, and as machines do.
@Suite("Explanations")
struct MappingExplanationTests {
    /// The objects of a fixture.
    private static func objects(_ name: String) throws -> [String] {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Fixtures").appending(path: name)
        var reader = PayloadReader()
        try Data(contentsOf: file).withUnsafeBytes { reader.append($0) }
        reader.finish()
        var objects: [String] = []
        while let payload = reader.next() { objects.append(String(decoding: payload.bytes, as: UTF8.self)) }
        return objects
    }

    private static func explain<Target>(
        _ mapping: Mapping<Target>,
        _ payload: String,
        _ field: String,
        _ context: MappingContext
    ) -> MappingExplanation {
        field.hasPrefix("/")
            ? mapping.explain(payload, in: context, source: field)
            : mapping.explain(payload, in: context, target: field)
    }

    @Test func opportunitiesAreExplained() throws {
        let context = try MappingLawsTests.context()
        let objects = try Self.objects("salesforce/opportunity-query.json")
        var lines: [String] = []
        func show(_ object: Int, _ fields: String...) {
            for field in fields {
                let explanation = Self.explain(Salesforce.opportunity, objects[object], field, context)
                lines += ["## \(field)", "", explanation.description, ""]
            }
        }
        show(0, "id", "stage.canonical", "stage", "status", "amount", "amount.currency", "closeDate", "description")
        show(0, "header.source", "header.remarks.unmapped", "nothing.there")
        show(
            0,
            "/StageName",
            "/Id",
            "/CurrencyIsoCode",
            "/attributes",
            "/attributes/type",
            "/Practice__r/Name",
            "/Account"
        )
        show(0, "/ExpectedRevenue", "/Nowhere", "/Nowhere/deep")
        lines += ["# A stage that nobody knows", ""]
        let refused = try #require(objects.firstIndex { $0.contains("Verbal Commitment") })
        show(refused, "stage.canonical", "/StageName", "/Description")
        lines += ["# A forecast category that is kept", ""]
        let kept = try #require(objects.firstIndex { $0.contains("MostLikely") })
        show(kept, "forecastCategory")
        try expectGolden(lines.joined(separator: "\n"), "explanations-opportunity.txt")
    }

    @Test func timecardsAreExplained() throws {
        let context = try MappingLawsTests.context()
        let objects = try Self.objects("certinia/timecards.json")
        var lines: [String] = []
        for field in [
            "worked", "billRate", "approval.state", "timeZone", "costState", "/pse__Monday_Hours__c",
            "/pse__Saturday_Hours__c", "/pse__Total_Hours__c", "/pse__Project__r", "/pse__Location_Thu__c",
        ] {
            let explanation = Self.explain(Certinia.timecardHeader, objects[0], field, context)
            lines += ["## \(field)", "", explanation.description, ""]
        }
        try expectGolden(lines.joined(separator: "\n"), "explanations-timecard.txt")
    }

    @Test func machinesReadTheSame() throws {
        let context = try MappingLawsTests.context()
        let object = try Self.objects("salesforce/opportunity-query.json")[0]
        var lines: [String] = []
        for field in ["stage.canonical", "/StageName", "/ExpectedRevenue", "/Account/Name"] {
            let json = Self.explain(Salesforce.opportunity, object, field, context).json()
            #expect(JSONText.check(json) == nil)
            lines.append(json)
        }
        try expectGolden(lines.joined(separator: "\n") + "\n", "explanations.json")
    }

    @Test(
        "Bytes that are no object are an issue",
        arguments: ["", "Id,Name", "[1]", #"{"Id":"#, #"{"Id":1,"Id":2}"#]
    )
    func unreadable(payload: String) throws {
        let context = try MappingLawsTests.context()
        for explanation in [
            Salesforce.opportunity.explain(payload, in: context, target: "id"),
            Salesforce.opportunity.explain(payload, in: context, source: "/Id"),
        ] {
            #expect(explanation.issues.count == 1)
            #expect(explanation.fields.isEmpty)
            #expect(explanation.sources.isEmpty)
            #expect(!explanation.isEmpty)
            #expect(JSONText.check(explanation.json()) == nil)
        }
    }

    @Test func everythingIsExplained() throws {
        let context = try MappingLawsTests.context()
        for object in try Self.objects("salesforce/opportunity-query.json") {
            var object = object
            var coverage = Coverage()
            let (explanation, mapped) = object.withUTF8 { bytes in
                (
                    Salesforce.opportunity.explain(bytes, in: context),
                    Salesforce.opportunity.read(bytes, in: context, coverage: &coverage)
                )
            }
            #expect(explanation.sources.map(\.input.pointer) == coverage.fields.keys.sorted())
            for source in explanation.sources {
                #expect(source.disposition == coverage.fields[source.input.pointer]?.disposition)
                #expect((source.disposition == .mapped) == !source.fields.isEmpty, "\(source.input.pointer)")
                #expect(source.input.json != nil)
                #expect(source.input.position != nil)
            }
            let targets = Salesforce.opportunity.rules.map(\.target).filter { !$0.isEmpty }
            #expect(explanation.fields.map(\.path) == targets)
            // Every issue is told with the rule that found it.
            #expect(explanation.fields.flatMap(\.issues).count == mapped.allIssues.count)
        }
    }

    @Test func crosswalksSayWhichRow() {
        let stages = Salesforce.opportunityStage
        #expect(stages.row(of: "Closed Won")?.target == "closed")
        #expect(stages.row(of: "Closed Won")?.relationship == .narrower)
        #expect(stages.row(of: "closed won") == nil)
    }

    @Test func accountsAddUpFieldByField() throws {
        let context = try MappingLawsTests.context()
        var coverage = Coverage()
        for object in try Self.objects("salesforce/opportunity-query.json") {
            var object = object
            object.withUTF8 { _ = Salesforce.opportunity.read($0, in: context, coverage: &coverage) }
        }
        #expect(coverage.isBalanced)
        let leaves = coverage.fields.values.map(\.leaves)
        #expect(leaves.map(\.total).reduce(0, +) == coverage.leaves)
        #expect(leaves.map(\.mapped).reduce(0, +) == coverage.mapped)
        #expect(leaves.map(\.kept).reduce(0, +) == coverage.kept)
        #expect(leaves.map(\.dropped).reduce(0, +) == coverage.dropped)
        #expect(leaves.map(\.unknown).reduce(0, +) == coverage.unknown)
        var writer = JSONWriter()
        coverage.write(to: &writer, table: Salesforce.opportunity.table)
        let json = writer.text()
        #expect(JSONText.check(json) == nil)
        try expectGolden(json.split(separator: "},{").joined(separator: "},\n{") + "\n", "coverage.json")
    }
}
