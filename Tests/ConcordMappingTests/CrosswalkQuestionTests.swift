import Concord
import ConcordMapping
import Testing

/// What rules ask that do not look up the text of their first source.
@Suite("The questions of crosswalks")
struct CrosswalkQuestionTests {
    private static func use<Target: CanonicalRecord>(
        _ mapping: Mapping<Target>,
        _ payloads: [String],
        of crosswalk: String,
        in context: MappingContext
    ) throws -> CrosswalkUse {
        var coverage = Coverage()
        for payload in payloads {
            var payload = payload
            _ = payload.withUTF8 { mapping.read($0, in: context, coverage: &coverage) }
        }
        return try #require(coverage.crosswalks.first { $0.crosswalk.name == crosswalk })
    }

    private static func hits(_ use: CrosswalkUse) -> [String: Int] {
        Dictionary(zip(use.crosswalk.rows, use.hits).filter { $1 > 0 }.map { ($0.source, $1) }) { $0 + $1 }
    }

    private static func job(_ code: String, isPrimary: Bool) -> String {
        ##"{"@Primary_Job":"\##(isPrimary ? 1 : 0)","Position_Data":{"Position_Time_Type_Reference":{"ID":["##
            + ##"{"@type":"WID","#text":"w1"},{"@type":"Position_Time_Type_ID","#text":"\##(code)"}]}}}"##
    }

    private static func worker(_ jobs: String...) -> String {
        #"{"Worker_Data":{"Employment_Data":{"Worker_Job_Data":[\#(jobs.joined(separator: ","))]}}}"#
    }

    @Test func theTimeTypeIsThatOfThePrimaryJob() throws {
        let use = try Self.use(
            Workday.worker,
            [
                Self.worker(Self.job("Full_time", isPrimary: false), Self.job("Part_time", isPrimary: true)),
                Self.worker(Self.job("Casual", isPrimary: true)), Self.worker(),
            ],
            of: "workday-position-time-type",
            in: WorkdayTrial<Resource>.context()
        )
        #expect(use.lookups == 2)
        #expect(Self.hits(use) == ["Part_time": 1])
        #expect(use.unseen.keys.sorted() == ["Casual"])
        #expect(use.unseen["Casual"]?.example.pointer == "/Worker_Data/Employment_Data/Worker_Job_Data")
    }

    @Test func theStateIsTheLabelOrTheIDThatIsKnown() throws {
        func project(_ label: String?, _ id: String?) -> String {
            let label = label.map { #""@Descriptor":"\#($0)""# }
            let id = id.map { ##""ID":[{"@type":"Project_State_ID","#text":"\##($0)"}]"## }
            return #"{"Project_Data":{"Project_State_Reference":{"#
                + [label, id].compactMap(\.self).joined(separator: ",") + "}}}"
        }
        let payloads = [
            project("Active", "S1"), project("Aktiv", "Active"), project("Aktiv", "S1"), project(nil, "S2"),
            project(nil, nil),
        ]
        let context = try WorkdayTrial<Project>.context()
        let use = try Self.use(Workday.project, payloads, of: "workday-project-state", in: context)
        #expect(use.lookups == 4)
        #expect(Self.hits(use) == ["Active": 2])
        #expect(use.unseen.keys.sorted() == ["Aktiv", "S2"])
        #expect(use.unseen["Aktiv"]?.example.object == 3)
        #expect(use.unseen["Aktiv"]?.example.pointer == "/Project_Data/Project_State_Reference/@Descriptor")
        #expect(use.unseen["S2"]?.example.pointer == "/Project_Data/Project_State_Reference/ID")
    }

    @Test func aCategoryIsTheNameWhereItIsKnown() throws {
        let context = try MappingLawsTests.context()
        func deal(_ members: String) -> String {
            CrosswalkUseTests.opportunity(#""StageName":"Prospecting",\#(members)"#)
        }
        let payloads = [
            deal(#""ForecastCategory":"BestCase","ForecastCategoryName":"Commit""#),
            deal(#""ForecastCategory":"BestCase","ForecastCategoryName":"Gut""#),
            deal(#""ForecastCategoryName":"Best Case""#), deal(#""ForecastCategoryName":"Sicher""#),
            deal(#""ForecastCategory":null,"ForecastCategoryName":null"#),
        ]
        let found = payloads.map { Salesforce.opportunity.read($0, in: context).drafts.first?.value.forecastCategory }
        #expect(found == [.commit, .bestCase, .bestCase, ForecastCategory(rawValue: "Sicher"), nil])
        let use = try Self.use(Salesforce.opportunity, payloads, of: "salesforce-forecast-category", in: context)
        #expect(use.lookups == 4)
        #expect(Self.hits(use) == ["Commit": 1, "BestCase": 1, "Best Case": 1])
        #expect(use.unseen.keys.sorted() == ["Sicher"])
    }

    /// Salesforce takes the category's name, and works the category out of it.
    @Test func aCategoryIsWrittenByItsName() throws {
        let context = try MappingLawsTests.context()
        let payload = CrosswalkUseTests.opportunity(
            #""StageName":"Prospecting","ForecastCategory":"BestCase","ForecastCategoryName":"Best Case""#
        )
        var record = try #require(Salesforce.opportunity.read(payload, in: context).records().first)
        record.forecastCategory = .commit
        let written = try Salesforce.opportunity.write(
            [record],
            onto: Array(payload.utf8),
            as: .vendorPatch,
            in: context
        )
        #expect(String(decoding: written.bytes, as: UTF8.self) == #"{"ForecastCategoryName":"Commit"}"#)
        #expect(written.issues == [])
    }

    @Test func unitsAreAskedForByName() throws {
        func item(_ unit: String) -> String {
            #"{"Id":"8025g00000Aa1AAAAZ","Quantity":3,"Product2":{"QuantityUnitOfMeasure":"\#(unit)"}}"#
        }
        let context = try MappingLawsTests.context()
        let payloads = [item("Hours"), item("Sprint")]
        let use = try Self.use(Salesforce.orderItem.alone, payloads, of: "salesforce-unit", in: context)
        #expect(use.lookups == 2)
        #expect(Self.hits(use) == ["Hours": 1])
        #expect(use.unseen["Sprint"]?.example.pointer == "/Product2/QuantityUnitOfMeasure")
    }
}
