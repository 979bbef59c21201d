import ConcordModel
import ConcordOwnership
import ConcordSchema
import ConcordValues
import Testing

/// What people and other programs read: lines, explanations, audits, cases, documents.
@Suite struct EngineReportTests {
    private let ownership: CompiledOwnership

    init() throws { ownership = try Scene.compiled() }

    @Test func linesComeBack() throws {
        for seed in 1...40 as ClosedRange<UInt64> {
            let history = try EngineHistory(ownership, seed: seed)
            for event in history.events {
                #expect(try ClaimLine(json: event.jsonText()) == .event(event), "seed \(seed)")
            }
            for approval in history.approvals {
                #expect(try ClaimLine(json: approval.jsonText()) == .approval(approval), "seed \(seed)")
            }
        }
    }

    @Test(arguments: [
        (#"{"event":"e","system":"crm","record":"a","id":"1","at":"yesterday","values":{}}"#, "instant.syntax", 56),
        (
            #"{"event":"e","system":"crm","record":"a","id":"1","when":"x","values":{}}"#,
            "configuration.unknownMember", 58
        ),
        (#"{"event":"e","system":"crm","record":"a","id":"1","values":{"a":1,"a":2}}"#, "json.duplicateKey", 71),
        (#"{"system":"crm"}"#, "field.missing", 1),
        (#"{"event":"e","system":"crm","record":"a","id":"1"}"#, "field.missing", 1),
        (#"{"event":"e""#, "json.unexpectedEnd", 13),
    ])
    func badLinesSayWhere(_ line: String, _ code: String, _ column: Int) throws {
        do {
            _ = try ClaimLine(json: line)
            Issue.record("a bad line was read")
        } catch {
            #expect(error.issues.map(\.code.rawValue) == [code])
            #expect(error.issues.first?.position?.column == column)
        }
    }

    @Test func aBadLineStopsNothing() throws {
        let good = try Scene.says("crm", "e1", at: 1, ["name": #""A""#]).jsonText()
        var bytes = Array("\(good)\n{\n\(good)\n".utf8)[...]
        var reader = ClaimReader(
            LineReader { buffer in
                let count = min(buffer.count, bytes.count, 7)
                buffer.copyBytes(from: bytes.prefix(count))
                bytes = bytes.dropFirst(count)
                return count
            }
        )
        var lines: [Int?] = []
        while let line = try reader.next() {
            switch line {
            case .success: lines.append(nil)
            case .failure(let refusal): lines.append(refusal.issues.first?.position?.line)
            }
        }
        #expect(lines == [nil, 2, nil])
    }

    @Test func anExplanationNamesWhoSaysWhatSinceWhen() throws {
        let ledger = Scene.ledger([
            try Scene.says("erp:eu", "e1", at: 1, ["paymentTerms": "30"]),
            try Scene.says("crm", "e2", at: 2, ["paymentTerms": "60"]),
            try Scene.says("psa", "e3", at: 3, ["paymentTerms": "90"]),
        ])
        let record = ownership.record(from: ledger, asOf: try Scene.minute(9))
        let explanation = try #require(record.explain("paymentTerms", revealing: [.commercial]))
        #expect(
            explanation.lines == [
                "paymentTerms is 30 since 2026-03-02T09:01:00Z: erp:eu says so and owns it (billing).",
                "psa says 90 since 2026-03-02T09:03:00Z: refused: notGranted.",
                "crm proposes 60 since 2026-03-02T09:02:00Z: it waits for 1 more to approve, as finance.",
            ]
        )
        #expect(record.explain("paymentTerms")?.lines.first?.contains("30 ") == false)
    }

    @Test func auditMasksWhatIsNotForEverybody() throws {
        let ledger = Scene.ledger([
            try Scene.says("erp:eu", "e1", at: 1, ["paymentTerms": "30", "note": #""n""#])
        ])
        let trail = ownership.audit(ledger, asOf: try Scene.minute(9))
        let values = Dictionary(uniqueKeysWithValues: trail.entries.map { ($0.decision.unit, $0.value) })
        #expect(values["paymentTerms"] == #""•••""#)
        #expect(values["note"] == #""n""#)
        #expect(trail.entries.first { $0.decision.unit == "paymentTerms" }?.rules == ["billing"])
        let again = ownership.audit(ledger, asOf: try Scene.minute(9))
        #expect(again == trail)
        #expect(Set(trail.entries.map(\.id)).count == trail.entries.count)
    }

    @Test func aCaseHasWhatAPersonNeeds_andEndsWithItsResolution() throws {
        let base = try Scene.says("erp:eu", "e1", at: 1, ["paymentTerms": "30"])
        let moved = try Scene.says("erp:eu", "e2", at: 5, ["paymentTerms": "20"])
        let proposal = try Scene.says("crm", "e3", at: 3, ["paymentTerms": "60"], author: "ann")
        let stale = try Scene.approval(ownership, "a1", at: 9, "paymentTerms", from: "30", to: "60")
        let record = ownership.record(from: Scene.ledger([base, moved, proposal], [stale]), asOf: try Scene.minute(20))
        var context = ExceptionCase.Context()
        context.amountAtRisk = Money(12_000, .eur)
        let cases = record.cases(context: { _ in context }, revealing: [.commercial])
        let first = try #require(cases.first)
        #expect(cases.count == 1)
        #expect(first.exception.kind == .staleApproval)
        #expect(first.owner == .erp)
        #expect(first.current == "20")
        #expect(first.currentSince == (try Scene.minute(5)))
        #expect(first.proposed.map(\.value) == ["60"])
        #expect(first.actions == [.approve, .reject])
        let done = ExceptionResolution(of: first.id, .reject, by: "kim", at: try Scene.minute(21), reason: "too long")
        #expect(record.cases(resolved: [done], revealing: [.commercial]).isEmpty)
    }

    @Test func aStreamFoldsRecordByRecord() throws {
        var fold = OwnershipFold(ownership, asOf: try Scene.minute(9))
        var records: [OwnedRecord] = []
        for id in ["a-1", "a-2", "a-3"] {
            for number in 1...2 {
                let event = ClaimEvent(
                    id: "\(id)-\(number)",
                    system: "crm",
                    record: RecordKey("account", id),
                    sourceTime: try Scene.minute(number),
                    entries: [ClaimEntry("name", try Scene.value("\"\(id)\(number)\""))]
                )
                if let record = fold.insert(event) { records.append(record) }
            }
        }
        if let record = fold.finish() { records.append(record) }
        #expect(records.map(\.record.id) == ["a-1", "a-2", "a-3"])
        #expect(records.map { $0.unit("name")?.value.json } == [#""a-12""#, #""a-22""#, #""a-32""#])
    }

    @Test func aCustomerIsARecordLikeAnother() throws {
        let policy = OwnershipPolicy(
            Scene.policy().header,
            records: [
                RecordOwnership(
                    "customer",
                    groups: [FieldGroup("billing", [["paymentTerms"], ["preferredCurrency"]])],
                    lists: [ListTreatment(["contacts"], .keyed(by: "id"))],
                    rules: [
                        OwnershipRule(
                            "all",
                            .record,
                            grants: [OwnershipGrant(.crm, .own), OwnershipGrant(.erp, .observe)]
                        ),
                        OwnershipRule("billing", .group("billing"), grants: [OwnershipGrant(.erp, .own)]),
                    ]
                )
            ],
            systems: Scene.systems
        )
        let ownership = try CompiledOwnership(
            CheckedOwnershipPolicy(policy, records: [Customer.schema.description]),
            for: Customer.schema.description
        )
        let time = try Scene.minute(1)
        var customer = Customer(
            id: "c-1",
            header: RecordHeader(source: "crm", asOf: time),
            name: "Nordlicht",
            status: .active
        ) {
            $0.preferredCurrency = .usd
            $0.poRequired = true
        }
        let first = ClaimEvent(of: customer, id: "e1", system: "crm", version: 1, sourceTime: time)
        customer.preferredCurrency = .eur
        let second = ClaimEvent(
            changesTo: FieldSet([RecordPath([.field("preferredCurrency")])]),
            of: customer,
            id: "e2",
            system: "erp:eu",
            sourceTime: try Scene.minute(2)
        )
        var ledger = ClaimLedger(first.record)
        ledger.insert(first)
        ledger.insert(second)
        let result = ownership.record(from: ledger, asOf: try Scene.minute(9))
        let owned = try Customer(json: result.document)
        #expect(owned.name == "Nordlicht")
        #expect(owned.preferredCurrency == .eur)
        #expect(owned.poRequired == true)
        #expect(result.unit("preferredCurrency")?.dissent.map(\.system) == ["crm"])
    }

    @Test func onlyWhatWasCheckedIsTaken() throws {
        let checked = try Scene.checked()
        let error = #expect(throws: OwnershipRefusal.self) {
            try CompiledOwnership(checked, for: Customer.schema.description)
        }
        #expect(error?.policy == Scene.policy().header)
        #expect(error?.findings.map(\.code) == [.unspokenRecord])
    }
}
