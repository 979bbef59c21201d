import Concord
import Testing

@Suite("Certinia assignments")
struct CertiniaAssignmentTests {
    @Test func theyKeepTheLaws() throws {
        try PackTrial.expectLaws(Certinia.assignment, .certiniaAssignment, .assignment)
    }

    @Test func theyAreMappedAsWritten() throws {
        try PackTrial.expectTable(Certinia.assignment, "certinia-assignment.md")
    }

    @Test func theyHaveWhatTheyHave() throws {
        let assignments = try PackTrial.records(Certinia.assignment, of: "certinia/assignments.json")
        try #require(assignments.count == 3)
        let assignment = assignments[0]
        #expect(assignment.id == "salesforce:emea/pse__Assignment__c/a0v5g0000015Kx2AAE")
        #expect(assignment.header.displayNumber == "A-019844")
        #expect(assignment.project == "salesforce:emea/pse__Proj__c/a3r5g000000d0SbAAI")
        #expect(assignment.resource == "salesforce:emea/Contact/0035g00000Lm6FTAAZ")
        #expect(assignment.role == "salesforce:emea/pse__Role__c/Project Manager")
        #expect(assignment.status == .confirmed)
        #expect(assignment.commitment == .hard)
        #expect(assignment.interval.description == "2026-09-01/2027-03-31")
        #expect(assignment.allocation?.method == .percent)
        #expect(assignment.allocation?.percent?.description == "60")
        #expect(assignment.allocation?.effort?.value.description == "691.20")
        #expect(assignment.allocation?.effort?.unit == .hour)
        #expect(assignment.billability == .billable)
        #expect(assignment.billRate?.amount == PackTrial.money("1480.0000", "EUR"))
        #expect(assignment.billRate?.unit == .day)
        #expect(assignment.costRate?.amount == PackTrial.money("96.50", "EUR"))
        #expect(assignment.costRate?.unit == .hour)
        #expect(assignment.demand?.value == "a2q5g000000Rq7LAAS")
        let rest = assignment.header.remarks?.unmapped?.text ?? ""
        #expect(rest.contains(#""Name":"Jette Harmsen – Depot scheduling""#))
        #expect(!rest.contains("pse__Scheduled_Hours__c"))
        // A tentative one without a person, and one that is over.
        #expect(assignments[1].resource == nil)
        #expect(assignments[1].commitment == .soft)
        #expect(assignments[1].status == .tentative)
        #expect(assignments[1].interval == .always)
        #expect(assignments[1].billability == .undetermined)
        #expect(assignments[1].allocation == nil)
        #expect(assignments[1].header.remarks?.unmapped?.text.contains(#""pse__Planned_Hours__c":120.00"#) == true)
        #expect(assignments[2].status == .completed)
        #expect(assignments[2].billability == .nonBillable)
        #expect(assignments[2].billRate == nil)
        #expect(assignments[2].costRate?.amount == PackTrial.money("910.00", "CHF"))
    }

    @Test func anUnknownStatusIsRefused() throws {
        let members = #""Id":"a0v5g0000015Kx2AAE","pse__Project__c":"a3r5g000000d0SbAAI","pse__Status__c":"Parked""#
        let outcome = try PackTrial.outcome(Certinia.assignment, members)
        #expect(outcome.allIssues.map(\.code) == [.unknownCode])
        #expect(!outcome.isAcceptable)
    }
}

extension PayloadRecipe {
    static let certiniaAssignment = pack(
        "a0v",
        required: ["/pse__Project__c", "/pse__Status__c"],
        [
            "/pse__Assignment_Number__c": [#""A-019844""#],
            "/pse__Project__c": ids("a3r"),
            "/pse__Resource__c": ids("003"),
            "/pse__Role__c": [#""Project Manager""#, #""Solutions Architect (TSE)""#],
            "/pse__Status__c": [#""Tentative""#, #""Scheduled""#, #""Closed""#],
            "/pse__Start_Date__c": [#""2026-03-01""#, #""2024-02-29""#],
            "/pse__End_Date__c": [#""2026-03-01""#, #""2026-12-31""#],
            "/pse__Percent_Allocated__c": ["60", "100", "0"],
            "/pse__Planned_Hours__c": ["691.20", "0.00", "8"],
            "/pse__Is_Billable__c": flags,
            "/pse__Bill_Rate__c": ["180.0000", "1.5E3", "0"],
            "/CurrencyIsoCode": currencies,
            "/pse__Daily_Bill_Rate__c": flags,
            "/pse__Cost_Rate_Amount__c": ["80", "640.50"],
            "/pse__Cost_Rate_Currency_Code__c": [#""EUR""#, #""CHF""#],
            "/pse__Daily_Cost_Rate__c": flags,
            "/pse__Resource_Request__c": ids("a2q"),
            "/pse__Cost_Rate__c": [#""EUR 80.00""#],
            "/pse__Average_Cost_Rate__c": [#""EUR 80.00""#],
            "/pse__Suggested_Bill_Rate__c": [#""EUR 180.00""#],
            "/pse__Scheduled_Hours__c": ["691.2"],
            "/pse__Scheduled_Days__c": ["86.4"],
            "/pse__Planned_Revenue__c": ["1000"],
        ],
        adjust: { payload, _ in order("/pse__Start_Date__c", "/pse__End_Date__c", &payload) }
    )
}

extension MappingExpectations where Target == Assignment {
    fileprivate static let assignment = MappingExpectations(
        loose: [
            "/IsDeleted", "/pse__Start_Date__c", "/pse__End_Date__c", "/CurrencyIsoCode", "/pse__Daily_Bill_Rate__c",
            "/pse__Cost_Rate_Currency_Code__c", "/pse__Daily_Cost_Rate__c",
        ],
        loosened: { assignment in
            var assignment = assignment
            assignment.interval = .always
            return assignment
        },
        changes: packIdentity("pse__Assignment__c") + fields
    )

    private static let fields: [Change] = {
        var changes: [Change] = []
        changes += field("/pse__Assignment_Number__c", \.header.displayNumber, ["A-1"])
        changes += field("/pse__Resource__c", \.resource, ids("Contact"))
        changes += field("/pse__Role__c", \.role, ["salesforce:test/pse__Role__c/Trainer"])
        changes.append(required("/pse__Project__c", \.project, ids("pse__Proj__c")))
        changes.append(required("/pse__Is_Billable__c", \.billability, [.billable, .nonBillable]))
        changes.append(
            change("set the status", ["/pse__Status__c"], [AssignmentStatus.tentative, .confirmed, .completed]) {
                $0.status = $1
                $0.commitment = $1 == .tentative ? .soft : .hard
            }
        )
        changes.append(
            change("set the share", ["/pse__Percent_Allocated__c", "/pse__Planned_Hours__c"], ["80.5", nil]) {
                assignment,
                hours in
                var share = Allocation(.percent)
                share.percent = Percentage(ExactDecimal(45))
                // Hours that stood alone are not the record's to take away.
                let isNew = assignment.allocation == nil
                share.effort = (isNew ? "80.5" : hours).flatMap { try? ExactDecimal($0) }.map { Quantity($0, .hour) }
                assignment.allocation = share
            }
        )
        changes.append(
            change("clear the share", ["/pse__Percent_Allocated__c"], [0]) { assignment, _ in
                assignment.allocation = nil
            }
        )
        changes += rate("/pse__Bill_Rate__c", "/CurrencyIsoCode", "/pse__Daily_Bill_Rate__c", \.billRate)
        changes += rate(
            "/pse__Cost_Rate_Amount__c",
            "/pse__Cost_Rate_Currency_Code__c",
            "/pse__Daily_Cost_Rate__c",
            \.costRate
        )
        changes.append(
            change("set the demand", ["/pse__Resource_Request__c"], ["a2q9Z00000AbCdEQAV", nil]) { assignment, id in
                assignment.demand = id.map {
                    ExternalReference(system: "salesforce:test", objectType: "pse__Resource_Request__c", value: $0)
                }
            }
        )
        return changes
    }()
}
