import ConcordConfiguration
import ConcordOwnership
import ConcordSchema
import ConcordValues
import Testing

/// What each rule of ownership says, by one small history each.
@Suite struct EngineRuleTests {
    let ownership: CompiledOwnership

    init() throws { ownership = try Scene.compiled() }

    func record(
        _ events: [ClaimEvent],
        _ approvals: [ApprovalDecision] = [],
        at minutes: Int = 500
    ) throws -> OwnedRecord {
        ownership.record(from: Scene.ledger(events, approvals), asOf: try Scene.minute(minutes))
    }

    func shown(_ record: OwnedRecord, _ path: ClaimPath) -> String? { record.unit(path)?.value.json }

    func outcome(_ record: OwnedRecord, _ event: String, _ unit: ClaimPath) -> Outcome? {
        record.decisions.first { $0.event == event && $0.unit == unit }?.outcome
    }

    @Test func R1_aliasesAreOneSystem() throws {
        let result = try record([
            Scene.says("salesforce", "e1", at: 1, ["name": #""A""#]), Scene.says("crm", "e2", at: 2, ["name": #""B""#]),
        ])
        #expect(shown(result, "name") == #""B""#)
        #expect(outcome(result, "e1", "name") == .superseded(by: "e2"))
        let stranger = try record([Scene.says("unknown", "e1", at: 1, ["name": #""A""#])])
        #expect(outcome(stranger, "e1", "name") == .outOfScope(.unknownSystem))
    }

    @Test func R2_itemsSurviveByThemselves_duplicateKeysNever() throws {
        let result = try record([
            Scene.says("crm", "e1", at: 1, ["people": #"[{"key":"a"},{"key":"b"},{"key":"b","email":"x"}]"#]),
            Scene.says("crm", "e2", at: 2, ["people[c]": #"{"key":"c"}"#, "tags": #"["x","y","x"]"#]),
        ])
        #expect(shown(result, "people[a]") == #"{"key":"a"}"#)
        #expect(shown(result, "people[c]") == #"{"key":"c"}"#)
        #expect(shown(result, "people[b]") == nil)
        #expect(result.unit("people[b]")?.dissent.first?.value.json == #"[{"key":"b"},{"key":"b","email":"x"}]"#)
        #expect(result.exceptions.map(\.kind) == [.ambiguousKey])
        #expect(shown(result, #"tags["x"]"#) == #""x""#)
        let account = try Account(
            json: try record([
                Scene.says(
                    "crm",
                    "e1",
                    at: 1,
                    ["name": #""A""#, "people": #"[{"key":"a"},{"key":"b"}]"#, "tags": #"["y"]"#]
                ),
                Scene.says("crm", "e2", at: 2, ["people": #"[{"key":"b"}]"#]),
            ])
            .document
        )
        #expect(account.people == [Person(key: "b")])
        #expect(account.tags == ["y"])
    }

    @Test func R3_groupsAreAtomic() throws {
        let result = try record([
            Scene.says("erp:eu", "e1", at: 1, ["street": #""Kai 1""#, "city": #""Kiel""#]),
            Scene.says("crm", "e2", at: 2, ["street": #""Ring 2""#]),
            Scene.says("crm", "e3", at: 3, ["street": #""Weg 3""#, "city": "null"]),
        ])
        #expect(outcome(result, "e2", "#address") == .superseded(by: "e3"))
        #expect(shown(result, "#address") == #"{"street":"Weg 3"}"#)
        let partial = try record([Scene.says("crm", "e2", at: 2, ["street": #""Ring 2""#])])
        #expect(outcome(partial, "e2", "#address") == .refused(.incompleteGroup))
    }

    @Test func R5_fourKindsOfNothing() throws {
        let first = try Scene.says("crm", "e1", at: 1, ["name": #""A""#, "note": #""n""#, "status": #""draft""#])
        func after(_ value: ClaimValue, _ system: SystemID = "crm") throws -> OwnedRecord {
            try record([first, Scene.says(system, "e2", at: 2, [:], other: [ClaimEntry("note", value)])])
        }
        #expect(shown(try after(.absent), "note") == #""n""#)
        #expect(shown(try after(.unreadable), "note") == #""n""#)
        #expect(shown(try after(.null), "note") == nil)
        #expect(try after(.null).unit("note")?.value == .absent)
        #expect(try after(.cleared).unit("note")?.value == .cleared)
        #expect(shown(try after(.cleared, "psa"), "note") == #""n""#)
        #expect(outcome(try after(.cleared, "psa"), "e2", "note") == .pending)
    }

    @Test func R6_sameIdOtherContentQuarantinesBoth() throws {
        let one = try Scene.says("crm", "e1", at: 1, ["name": #""A""#])
        let other = try Scene.says("crm", "e1", at: 1, ["name": #""B""#])
        for events in [[one, other], [other, one], [one, other, one]] {
            let result = try record(events)
            #expect(shown(result, "name") == nil)
            #expect(result.decisions.map(\.outcome) == [.quarantined, .quarantined])
            #expect(result.exceptions.map(\.kind) == [.idempotencyMismatch])
        }
    }

    @Test func R7_greatestVersionWinsWithinASystem() throws {
        let result = try record([
            Scene.says("crm", "e2", at: 2, ["name": #""new""#], version: 9),
            Scene.says("crm", "e3", at: 3, ["name": #""old""#], version: 8),
        ])
        #expect(shown(result, "name") == #""new""#)
        #expect(outcome(result, "e3", "name") == .superseded(by: "e2"))
    }

    @Test func R8_equalIsAcknowledgement() throws {
        let result = try record([
            Scene.says("erp:eu", "e1", at: 1, ["creditLimit": #""100.00""#]),
            Scene.says("erp:eu", "e2", at: 2, ["creditLimit": #""100""#]),
            Scene.says("crm", "e3", at: 3, ["note": #""Call  first""#]),
            Scene.says("psa", "e4", at: 4, ["note": #""call first""#]),
        ])
        #expect(outcome(result, "e2", "creditLimit") == .unchanged)
        #expect(outcome(result, "e4", "note") == .unchanged)
        #expect(result.unit("creditLimit")?.since == (try Scene.minute(1)))
    }

    @Test func R9_refusedByDefault_forbidBeatsPermit() throws {
        let result = try record([
            Scene.says("clm", "e1", at: 1, ["note": #""x""#]),
            Scene.says("crm", "e2", at: 2, ["creditLimit": #""5""#]),
            Scene.says("psa", "e3", at: 3, [:], other: [ClaimEntry("unheard", .null)]),
        ])
        #expect(outcome(result, "e1", "note") == .refused(.notGranted))
        // May propose, and is forbidden to create: a proposal.
        #expect(outcome(result, "e2", "creditLimit") == .pending)
        #expect(outcome(result, "e3", "unheard") == .outOfScope(.unknownPath))
    }

    @Test func R10_tiesAreRefused() throws {
        let tied = Scene.rules + [OwnershipRule("again", .field(["name"]), grants: [OwnershipGrant(.psa, .own)])]
        do {
            _ = try Scene.compiled(tied)
            Issue.record("a tie was taken")
        } catch let error as OwnershipRefusal {
            #expect(error.findings.map(\.code) == [.ownershipTie])
            #expect(error.findings.first?.rules == ["name", "again"])
        }
    }

    @Test func R11_whatCannotBeEvaluatedIsDenied() throws {
        let result = try record([
            Scene.says("erp:eu", "e1", at: 1, ["@entity": #"{"no":"text"}"#]),
            Scene.says("crm", "e2", at: 2, ["note": #""x""#]),
        ])
        #expect(outcome(result, "e2", "note") == .refused(.notEvaluable))
        #expect(result.exceptions.map(\.kind) == [.notEvaluable])
    }

    @Test func R12_stageIsThatOfTheClaim_andLateStagesRevise() throws {
        let early = [
            try Scene.says("crm", "e1", at: 1, ["name": #""A""#]),
            try Scene.says("crm", "e3", at: 30, ["name": #""B""#]),
        ]
        let before = try record(early)
        #expect(shown(before, "name") == #""B""#)
        let late = try Scene.says("clm", "e2", at: 20, ["@stage": #""signed""#])
        let after = try record(early + [late])
        #expect(shown(after, "name") == #""A""#)
        #expect(after.unit("name")?.basis == .provisional)
        let revision = after.revisions(since: before).first { $0.decision.event == "e3" }
        #expect(revision?.from == .accepted)
        #expect(revision?.to == .pending)
        #expect(revision?.because == ["e2"])
    }

    @Test func R12_whatHappensAtOneMomentDoesNotJudgeItself() throws {
        let first = try Scene.says("crm", "e1", at: 1, ["name": #""A""#])
        let signed = try Scene.says("clm", "e2", at: 20, ["@stage": #""signed""#])
        // Made with what moves the record on: judged as a prospect. Shown as what it is now: the ERP's, provisionally.
        let with = try Scene.says("crm", "e3", at: 20, ["name": #""B""#])
        for events in [[first, signed, with], [with, signed, first]] {
            let result = try record(events)
            #expect(outcome(result, "e3", "name") == .accepted)
            #expect(shown(result, "name") == #""B""#)
            #expect(try record(events, at: 20).unit("name")?.owner == .erp)
        }
        let later = try Scene.says("crm", "e4", at: 21, ["name": #""C""#])
        #expect(outcome(try record([first, signed, with, later]), "e4", "name") == .pending)
        // The legal entity describes the record: it counts from the moment at which it is said.
        let entity = try Scene.says("erp:eu", "e5", at: 30, ["@entity": #""DE""#])
        let note = try Scene.says("erp:eu", "e6", at: 30, ["note": #""n""#], version: 31)
        #expect(outcome(try record([entity, note]), "e6", "note") == .accepted)
    }

    @Test func R12_whatComesIntoBeingAtAStageWasMadeInIt() throws {
        // In one save, and by two systems at one moment: the first that is heard of the record is that it is signed.
        let signed = try Scene.says("clm", "e1", at: 1, ["@stage": #""signed""#])
        let named = try Scene.says("erp:eu", "e2", at: 1, ["name": #""A""#])
        for events in [[signed, named], [named, signed]] {
            #expect(outcome(try record(events), "e2", "name") == .accepted)
        }
        // Heard of before, it was a prospect then, and the name waits for finance.
        let earlier = try Scene.says("crm", "e0", at: 0, ["note": #""n""#])
        #expect(outcome(try record([signed, named, earlier]), "e2", "name") == .pending)
    }

    @Test func R13_nextRankShowsProvisionally() throws {
        let crm = try Scene.says("crm", "e1", at: 1, ["paymentTerms": "60"])
        #expect(try record([crm]).unit("paymentTerms")?.pending.count == 1)
        let result = try record([
            Scene.says("erp:eu", "e1", at: 1, ["street": #""Kai 1""#, "city": #""Kiel""#])
        ])
        #expect(result.unit("#address")?.basis == .provisional)
    }

    @Test func R15_equalValuesAreCoOwned() throws {
        let address = [ClaimPath("street"): #""Kai 1""#, ClaimPath("city"): #""Kiel""#]
        let both = [try Scene.says("crm", "e1", at: 1, address), try Scene.says("erp:eu", "e2", at: 2, address)]
        #expect(try record(both).unit("#address")?.holders.map(\.system) == ["crm", "erp:eu"])
        let gone = try Scene.says("crm", "e3", at: 3, ["name": #""A""#], snapshot: true)
        let result = try record(both + [gone])
        #expect(result.unit("#address")?.holders.map(\.system) == ["erp:eu"])
        #expect(result.unit("#address")?.since == (try Scene.minute(1)))
    }

    @Test func statusesNeverGoBack() throws {
        let result = try record([
            Scene.says("clm", "e1", at: 1, ["status": #""executed""#]),
            Scene.says("clm", "e2", at: 2, ["status": #""draft""#]),
        ])
        #expect(shown(result, "status") == #""executed""#)
        #expect(outcome(result, "e2", "status") == .refused(.statusBackwards))
    }

    @Test func partsOfFieldsSurviveByThemselves() throws {
        let result = try record([
            Scene.says("crm", "e1", at: 1, ["name": #""A""#, "settings": #"{"language":"de","theme":"dark"}"#]),
            Scene.says("erp:eu", "e2", at: 2, ["settings.language": #""en""#]),
        ])
        let account = try Account(json: result.document)
        #expect(account.settings == Settings(language: "en", theme: "dark"))
    }

    @Test func R25_noOpChangesNothing() throws {
        let first = try Scene.says("crm", "e1", at: 1, ["name": #""A""#])
        let again = try Scene.says("crm", "e2", at: 9, ["name": #""A""#])
        #expect(try record([first]).document == (try record([first, again]).document))
        #expect(try record([first], at: 100).document == (try record([first], at: 400).document))
    }
}
