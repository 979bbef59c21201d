import Concord
import Foundation
import Testing

@Suite("Overlays")
struct MappingOverlayTests {
    private static let fixtureFile = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Fixtures/overlays/halden-marsh-emea.json")

    static func fixture() throws -> ConfigurationFile {
        ConfigurationFile(Array(try Data(contentsOf: fixtureFile)), name: "halden-marsh-emea.json")
    }

    private static func overlaid() throws -> Mapping<Opportunity> {
        try Salesforce.opportunity.overlaid(by: [try MappingOverlay.document(fixture())])
    }

    private func opportunity(_ members: String, _ mapping: Mapping<Opportunity>) throws -> MappedObject<Opportunity> {
        let payload = #"{"Id":"0065g00000QmAaaAAA","Name":"Signalling","AccountId":"0015g00000NwRaiAAF",\#(members)}"#
        return mapping.read(payload, in: try MappingLawsTests.context())
    }

    private let open = #""StageName":"Prospecting","IsClosed":false,"IsWon":false"#

    @Test func aFieldIsSetThroughACrosswalk() throws {
        let mapped = try opportunity(open + #","Loss_Reason__c":" No budget ""#, Self.overlaid())
        #expect(mapped.allIssues == [])
        let line = try #require(mapped.records().first?.lossReason)
        #expect(line.code == "no-budget")
        #expect(line.system == "emea-loss-reason")
        // Without the overlay the source is kept, and fills nothing.
        let base = try opportunity(open + #","Loss_Reason__c":" No budget ""#, Salesforce.opportunity).records()
        #expect(base.first?.lossReason == nil)
        #expect(base.first?.header.remarks?.unmapped?.text == #"{"Loss_Reason__c":" No budget "}"#)
    }

    @Test func aCodeThatTheFirmDoesNotHaveIsRefused() throws {
        let issue = try #require(
            try opportunity(open + #","Loss_Reason__c":"Weather""#, Self.overlaid()).allIssues.first
        )
        #expect(issue.code == .unknownCode)
        #expect(issue.source == "/Loss_Reason__c")
        #expect(issue.path.description == "lossReason")
    }

    @Test func aStageOfTheFirmIsKnown() throws {
        let members = #""StageName":"Parked","IsClosed":false,"IsWon":false"#
        #expect(try !opportunity(members, Salesforce.opportunity).isAcceptable)
        #expect(try opportunity(members, Self.overlaid()).records().first?.stage.canonical.rawValue == "develop")
    }

    @Test func aConditionDecides() throws {
        let mapping = try Self.overlaid()
        func category(_ members: String) throws -> String? {
            try opportunity(open + "," + members, mapping).records().first?.forecastCategory?.rawValue
        }
        #expect(try category(#""ForecastCategory":"BestCase","Forecast_Override__c":"Commit""#) == "commit")
        #expect(try category(#""ForecastCategory":"BestCase","Forecast_Override__c":"Other""#) == "bestCase")
        #expect(try category(#""ForecastCategory":"BestCase""#) == "bestCase")
    }

    @Test func whatAnOverlaySetsIsWrittenBack() throws {
        let mapping = try Self.overlaid()
        let context = try MappingLawsTests.context()
        let payload = Array(
            #"{"Id":"0065g00000QmAaaAAA","Name":"Signalling", "StageName":"Parked", "Loss_Reason__c":"No budget","Legacy_Score__c":4}"#
                .utf8
        )
        var records = try payload.withUnsafeBufferPointer { mapping.read($0, in: context) }.records()
        #expect(try mapping.write(records, onto: payload, in: context).object == payload)
        records[0].lossReason?.code = "price"
        let (bytes, issues) = try mapping.write(records, onto: payload, in: context)
        #expect(issues == [])
        #expect(String(decoding: bytes, as: UTF8.self).contains(#""Loss_Reason__c":"Price","Legacy_Score__c":4}"#))
    }

    @Test func everyLeafIsAccountedFor() throws {
        var coverage = Coverage()
        let context = try MappingLawsTests.context()
        let payload = Array(
            #"{"Id":"006","Name":"S","StageName":"Parked","Loss_Reason__c":"No budget","Legacy_Score__c":4,"x":[1]}"#
                .utf8
        )
        _ = try payload.withUnsafeBufferPointer { try Self.overlaid().read($0, in: context, coverage: &coverage) }
        #expect(coverage.isBalanced)
        #expect(coverage.fields["/Loss_Reason__c"]?.disposition == .mapped)
        #expect(coverage.fields["/Legacy_Score__c"]?.disposition == .dropped)
        #expect(coverage.fields["/Legacy_Score__c"]?.note == "retired in 2024")
    }

    @Test func theTableSaysWhoseTheRulesAre() throws {
        let difference = try Self.overlaid().table.difference(from: Salesforce.opportunity.table)
        try expectGolden(difference.description + "\n", "overlay-difference.txt")
    }

    @Test func theFingerprintIsThatOfTheContent() throws {
        let document = try MappingOverlay.document(Self.fixture())
        #expect(Salesforce.opportunity.fingerprint() != Salesforce.opportunity.fingerprint(with: [document]))
        // The same content read once more is the same; a version, a code and another mapping are not.
        let again = try MappingOverlay.document(Self.fixture())
        let fingerprint = Salesforce.opportunity.fingerprint(with: [document])
        #expect(Salesforce.opportunity.fingerprint(with: [again]) == fingerprint)
        #expect(try Salesforce.opportunity.overlaid(by: [again]).fingerprint() == fingerprint)
        let text = try String(contentsOf: Self.fixtureFile, encoding: .utf8)
        for (old, new) in [("\"version\": 7", "\"version\": 8"), ("\"Parked\"", "\"Paused\"")] {
            let changed = text.replacing(old, with: new)
            #expect(changed != text)
            let other = try MappingOverlay.document(ConfigurationFile(changed, name: "halden-marsh-emea.json"))
            #expect(Salesforce.opportunity.fingerprint(with: [other]) != fingerprint)
        }
        #expect(Salesforce.account.fingerprint(with: [document]) != fingerprint)
    }

    @Test func layersGoFromTheGeneralToTheSpecial() throws {
        func overlay(_ name: String, _ scope: String, _ target: String) throws -> ConfigurationDocument<MappingOverlay>
        {
            let text = """
                {"overlay":"\(name)","version":1,"extends":"salesforce/opportunity","for":\(scope),
                 "rules":[{"extend":"salesforce-opportunity-stage","rows":[["Parked","\(target)","broader"]],"because":"b"}]}
                """
            return try MappingOverlay.document(ConfigurationFile(text, name: "\(name).json"))
        }
        let region = try overlay("region", #"{"region":"EMEA"}"#, "qualify")
        let unit = try overlay("unit", #"{"region":"EMEA","businessUnit":"Rail"}"#, "propose")
        let stack = try MappingOverlay.stack([unit, region])
        var scope = ConfigurationScope()
        scope[ConfigurationScope.Key(rawValue: "region")] = "EMEA"
        scope[ConfigurationScope.Key(rawValue: "businessUnit")] = "Rail"
        let chosen = stack.documents(for: scope, on: try LocalDate("2026-11-21")).applied
        let mapping = try Salesforce.opportunity.overlaid(by: chosen)
        let members = #""StageName":"Parked","IsClosed":false,"IsWon":false"#
        #expect(try opportunity(members, mapping).records().first?.stage.canonical.rawValue == "propose")
        // Two of one rank may not decide the same.
        let other = try overlay("other", #"{"region":"EMEA"}"#, "develop")
        #expect(throws: ConfigurationRefusal.self) { try MappingOverlay.stack([region, other]) }
    }

    /// Each mistake with what is said of it.
    static let mistakes: [(name: String, members: String)] = [
        ("no extends", #""rules":[]"#),
        ("another mapping", #""extends":"salesforce/account","rules":[]"#),
        ("another version", #""extends":"salesforce/opportunity@9","rules":[]"#),
        ("unknown member", #""extends":"salesforce/opportunity","rule":[]"#),
        ("no word", rule(#"{"from":"/A__c","because":"b"}"#)),
        ("two words", rule(#"{"set":"lossReason","drop":"/A__c","because":"b"}"#)),
        ("no reason", rule(#"{"drop":"/A__c"}"#)),
        ("empty reason", rule(#"{"drop":"/A__c","because":""}"#)),
        ("no source", rule(#"{"set":"lossReason","because":"b"}"#)),
        ("source without slash", rule(#"{"set":"lossReason","from":"A__c","because":"b"}"#)),
        ("no such field", rule(#"{"set":"lossReson","from":"/A__c","because":"b"}"#)),
        ("no such part", rule(#"{"set":"stage.canonicle","from":"/A__c","because":"b"}"#)),
        ("a part of a text", rule(#"{"set":"name.first","from":"/A__c","because":"b"}"#)),
        ("a whole record", rule(#"{"set":"amount","from":"/A__c","because":"b"}"#)),
        ("the id", rule(#"{"set":"id","from":"/A__c","because":"b"}"#)),
        ("no such step", rule(#"{"set":"lossReason","from":"/A__c","via":["trimm"],"because":"b"}"#)),
        ("no such crosswalk", rule(#"{"set":"lossReason","from":"/A__c","via":[{"crosswalk":"acme"}],"because":"b"}"#)),
        (
            "crosswalk to other codes",
            rule(
                #"{"set":"forecastCategory","from":"/A__c","via":[{"crosswalk":"salesforce-opportunity-stage"}],"because":"b"}"#
            )
        ),
        ("a loss unsaid", rule(#"{"set":"name","from":"/A__c","via":["trim"],"because":"b"}"#)),
        (
            "a condition that is none",
            rule(#"{"set":"lossReason","from":"/A__c","when":"source.A__c ==","because":"b"}"#)
        ),
        ("a condition on a field", rule(#"{"set":"lossReason","from":"/A__c","when":"stage == 'x'","because":"b"}"#)),
        ("a source that is read", rule(#"{"drop":"/StageName","because":"b"}"#)),
        ("no such table", rule(#"{"extend":"salesforce-opportunity-stages","rows":[],"because":"b"}"#)),
        ("no such code", rule(#"{"extend":"salesforce-opportunity-stage","rows":[["P","develope"]],"because":"b"}"#)),
        ("a short row", rule(#"{"extend":"salesforce-opportunity-stage","rows":[["P"]],"because":"b"}"#)),
        (
            "no such relationship",
            rule(#"{"extend":"salesforce-opportunity-stage","rows":[["P","develop","wider"]],"because":"b"}"#)
        ),
        ("a default of another type", rule(#"{"default":"closeDate","value":"soon","because":"b"}"#)),
        ("a default for no field", rule(#"{"default":"closedate","value":"2026-01-01","because":"b"}"#)),
        ("a source misspelt", rule(#"{"set":"name","from":"/Descripton","because":"b"}"#)),
        ("no such source", rule(#"{"set":"name","from":"/Zebra","because":"b"}"#)),
        ("no such source to drop", rule(#"{"drop":"/IsPrivat","because":"b"}"#)),
        (
            "no such source in a condition",
            rule(#"{"set":"name","from":"/A__c","when":"source.Stagename == 'x'","because":"b"}"#)
        ),
        ("a day for an amount", rule(#"{"set":"amount.amount","from":"/CloseDate","because":"b"}"#)),
        ("a flag for a day", rule(#"{"set":"closeDate","from":"/IsPrivate","because":"b"}"#)),
        ("a number for a text", rule(#"{"set":"name","from":"/Amount","because":"b"}"#)),
        ("an object", rule(#"{"set":"nextStep","from":"/attributes","because":"b"}"#)),
        ("steps on a number", rule(#"{"set":"probability","from":"/ExpectedRevenue","via":["trim"],"because":"b"}"#)),
        (
            "a field of the firm of another type",
            #""extends":"salesforce/opportunity","fields":{"/Go_Live__c":"day?"},"# + "\n"
                + #""rules":[{"set":"probability","from":"/Go_Live__c","because":"b"}]"#
        ),
        ("no such type", #""extends":"salesforce/opportunity","fields":{"/Go_Live__c":"dya"},"rules":[]"#),
        ("a type with more behind it", #""extends":"salesforce/opportunity","fields":{"/A__c":"text!?x"},"rules":[]"#),
        ("a field without slash", #""extends":"salesforce/opportunity","fields":{"A__c":"text"},"rules":[]"#),
        (
            "a code twice",
            rule(#"{"extend":"salesforce-opportunity-stage","rows":[["P","develop"],["P","qualify"]],"because":"b"}"#)
        ),
        ("items of no list", rule(#"{"set":"lines[].kind","from":"/A__c","because":"b"}"#)),
        ("rows and a file", crosswalk(#"{"name":"c","rows":[],"file":"c.csv"}"#)),
        ("neither rows nor a file", crosswalk(#"{"name":"c"}"#)),
        ("a file that climbs", crosswalk(#"{"name":"c","file":"../c.csv"}"#)),
        ("a file from the root", crosswalk(#"{"name":"c","file":"/etc/c.csv"}"#)),
        ("a file of another kind", crosswalk(#"{"name":"c","file":"c.txt"}"#)),
        ("no such file", crosswalk(#"{"name":"c","file":"none.csv"}"#)),
        ("a table with a mistake", crosswalk(#"{"name":"c","file":"wrong.csv"}"#)),
        ("a document with a mistake", crosswalk(#"{"name":"c","file":"wrong.json"}"#)),
        ("a document of another name", crosswalk(#"{"name":"d","file":"c.json"}"#)),
        ("a document for some", crosswalk(#"{"name":"e","file":"e.json"}"#)),
        (
            "a table to other codes",
            crosswalk(#"{"name":"c","file":"c.csv"}"#)
                .replacing(
                    "[]",
                    with: #"[{"set":"forecastCategory","from":"/A__c","via":[{"crosswalk":"c"}],"because":"b"}]"#
                )
        ),
    ]

    /// The files beside the overlays with mistakes.
    private static let files = [
        "c.csv": "source,target\nA,pipeline\nB,bestcase\n",
        "wrong.csv": "source,target\nA,a\nA,b\n",
        "wrong.json": #"{"crosswalk":"c","version":1,"rows":[["A"]]}"#,
        "c.json": #"{"crosswalk":"c","version":1,"rows":[["A","a"]]}"#,
        "e.json": #"{"crosswalk":"e","version":1,"for":{"region":"EMEA"},"rows":[]}"#,
    ]

    private static func crosswalk(_ crosswalk: String) -> String {
        "\"extends\":\"salesforce/opportunity\",\n \"crosswalks\":[\(crosswalk)],\"rules\":[]"
    }

    private static func rule(_ rule: String) -> String {
        "\"extends\":\"salesforce/opportunity\",\n \"rules\":[\n  \(rule)]"
    }

    @Test func mistakesAreSaidBeforeAnyObjectIsRead() throws {
        var text = ""
        for (name, members) in Self.mistakes {
            let file = ConfigurationFile("{\"overlay\":\"o\",\"version\":1,\n \(members)}", name: "o.json")
            let refusal = #expect(throws: ConfigurationRefusal.self, "\(name)") {
                let document = try MappingOverlay.document(file) { Self.files[$0].map { Array($0.utf8) } }
                _ = try Salesforce.opportunity.overlaid(by: [document])
            }
            text += "# \(name)\n\(refusal.map { "\($0)" } ?? "accepted")\n\n"
        }
        try expectGolden(text, "overlay-mistakes.txt")
    }
}
