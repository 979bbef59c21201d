#if SQLite
import ConcordAdapters
import ConcordConfiguration
import ConcordMapping
import ConcordOwnership
import ConcordSchema
import ConcordTesting
import ConcordValues

/// A few things of each kind, so that random commits meet each other.
struct StorePool {
    let records = ["a", "b", "c", "d\u{0}e"].map { RecordKey("customer", $0) } + [RecordKey("project", "a")]
    let systems: [SystemID] = ["crm", "erp:eu"]
    let sequences = ["1", "2"]
        .flatMap { id in
            [SequenceKey("crm", "Account", id), SequenceKey("erp:eu", "customer", id)]
        }
    let externalKeys = ["1", "2", "3"].map { ExternalKey(system: "crm", objectType: "Account", value: $0) }
    let canonicalIDs = ["cu-1", "cu-2"]
    let exceptions = (1...8).map { "exception \($0)" }
    let times = [
        "2016-12-31T23:59:60Z", "2026-03-02T09:00:00Z", "2026-03-02T10:00:00+01:00", "2026-03-02T09:00:00.5Z",
        "2026-03-02T09:00:00.500Z", "2026-03-02T12:00:00Z",
    ]
    .map(Sample.instant)

    var filters: [ExceptionFilter] {
        var all = [ExceptionFilter(), ExceptionFilter(), ExceptionFilter(), ExceptionFilter()]
        all[1].record = records[0]
        all[2].dueBefore = times[2]
        all[3].system = "crm"
        all[3].origin = .delivery
        return all
    }

    private static func value(_ json: String) -> ClaimValue { (try? JSONText(json)).map { .value($0) } ?? .absent }

    func line(_ random: inout SeededGenerator) -> ClaimLine {
        let record = random.one(of: records)
        let id = "e-\(random.number(in: 1...6))"
        let entry = OutboxEntry(plan(&random), plannedAt: times[0])
        switch random.number(in: 0...9) {
        case 0: return .emission(entry.plan.sent(at: random.one(of: times)))
        case 1:
            let decision = Sample.decision(id)
            return .approval(decision)
        default:
            let values: [ClaimValue] = [.absent, .null, .cleared, .unreadable, Self.value("\"b\"")]
            return .event(
                ClaimEvent(
                    id: id,
                    system: random.one(of: systems),
                    record: record,
                    version: random.one(of: [.none, .number(7), .text("7")]),
                    sourceTime: random.one(of: times),
                    validFrom: random.happens(percent: 30) ? random.one(of: times) : nil,
                    completeness: random.one(of: [.snapshot, .delta]),
                    author: random.happens(percent: 50) ? "kim \u{0} \"o'Neil\"" : nil,
                    entries: [ClaimEntry("name", random.one(of: values))]
                )
            )
        }
    }

    /// A plan that follows from its key.
    func plan(_ random: inout SeededGenerator) -> EmissionPlan {
        let system = random.one(of: systems)
        let record = random.one(of: Array(records.prefix(2)))
        let number = random.number(in: 1...4)
        let values: [ClaimValue] = [.cleared, Self.value("\"a\""), Self.value("30.50"), Self.value("{\"b\":[1]}")]
        return EmissionPlan(
            key: Sample.hash("\(system) \(record) \(number)"),
            system: system,
            record: record,
            values: [
                ClaimEntry(ClaimPath("z\(number)"), values[number - 1]), ClaimEntry("m", .cleared),
                ClaimEntry("a", Self.value("true")),
            ]
        )
    }

    func entry(_ random: inout SeededGenerator) -> OutboxEntry {
        OutboxEntry(
            plan(&random),
            plannedAt: random.one(of: times),
            attempts: random.number(in: 0...2),
            notBefore: random.happens(percent: 60) ? random.one(of: times) : nil,
            lastFailure: random.happens(percent: 50) ? "line\nand \u{0}" : nil
        )
    }

    func letter(_ random: inout SeededGenerator) -> DeadLetter {
        let sequence = random.one(of: sequences)
        var failure: AdapterFailure?
        if random.happens(percent: 50) {
            failure = AdapterFailure(
                random.one(of: FailureClass.allCases),
                "it broke",
                system: random.happens(percent: 50) ? "crm" : nil,
                remedy: random.happens(percent: 50) ? "mend it" : nil,
                retryAfter: random.happens(percent: 50) ? .milliseconds(random.number(in: -5_000...5_000)) : nil,
                issues: random.happens(percent: 50) ? [Issue(.missing, expected: "an id")] : []
            )
        }
        let bytes: [[UInt8]] = [[], [0, 255], Array("{\"a\":1}".utf8), Array("{\n}".utf8), Array("null".utf8)]
        let item = SourceItem(
            id: "m-\(random.number(in: 1...3))",
            sequence: sequence,
            time: random.one(of: times),
            content: random.happens(percent: 20) ? .removed : .object(random.one(of: bytes)),
            digest: random.happens(percent: 50) ? Sample.hash("x") : nil
        )
        let message: DeadLetter.Message = random.happens(percent: 50) ? .inbound(item) : .outbound(entry(&random))
        return DeadLetter(message, of: sequence, because: failure, parkedAt: random.one(of: times))
    }

    func exception(_ random: inout SeededGenerator) -> QueuedException {
        var context = ExceptionCase.Context()
        let amounts = [
            "0", "1", "1.0", "-3", "-3.5", "-20", "999", "1000.01", "0.001", "1e-9", "-1e-9", "12", "-400.25", "5e-300",
            "98765432109876543210",
        ]
        if random.happens(percent: 70), let amount = try? ExactDecimal(scientific: random.one(of: amounts)),
            let currency = try? CurrencyCode(random.one(of: ["EUR", "USD"]))
        {
            context.amountAtRisk = Money(amount, currency)
        }
        return QueuedException(
            id: Sample.hash(random.one(of: exceptions)),
            origin: random.one(of: QueuedException.Origin.allCases),
            kind: "mapping",
            record: random.happens(percent: 70) ? random.one(of: records) : nil,
            sequence: random.happens(percent: 70) ? random.one(of: sequences) : nil,
            headline: "somebody must look",
            context: context,
            openedAt: random.one(of: times),
            due: random.happens(percent: 50) ? random.one(of: times) : nil
        )
    }

    func commit(_ random: inout SeededGenerator) -> StoreCommit {
        var commit = StoreCommit()
        for _ in 0..<random.number(in: 0...6) {
            switch random.number(in: 0...12) {
            case 0: commit.claims += [line(&random), line(&random)]
            case 1:
                let bytes = [UInt8](repeating: UInt8(random.number(in: 0...255)), count: random.number(in: 0...3))
                let key = random.one(of: records)
                commit.records.append(StoredRecord(key: key, document: bytes, changedAt: random.one(of: times)))
            case 2:
                let bytes: [UInt8]? = random.happens(percent: 30) ? nil : [UInt8(random.number(in: 0...255))]
                commit.originals.append((random.one(of: sequences), bytes))
            case 3 where random.happens(percent: 30):
                commit.links.append(IdentityLink(random.one(of: externalKeys), random.one(of: canonicalIDs)))
            case 4: commit.planned.append(entry(&random))
            case 5: commit.settled.append((random.one(of: systems), random.one(of: records)))
            case 6: commit.attempted.append(entry(&random))
            case 7: commit.delivered.append(plan(&random).key)
            case 8: commit.parked.append(letter(&random))
            case 9:
                let ids = ["m-1", "m-2", "m-3", plan(&random).key.description, plan(&random).key.description]
                commit.released.append((random.one(of: sequences), random.shuffled(ids)))
            case 10: commit.opened.append(exception(&random))
            case 11:
                let name = random.one(of: exceptions)
                if random.happens(percent: 50) {
                    commit.withdrawn.append((Sample.hash(name), random.one(of: times)))
                } else {
                    let record = random.happens(percent: 70) ? random.one(of: records) : nil
                    commit.resolved.append((record, Sample.resolution(name)))
                }
            default: commit.cursors.append((random.one(of: ["crm", "erp"]), SourceCursor("\(random.next())")))
            }
        }
        return commit
    }
}
#endif
