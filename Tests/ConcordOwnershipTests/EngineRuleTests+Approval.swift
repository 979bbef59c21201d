import ConcordConfiguration
import ConcordOwnership
import ConcordSchema
import ConcordValues
import Testing

/// What approvals and overrides can do, and what they cannot.
extension EngineRuleTests {
    @Test func R14_overridesEnd() throws {
        func terms(_ release: OverrideTerms.Release?, approver: String = "lee", reason: String = "audit") throws
            -> OverrideTerms
        {
            OverrideTerms(reason: reason, approver: approver, expires: try Scene.minute(100), release: release)
        }
        let erp = try Scene.says("erp:eu", "e1", at: 1, ["paymentTerms": "30"])
        func desk(_ terms: OverrideTerms) throws -> ClaimEvent {
            try Scene.says("desk", "e2", at: 2, ["paymentTerms": "45"], author: "kim", override: terms)
        }
        let plain = [erp, try desk(terms(nil))]
        #expect(shown(try record(plain, at: 50), "paymentTerms") == "45")
        #expect(try record(plain, at: 50).unit("paymentTerms")?.basis == .override)
        #expect(shown(try record(plain, at: 100), "paymentTerms") == "30")
        let changed = try Scene.says("erp:eu", "e3", at: 3, ["paymentTerms": "20"])
        #expect(shown(try record([erp, try desk(terms(nil)), changed], at: 50), "paymentTerms") == "45")
        #expect(shown(try record([erp, try desk(terms(.ownerChanges)), changed], at: 50), "paymentTerms") == "20")
        let says = try terms(.ownerSays(JSONText("20")))
        #expect(shown(try record([erp, try desk(says), changed], at: 50), "paymentTerms") == "20")
        let dated = try terms(.at(Scene.minute(40)))
        #expect(shown(try record([erp, try desk(dated)], at: 50), "paymentTerms") == "30")
        for bad in [try terms(nil, approver: "kim"), try terms(nil, reason: "")] {
            let result = try record([erp, try desk(bad)], at: 50)
            #expect(outcome(result, "e2", "paymentTerms") == .refused(.overrideTerms))
        }
    }

    @Test func R16_R18_approvalsAreBound() throws {
        let base = try Scene.says("erp:eu", "e1", at: 1, ["paymentTerms": "30"])
        let proposal = try Scene.says("crm", "e2", at: 10, ["paymentTerms": "60"], author: "ann")
        let good = try Scene.approval(ownership, "a1", at: 20, "paymentTerms", from: "30", to: "60")
        let waiting = try record([base, proposal])
        #expect(shown(waiting, "paymentTerms") == "30")
        #expect(waiting.unit("paymentTerms")?.pending.first?.missingRoles == ["finance"])
        #expect(shown(try record([base, proposal], [good]), "paymentTerms") == "60")
        #expect(try record([base, proposal], [good]).unit("paymentTerms")?.basis == .approved)
        let early = try Scene.approval(ownership, "a1", at: 5, "paymentTerms", from: "30", to: "60")
        #expect(shown(try record([base, proposal], [early]), "paymentTerms") == "60")
        let moved = try Scene.says("erp:eu", "e3", at: 15, ["paymentTerms": "20"])
        let stale = try record([base, proposal, moved], [good])
        #expect(shown(stale, "paymentTerms") == "20")
        #expect(stale.exceptions.map(\.kind) == [.staleApproval])
        let own = try Scene.approval(ownership, "a1", at: 20, "paymentTerms", from: "30", to: "60", by: "ann")
        #expect(try record([base, proposal], [own]).exceptions.map(\.kind) == [.selfApproval])
        for other in [
            try Scene.approval(ownership, "a1", at: 20, "paymentTerms", from: "30", to: "60", role: "delivery"),
            try Scene.approval(ownership, "a1", at: 20, "paymentTerms", from: "30", to: "60", policy: "test@0"),
            try Scene.approval(ownership, "a1", at: 5, "paymentTerms", from: "30", to: "60", expires: 8),
        ] {
            #expect(shown(try record([base, proposal], [other]), "paymentTerms") == "30")
        }
        let rejected = try Scene.approval(
            ownership,
            "a2",
            at: 12,
            "paymentTerms",
            from: "30",
            to: "60",
            verdict: .reject
        )
        #expect(outcome(try record([base, proposal], [rejected, good]), "e2", "paymentTerms") == .refused(.rejected))
        // What was proposed holds since by itself: there is nothing to approve.
        let agreed = try record([proposal, try Scene.says("erp:eu", "e9", at: 30, ["paymentTerms": "60"])], [])
        #expect(agreed.unit("paymentTerms")?.pending == [])
        #expect(agreed.unit("paymentTerms")?.holders.map(\.system) == ["erp:eu", "crm"])
        #expect(agreed.exceptions == [])
        // The owner says its old value again: the approved one stands. It says another one: that one stands.
        let again = try Scene.says("erp:eu", "e4", at: 30, ["paymentTerms": "30"])
        #expect(shown(try record([base, proposal, again], [good]), "paymentTerms") == "60")
        let newer = try Scene.says("erp:eu", "e5", at: 40, ["paymentTerms": "14"])
        #expect(shown(try record([base, proposal, again, newer], [good]), "paymentTerms") == "14")
    }

    @Test func R17_twoPeopleForOneUnitAndNoneForAnother() throws {
        let base = try Scene.says("erp:eu", "e1", at: 1, ["creditLimit": #""10""#, "paymentTerms": "30"])
        let proposal = try Scene.says(
            "crm",
            "e2",
            at: 10,
            ["creditLimit": #""20""#, "paymentTerms": "60"],
            author: "ann"
        )
        let terms = try Scene.approval(ownership, "a1", at: 20, "paymentTerms", from: "30", to: "60")
        let one = try Scene.approval(ownership, "a2", at: 20, "creditLimit", from: #""10""#, to: #""20""#)
        let same = try Scene.approval(ownership, "a3", at: 21, "creditLimit", from: #""10""#, to: #""20""#)
        let two = try Scene.approval(
            ownership,
            "a4",
            at: 22,
            "creditLimit",
            from: #""10.0""#,
            to: #""20.00""#,
            by: "lee"
        )
        let half = try record([base, proposal], [terms, one, same])
        #expect(shown(half, "paymentTerms") == "60")
        #expect(shown(half, "creditLimit") == #""10""#)
        #expect(half.unit("creditLimit")?.pending.first?.missingPeople == 1)
        #expect(shown(try record([base, proposal], [terms, one, same, two]), "creditLimit") == #""20""#)
    }
}
