import Concord
import Testing

@Suite("Certinia projects")
struct CertiniaProjectTests {
    @Test func theyKeepTheLaws() throws { try PackTrial.expectLaws(Certinia.project, .certiniaProject, .project) }

    @Test func theyAreMappedAsWritten() throws { try PackTrial.expectTable(Certinia.project, "certinia-project.md") }

    @Test func fullOnesHaveEveryField() throws {
        let projects = try PackTrial.records(Certinia.project, of: "certinia/projects.json")
        try #require(projects.count == 3)
        let project = projects[0]
        #expect(project.id == "salesforce:emea/pse__Proj__c/a3r5g000000d0SbAAI")
        #expect(project.header.externalReferences[0].sourceVersion == "2026-11-16T08:05:31.000+0000")
        #expect(project.name == "Northwind Rail – Depot scheduling")
        #expect(project.number == "PR-002417")
        #expect(project.kind == .client)
        #expect(project.customer == "salesforce:emea/Account/0015g00000Nr4WaAAJ")
        #expect(project.opportunity == "salesforce:emea/Opportunity/0065g00000Qd2LmAAJ")
        #expect(project.parent == nil)
        #expect(project.status == .active)
        #expect(project.header.remarks?.tags == [], "its way back leads to the stage itself")
        #expect(project.phase == Coding("Development", system: "certinia/pse__Proj__c.pse__Project_Phase__c"))
        #expect(project.health?.scope == .green)
        #expect(project.health?.schedule == .yellow)
        #expect(project.health?.cost == .green)
        #expect(project.health?.overall == .yellow)
        #expect(project.postingControl?.timeOpen == true)
        #expect(project.postingControl?.expenseOpen == true)
        #expect(project.postingControl?.billingOpen == true)
        #expect(project.planned?.description == "2026-09-01/2027-03-31")
        #expect(project.owningEntity == "salesforce:emea/fferpcore__Company__c/a0Z5g000002HmDeEAK")
        #expect(project.dimensions.map(\.name) == ["region", "practice", "group"])
        #expect(project.dimensions[1].value == Coding("a2k5g000000PlanAAG", system: "certinia/pse__Practice__c"))
        #expect(project.manager == "salesforce:emea/Contact/0035g00000Lm6FTAAZ")
        #expect(project.salesLead == "salesforce:emea/User/0055g00000Bk4tTAAR")
        #expect(project.billable == true)
        #expect(project.billingMethod == .timeAndMaterials)
        #expect(project.currency?.description == "EUR")
        #expect(project.percentComplete?.description == "38")
        #expect(project.percentCompleteMethod == .effort)
        let rest = project.header.remarks?.unmapped?.text ?? ""
        #expect(rest.contains(#""Steering_Committee__c":"first Tuesday""#))
        #expect(rest.contains(#""pse__Bookings__c":412000.00"#))
        #expect(!rest.contains("pse__Status_Visual__c"))
    }

    @Test func othersHaveWhatTheyHave() throws {
        let projects = try PackTrial.records(Certinia.project, of: "certinia/projects.json")
        try #require(projects.count == 3)
        // A sparse one, of a stage that shares its canonical status with another.
        #expect(projects[1].kind == .internal)
        #expect(projects[1].status == .proposed)
        #expect(
            projects[1].header.remarks?.tags
                == [Coding("Awaiting Signature", system: "certinia/pse__Proj__c.pse__Stage__c")]
        )
        #expect(projects[1].planned == nil)
        #expect(projects[1].health == nil)
        #expect(projects[1].postingControl == nil)
        // One with nulls: a start without an end, closed for time and open for expenses.
        #expect(projects[2].status == .completed)
        #expect(projects[2].planned?.description == "2025-02-03/..")
        #expect(projects[2].postingControl?.timeOpen == false)
        #expect(projects[2].postingControl?.expenseOpen == true)
        #expect(projects[2].billingMethod == .fixedPrice)
        #expect(projects[2].health == nil)
        #expect(projects[2].dimensions.map(\.name) == ["region"])
    }

    @Test func whatIsNotKnownIsReported() throws {
        let id = #""Id":"a3r5g000000d0SbAAI","Name":"Depot""#
        let stage = try PackTrial.outcome(Certinia.project, id + #","pse__Stage__c":"Champion""#)
        #expect(stage.allIssues.map(\.code) == [.unknownCode])
        #expect(stage.allIssues.map(\.path.description) == ["status"])
        #expect(!stage.isAcceptable)
        let kept = try PackTrial.outcome(
            Certinia.project,
            id + #","pse__Stage__c":"Planned","pse__Billing_Type__c":"Retainer","pse__Project_Status__c":"Blue""#
        )
        #expect(kept.allIssues.map(\.severity) == [.warning, .warning])
        #expect(try kept.records()[0].billingMethod?.rawValue == "Retainer")
        #expect(try kept.records()[0].health?.overall?.rawValue == "Blue")
        let backwards = try PackTrial.outcome(
            Certinia.project,
            id + #","pse__Stage__c":"Planned","pse__Start_Date__c":"2026-05-02","pse__End_Date__c":"2026-05-01""#
        )
        #expect(backwards.allIssues.map(\.source) == ["/pse__End_Date__c"])
        #expect(backwards.allIssues.map(\.path.description) == ["planned"])
    }
}

extension PayloadRecipe {
    static let certiniaProject = pack(
        "a3r",
        required: ["/Name", "/pse__Stage__c"],
        [
            "/Name": names,
            "/pse__Project_ID__c": [#""PR-002417""#],
            "/pse__Account__c": ids("001"),
            "/pse__Project_Type__c": [#""Customer Project""#, #""Internal""#],
            "/pse__Opportunity__c": ids("006"),
            "/pse__Parent_Project__c": ids("a3r"),
            "/pse__Stage__c": Certinia.projectStage.rows.map { "\"\($0.source)\"" },
            "/pse__Project_Phase__c": [#""Design""#, #""Test & Learn""#],
            "/pse__Scope_Status__c": lights,
            "/pse__Schedule_Status__c": lights,
            "/pse__Financial_Status__c": lights,
            "/pse__Project_Status__c": lights,
            "/pse__Closed_for_Time_Entry__c": flags,
            "/pse__Closed_for_Expense_Entry__c": flags,
            "/pse__Exclude_From_Billing__c": flags,
            "/pse__Start_Date__c": [#""2026-03-01""#, #""2024-02-29""#],
            "/pse__End_Date__c": [#""2026-03-01""#, #""2026-12-31""#],
            "/pse__Company__c": ids("a0Z"),
            "/pse__Region__c": ids("a2m"),
            "/pse__Practice__c": ids("a2k"),
            "/pse__Group__c": ids("a2h"),
            "/pse__Project_Manager__c": ids("003"),
            "/pse__Opportunity_Owner__c": ids("005"),
            "/pse__Is_Billable__c": flags,
            "/pse__Billing_Type__c": [#""Time and Materials""#, #""Fixed Price""#],
            "/CurrencyIsoCode": currencies,
            "/pse__Percent_Hours_Complete__c": ["0", "37.5", "120"],
            "/pse__Work_Calendar__c": ids("a4c"),
            "/pse__Scope_Visual__c": texts,
            "/pse__Schedule_Visual__c": texts,
            "/pse__Financial_Visual__c": texts,
            "/pse__Status_Visual__c": texts,
            "/pse__Duration__c": ["12"],
        ],
        adjust: { payload, _ in order("/pse__Start_Date__c", "/pse__End_Date__c", &payload) }
    )

    private static let lights = [#""Green""#, #""Yellow""#, #""Red""#]
}

extension MappingExpectations where Target == Project {
    fileprivate static let project = MappingExpectations(
        loose: ["/IsDeleted", "/pse__Project_Type__c"],
        changes: packIdentity("pse__Proj__c") + fields + health + whole
    )

    private static let fields: [Change] = {
        var changes: [Change] = []
        changes += field("/pse__Project_ID__c", \.number, ["PR-1"])
        changes += field("/pse__Opportunity__c", \.opportunity, ids("Opportunity"))
        changes += field("/pse__Parent_Project__c", \.parent, ids("pse__Proj__c"))
        let phase = Coding("Run", system: "certinia/pse__Proj__c.pse__Project_Phase__c")
        changes += field("/pse__Project_Phase__c", \.phase, [phase])
        changes += field("/pse__Company__c", \.owningEntity, ids("fferpcore__Company__c"))
        changes += field("/pse__Project_Manager__c", \.manager, ids("Contact"))
        changes += field("/pse__Opportunity_Owner__c", \.salesLead, ids("User"))
        changes += field("/pse__Is_Billable__c", \.billable, [true, false])
        changes += field("/pse__Billing_Type__c", \.billingMethod, [.timeAndMaterials, .fixedPrice])
        changes += field("/CurrencyIsoCode", \.currency, ["CHF", "USD"].compactMap { try? CurrencyCode($0) })
        changes += field("/pse__Work_Calendar__c", \.calendar, ids("pse__Work_Calendar__c"))
        changes.append(required("/Name", \.name, ["Neu \"1\""]))
        return changes
    }()

    private static let health: [Change] = [
        light("/pse__Scope_Status__c", \.scope), light("/pse__Schedule_Status__c", \.schedule),
        light("/pse__Financial_Status__c", \.cost), light("/pse__Project_Status__c", \.overall),
        closing("/pse__Closed_for_Time_Entry__c", \.timeOpen),
        closing("/pse__Closed_for_Expense_Entry__c", \.expenseOpen),
        closing("/pse__Exclude_From_Billing__c", \.billingOpen),
        dimension("/pse__Region__c", "region", "pse__Region__c"),
        dimension("/pse__Practice__c", "practice", "pse__Practice__c"),
        dimension("/pse__Group__c", "group", "pse__Grp__c"),
    ]

    private static let whole: [Change] = [
        status(
            "/pse__Stage__c",
            \.status,
            [.planned, .active, .onHold, .completed, .cancelled, .proposed],
            list: "certinia/pse__Proj__c.pse__Stage__c"
        ),
        change("an account", ["/pse__Account__c", "/pse__Project_Type__c"], ids("Account")) { project, id in
            project.customer = id
            project.kind = .client
        },
        change("no account", ["/pse__Account__c", "/pse__Project_Type__c"], [ProjectKind.client, .internal]) {
            project,
            kind in
            project.customer = nil
            Project.schema.setNull(\.customer, in: &project)
            project.kind = kind
        },
        interval("/pse__Start_Date__c", "/pse__End_Date__c", \.planned),
        noInterval("/pse__Start_Date__c", "/pse__End_Date__c", \.planned),
        change("set how much is done", ["/pse__Percent_Hours_Complete__c"], ["12.50", "0"]) { project, text in
            project.percentComplete = (try? ExactDecimal(text)).map { Percentage($0) }
            project.percentCompleteMethod = .effort
        },
    ]

    private static func light(
        _ pointer: String,
        _ field: any WritableKeyPath<ProjectHealth, HealthRating?> & Sendable
    ) -> Change {
        change("set \(pointer)", [pointer], [HealthRating.green, .yellow, .red, nil]) { project, rating in
            var health = project.health ?? ProjectHealth()
            health[keyPath: field] = rating
            project.health = health == ProjectHealth() ? nil : health
        }
    }

    private static func closing(
        _ pointer: String,
        _ field: any WritableKeyPath<PostingControl, Bool?> & Sendable
    ) -> Change {
        change("set \(pointer)", [pointer], [true, false, nil]) { project, isOpen in
            var control = project.postingControl ?? PostingControl()
            control[keyPath: field] = isOpen
            project.postingControl = control == PostingControl() ? nil : control
        }
    }

    private static func dimension(_ pointer: String, _ name: String, _ object: String) -> Change {
        change("set \(pointer)", [pointer], ["a2m5g000000NewAAAS", nil]) { project, id in
            var dimensions = project.dimensions.filter { $0.name != name }
            if let id { dimensions.append(Dimension(name, Coding(id, system: "certinia/\(object)"))) }
            let order = ["region", "practice", "group"]
            project.dimensions = dimensions.sorted {
                (order.firstIndex(of: $0.name) ?? 9) < (order.firstIndex(of: $1.name) ?? 9)
            }
        }
    }
}
