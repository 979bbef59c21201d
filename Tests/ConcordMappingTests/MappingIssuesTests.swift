import Concord
import Testing

/// What people read when an object cannot be used: one golden line for each issue.
@Suite("Mapping issues")
struct MappingIssuesTests {
    @Test func messagesAreGolden() throws {
        let usual = try MappingLawsTests.context()
        var poor = usual
        poor.currency = nil
        poor.timeZone = nil
        var strict = usual
        strict.identities = IdentityTable()
        var partly = IdentityTable()
        partly.insert(
            ExternalKey(system: usual.system, objectType: "Opportunity", value: "006dM00003jU9GxQAK"),
            as: "opp-1"
        )
        var known = usual
        known.identities = partly

        var lines: [String] = []
        func show<Target: CanonicalRecord>(
            _ title: String,
            _ mapping: Mapping<Target>,
            _ payload: String,
            _ context: MappingContext? = nil
        ) {
            let mapped = mapping.read(payload, in: context ?? usual)
            lines.append("## \(title): \(mapped.isAcceptable ? "accepted" : "refused")")
            lines.append(contentsOf: mapped.allIssues.map(\.description))
            lines.append("")
        }

        let opportunity = Salesforce.opportunity
        show("an unknown stage", opportunity, deal(#""StageName":"negotiation / review""#))
        show("a stage of few letters", opportunity, deal(#""StageName":"X""#))
        show("a stage that is a number", opportunity, deal(#""StageName":4"#))
        show("no stage", opportunity, #"{"Id":"006dM00003jU9GxQAK","Name":"Deal"}"#)
        show("an amount without a currency", opportunity, deal(#""Amount":15000"#), poor)
        show("a currency that is none", opportunity, deal(#""Amount":15000,"CurrencyIsoCode":"euro""#))
        show("an amount that is text", opportunity, deal(#""Amount":"15,000.00""#))
        show("an amount beyond all bounds", opportunity, deal(#""Amount":1E300"#))
        show("an amount with a member of its own", opportunity, deal(#""Amount":{"value":1}"#))
        show("a close date with a time", opportunity, deal(#""CloseDate":"2026-03-08T00:00:00.000+0000""#))
        show("a close date that no calendar has", opportunity, deal(#""CloseDate":"2026-02-30""#))
        show("a time without an offset", opportunity, deal(#""CreatedDate":"2026-03-08T00:00:00""#))
        show("a forecast category that nobody knows", opportunity, deal(#""ForecastCategory":"MostLikely""#))
        show("closed, and nobody says how", opportunity, deal(#""IsClosed":true"#))
        show("no id", opportunity, #"{"Name":"Deal","StageName":"Qualification"}"#)
        show("an id that is a number", opportunity, #"{"Id":6,"Name":"Deal","StageName":"Qualification"}"#)
        show("an empty id", opportunity, #"{"Id":"","Name":"Deal","StageName":"Qualification"}"#)
        show("an id with a control character", opportunity, #"{"Id":"a\nb","Name":"Deal","StageName":"Qualification"}"#)
        show("no name", opportunity, #"{"Id":"006dM00003jU9GxQAK","StageName":"Qualification"}"#)
        show("a name that is null", opportunity, deal("").replacing("\"Deal\"", with: "null"))
        show("half of a surrogate pair", opportunity, deal("").replacing("Deal", with: "\\ud83d"))
        show("a customer that the crosswalk does not know", opportunity, deal(#""AccountId":"001dM00003jU9Gx""#), known)
        show("an opportunity that the crosswalk does not know", opportunity, deal(""), strict)
        show("several at once", opportunity, #"{"Name":7,"Amount":"x","CloseDate":1,"StageName":null}"#, poor)
        show("not JSON", opportunity, "Id,Name\n006,Deal")
        show("nothing", opportunity, "")
        show("cut off", opportunity, #"{"Id":"006dM0000"#)
        show("an array", opportunity, #"[{"Id":"006dM00003jU9GxQAK"}]"#)
        show("more than one object", opportunity, "{}\n{}")
        show("a member that stands twice", opportunity, "{\n\"Name\":\"a\",\n \"Name\":\"b\"}")
        show("a member that stands twice, once with escapes", opportunity, #"{"Name":"a","\u004eame":"b"}"#)
        show("a custom member that stands twice", opportunity, #"{"Region__c":1,"Name":"a","Region__c":2}"#)

        let account = Salesforce.account
        show("a country that nobody knows", account, client(#""BillingCountry":"Ruritania""#))
        show("a country code that is none", account, client(#""ShippingCountryCode":"Germany""#))
        show("a state without a country", account, client(#""BillingStateCode":"TX""#))
        show("a postal code that is a number", account, client(#""BillingPostalCode":10115"#))
        show("a compound address of numbers", account, client(#""BillingAddress":{"city":7}"#))

        let timecard = Certinia.timecardHeader
        show("negative hours", timecard, week(#""pse__Monday_Hours__c":-1"#))
        show("hours that are text", timecard, week(#""pse__Monday_Hours__c":"eight""#))
        show(
            "hours beyond all bounds",
            timecard,
            week(#""pse__Monday_Hours__c":99999999999999999999999999999999999999"#)
        )
        show("a day outside the week", timecard, week(#""pse__Saturday_Hours__c":1,"pse__End_Date__c":"2026-03-06""#))
        show(
            "a week that ends before it begins",
            timecard,
            week(#""pse__Monday_Hours__c":1,"pse__End_Date__c":"2026-02-28""#)
        )
        show(
            "a week that leaves the calendar",
            timecard,
            week(#""pse__Saturday_Hours__c":1"#).replacing("2026-03-01", with: "9999-12-29")
        )
        show("no time zone", timecard, week(#""pse__Monday_Hours__c":1"#), poor)
        show("a rate without a currency", timecard, week(#""pse__Monday_Hours__c":1,"pse__Bill_Rate__c":90"#), poor)
        show(
            "no start of the week",
            timecard,
            week(#""pse__Monday_Hours__c":1"#).replacing("pse__Start_Date__c", with: "x")
        )
        show(
            "a resource that is empty",
            timecard,
            week(#""pse__Monday_Hours__c":1"#).replacing("003dM00003jU9GxQAK", with: "")
        )
        show("no resource", timecard, week(#""pse__Monday_Hours__c":1"#).replacing("pse__Resource__c", with: "x"))
        show("an unknown status", timecard, week(#""pse__Monday_Hours__c":1"#).replacing("Saved", with: "Parked"))
        show("a week without time", timecard, week(#""pse__Monday_Hours__c":0.00,"pse__Monday_Notes__c":null"#))
        try expectGolden(lines.joined(separator: "\n"), "issues.txt")
    }

    /// Positions are those of the payload, and everything an issue needs is in it.
    @Test func issuesSayWhere() throws {
        let payload =
            "{\n  \"Id\": \"006dM00003jU9GxQAK\",\n  \"Name\": \"Deal\",\n  \"StageName\": \"Qualification\",\n"
            + "  \"Amount\": \"ä\"\n}"
        let mapped = Salesforce.opportunity.read(payload, in: try MappingLawsTests.context())
        let issue = try #require(mapped.allIssues.first)
        #expect(mapped.allIssues.count == 1)
        #expect(issue.position == SourcePosition(offset: 94, line: 5, column: 13))
        #expect(issue.source == "/Amount")
        #expect(issue.path.description == "amount")
        #expect(issue.rule == "salesforce/opportunity")
        #expect(issue.observed == "\"•••\"", "what customers pay is not for every log")
        #expect(throws: Refusal.self) { try mapped.records() }
    }

    private func deal(_ members: String) -> String {
        let stage = members.contains("StageName") ? "" : #","StageName":"Qualification""#
        return #"{"Id":"006dM00003jU9GxQAK","Name":"Deal""# + stage + (members.isEmpty ? "" : "," + members) + "}"
    }

    private func client(_ members: String) -> String {
        #"{"Id":"001dM00003jU9GxQAK","Name":"Edge","# + members + "}"
    }

    private func week(_ members: String) -> String {
        #"{"Id":"a3XdM00003jU9GxQAK","pse__Resource__c":"003dM00003jU9GxQAK","pse__Start_Date__c":"2026-03-01","#
            + #""pse__Status__c":"Saved","pse__Billable__c":true,"pse__Billed__c":false,"# + members + "}"
    }
}
