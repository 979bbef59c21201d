import ConcordConfiguration
import ConcordOwnership
import ConcordSchema
import ConcordValues
import Testing

/// What is written to systems, and what their answers are (R19, R20).
@Suite struct EngineEmissionTests {
    private let ownership: CompiledOwnership

    init() throws { ownership = try Scene.compiled() }

    @Test func whatASystemLacksIsSentOnceAcknowledged() throws {
        var claims = RecordClaims(Scene.ledger([]), ownership, asOf: try Scene.minute(0))
        claims.decide(try Scene.says("erp:eu", "e1", at: 1, ["paymentTerms": "30"]), asOf: try Scene.minute(1))
        let plan = try #require(claims.emission(for: "crm"))
        #expect(plan.values == [ClaimEntry("paymentTerms", try Scene.value("30"))])
        #expect(claims.emission(for: "erp:eu") == nil)
        #expect(claims.emission(for: "crm")?.key == plan.key)
        claims.insert(plan.sent(at: try Scene.minute(2)), asOf: try Scene.minute(2))
        let answer = try Scene.says("crm", "e2", at: 3, ["paymentTerms": "30"])
        let decision = claims.decide(answer, asOf: try Scene.minute(3))
        #expect(claims.record.decisions(of: "e2").map(\.outcome) == [.echo])
        #expect(decision.admission == .new)
        #expect(claims.emission(for: "crm") == nil)
        #expect(claims.echoes(of: "crm").echoes == 1)
    }

    @Test func aValueThatComesBackHasAnotherKey() throws {
        let first = try Scene.says("erp:eu", "e1", at: 1, ["paymentTerms": "30"])
        let second = try Scene.says("erp:eu", "e2", at: 2, ["paymentTerms": "60"])
        let third = try Scene.says("erp:eu", "e3", at: 3, ["paymentTerms": "30"])
        let asOf = try Scene.minute(9)
        let keys = [[first], [first, second], [first, second, third]]
            .map { ownership.emission(for: "crm", from: Scene.ledger($0), asOf: asOf)?.key }
        #expect(Set(keys).count == 3)
    }

    @Test func whatWasConfirmedAndChangedSinceIsSentUnderAnotherKeyAndReportedTheThirdTime() throws {
        var claims = RecordClaims(Scene.ledger([]), ownership, asOf: try Scene.minute(0))
        claims.decide(try Scene.says("crm", "e1", at: 1, ["name": #""Nordlicht""#]), asOf: try Scene.minute(1))
        var keys: Set<ContentHash> = []
        for (round, minute) in [2, 5].enumerated() {
            let plan = try #require(claims.emission(for: "psa"))
            keys.insert(plan.key)
            claims.insert(plan.sent(at: try Scene.minute(minute)), asOf: try Scene.minute(minute))
            for (place, name) in [#""Nordlicht""#, #""Nord""#].enumerated() {
                let time = minute + 1 + place
                let event = try Scene.says("psa", "e\(round)\(place)", at: time, ["name": name])
                claims.decide(event, asOf: try Scene.minute(time))
            }
        }
        #expect(keys.count == 2)
        #expect(claims.emission(for: "psa") == nil)
        #expect(claims.record.exceptions.map(\.kind) == [.unacknowledged])
    }

    @Test func whatWasSaidAtTheVeryMomentOfSendingIsNoAnswerUnlessItConfirms() throws {
        for (name, isConfirmed) in [(#""Nordlicht""#, true), (#""Nord""#, false)] {
            var claims = RecordClaims(Scene.ledger([]), ownership, asOf: try Scene.minute(0))
            claims.decide(try Scene.says("crm", "e1", at: 1, ["name": #""Nordlicht""#]), asOf: try Scene.minute(2))
            claims.decide(try Scene.says("psa", "e2", at: 2, ["name": name]), asOf: try Scene.minute(2))
            let sent = EmissionRecord(
                id: "k1",
                system: "psa",
                record: Scene.key,
                time: try Scene.minute(2),
                values: [ClaimEntry("name", try Scene.value(#""Nordlicht""#))]
            )
            claims.insert(sent, asOf: try Scene.minute(2))
            #expect(claims.record.exceptions == [])
            #expect(claims.echoes(of: "psa").echoes == (isConfirmed ? 1 : 0))
            #expect(claims.echoes(of: "psa").nearMisses == 0)
            claims.decide(try Scene.says("psa", "e3", at: 3, ["name": #""Nord""#]), asOf: try Scene.minute(3))
            #expect(claims.echoes(of: "psa").nearMisses == (isConfirmed ? 0 : 1))
        }
    }

    @Test func aPeerThatRewritesIsCountedAndReported() throws {
        var claims = RecordClaims(Scene.ledger([]), ownership, asOf: try Scene.minute(0))
        claims.decide(try Scene.says("crm", "e1", at: 1, ["name": #""Nordlicht""#]), asOf: try Scene.minute(1))
        let plan = try #require(claims.emission(for: "psa"))
        claims.insert(plan.sent(at: try Scene.minute(2)), asOf: try Scene.minute(2))
        claims.decide(try Scene.says("psa", "e2", at: 3, ["name": #""NORDLICHT""#]), asOf: try Scene.minute(3))
        #expect(claims.echoes(of: "psa").nearMisses == 1)
        #expect(claims.emission(for: "psa") == nil)
        #expect(claims.record.exceptions.map(\.kind) == [.unacknowledged])
        #expect(claims.record.unit("name")?.value.json == #""Nordlicht""#)
    }

    @Test func aProposalIsNotWrittenOverWhileItWaits() throws {
        let base = try Scene.says("erp:eu", "e1", at: 1, ["paymentTerms": "30"])
        let proposal = try Scene.says("crm", "e2", at: 2, ["paymentTerms": "60"])
        let ledger = Scene.ledger([base, proposal])
        #expect(ownership.emission(for: "crm", from: ledger, asOf: try Scene.minute(9)) == nil)
    }
}
