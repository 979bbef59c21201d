import ConcordOwnership
import ConcordSchema
import ConcordTesting
import ConcordValues
import Testing

/// What a change of a policy flips, and what that is worth.
@Suite struct DryRunTests {
    private static func ledger(_ number: Int) throws -> ClaimLedger {
        let key = RecordKey("account", "a-\(number)")
        var ledger = ClaimLedger(key)
        for (index, said) in [("erp:eu", "30"), ("crm", "60")].enumerated() {
            ledger.insert(
                ClaimEvent(
                    id: "e-\(number)-\(index)",
                    system: try SystemID(said.0),
                    record: key,
                    sourceTime: try Scene.minute(index + 1),
                    entries: [ClaimEntry("paymentTerms", try Scene.value(said.1))]
                )
            )
        }
        return ledger
    }

    /// The CRM owns the terms.
    private static let next: [OwnershipRule] =
        Scene.rules + [
            OwnershipRule(
                "terms",
                .field(["paymentTerms"]),
                grants: [OwnershipGrant(.crm, .own), OwnershipGrant(.erp, [.create, .update, .observe])]
            )
        ]

    private static func dryRun(to rules: [OwnershipRule], keeping limit: Int = 20) throws -> OwnershipDryRun {
        let (pound, euro) = (try CurrencyCode("GBP"), try CurrencyCode("EUR"))
        return try OwnershipDryRun(
            from: Scene.checked(),
            to: Scene.checked(rules, version: 2),
            records: [Account.schema.description],
            asOf: try Scene.minute(100),
            worth: .host { record in
                let number = Int(record.id.dropFirst(2)) ?? 0
                return number % 5 == 0 ? nil : Money(ExactDecimal(number * 100), number % 3 == 0 ? pound : euro)
            },
            above: ExactDecimal(1_000),
            keeping: limit,
            revealing: [.commercial]
        )
    }

    @Test func theSamePolicyFlipsNothing() throws {
        var run = try Self.dryRun(to: Scene.rules)
        for number in 1...20 { run.take(try Self.ledger(number)) }
        #expect(run.report.flips == 0)
        #expect(run.report.decisions.isEmpty)
        #expect(run.report.headline == "this change flips nothing in 20 records")
    }

    @Test func flipsAreCountedAndPriced() throws {
        var run = try Self.dryRun(to: Self.next, keeping: 3)
        for number in 1...20 { run.take(try Self.ledger(number)) }
        let (report, pound) = (run.report, try CurrencyCode("GBP"))
        #expect(report.flips == 20)
        #expect(report.aspects == [.value: 20, .basis: 20, .owner: 20, .waiting: 20])
        #expect(report.fields == [.init(record: "account", name: "paymentTerms"): 20])
        #expect(report.decisions[.init(from: "pending", to: "accepted")] == 20)
        #expect(report.headline == "this change flips 20 fields of 20 records, 6 above 1000 EUR, 2 above 1000 GBP")
        #expect(report.worst.map(\.record.id) == ["a-19", "a-18", "a-17"])
        #expect(report.sums[pound]?.total == Money(ExactDecimal(4_800), pound))
        #expect(report.unpriced == 4)
        #expect(report.worst.first?.before.description == "30, by erp:eu as owner, owned by erp, 1 waiting")
        #expect(report.worst.first?.after.description == "60, by crm as owner, owned by crm")
        #expect(
            report.markdown.contains("| account/a-19 | paymentTerms | value, basis, owner, waiting | 30, by erp:eu")
        )
        #expect(report.json().contains(#""says":"this change flips 20 fields"#))
    }

    @Test func theOrderOfRecordsDoesNotMatter() throws {
        let ledgers = try (1...20).map(Self.ledger)
        var run = try Self.dryRun(to: Self.next, keeping: 4)
        for ledger in ledgers { run.take(ledger) }
        for seed in UInt64(1)...50 {
            var random = SeededGenerator(seed: seed)
            var other = try Self.dryRun(to: Self.next, keeping: 4)
            for ledger in random.shuffled(ledgers) { other.take(ledger) }
            #expect(other.report == run.report, "seed \(seed)")
        }
    }

    @Test func whatAPolicyDoesNotSpeakOfIsPassedOver() throws {
        var run = try Self.dryRun(to: Self.next)
        run.take(ClaimLedger(RecordKey("retainer", "r-1")))
        #expect(run.report.passedOver == 1)
        #expect(run.report.records == 0)
    }

    @Test func approvalsOfThePolicyInForceStillCount() throws {
        let ownership = try Scene.compiled()
        var ledger = Scene.ledger(
            [
                try Scene.says("erp:eu", "e1", at: 1, ["paymentTerms": "30"]),
                try Scene.says("crm", "e2", at: 10, ["paymentTerms": "60"], author: "ann"),
            ],
            [try Scene.approval(ownership, "a1", at: 20, "paymentTerms", from: "30", to: "60")]
        )
        ledger.insert(try Scene.says("psa", "e3", at: 30, ["note": #""x""#]))
        var run = try Self.dryRun(to: Scene.rules)
        run.take(ledger)
        #expect(run.report.flips == 0)
    }
}
