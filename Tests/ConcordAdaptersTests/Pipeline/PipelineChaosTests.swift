import Concord
import ConcordTesting
import Foundation
import Testing

/// Three systems say thousands of things while everything goes wrong, and in the end all is as if nothing had.
@Suite("The pipeline in chaos")
struct PipelineChaosTests {
    let firm: PipelineFirm

    init() throws { firm = try PipelineFirm() }

    /// How many changes there are; the nightly run sets more.
    private static let changes = ProcessInfo.processInfo.environment["CONCORD_CHANGES"].flatMap { Int($0) } ?? 900

    /// How often a process may die before faults end; the work should be done before.
    private static let patience = max(1_500, changes / 10)

    private struct Result {
        var store = MemoryStore()
        var target = MemoryTarget(PipelineFirm.erp)
        var runs = 0
        var account = RunAccount()
        var faults = 0
    }

    /// What each system says, in its order; some customers' messages are broken for good.
    private var sources: [MemorySource] {
        let revisions = 5
        let customers = max(1, Self.changes / (3 * revisions))
        func said(_ make: (Int, Int) -> SourceItem) -> [SourceItem] {
            (1...revisions).flatMap { revision in (1...customers).map { make($0, revision) } }
        }
        return [
            MemorySource(
                PipelineFirm.crm,
                said { firm.account($0, $1, name: "Customer \($0), \($1)", broken: $0 % 50 == 7 && $1 == 3) }
            ),
            MemorySource(PipelineFirm.psa, said { firm.account($0, $1, of: PipelineFirm.psa) }),
            MemorySource(PipelineFirm.erp, said { firm.customer($0, $1) }),
        ]
    }

    private func integration<Store: IntegrationStore>(
        _ store: Store,
        _ target: any ChangeTarget,
        _ clock: any ServiceClock,
        workers: Int
    ) throws -> Integration<Store> {
        Integration(
            over: store,
            owned: firm.register,
            from: try firm.routes(),
            to: [try firm.routeOut(to: target)],
            at: Pace(batchSize: 64, interval: .zero, emission: .afterwards, workers: workers),
            retry: RetryPolicyDelays(jitter: SeededJitter(seed: 3)),
            clock: clock
        )
    }

    private func run(_ plan: ChaosPlan?, workers: Int) async throws -> Result {
        var result = Result()
        var commit = StoreCommit()
        commit.links = (1...max(1, Self.changes / 15)).flatMap(firm.links)
        try await result.store.commit(commit)
        let clock = ManualClock(at: firm.now, skipsWaiting: true)
        let sources = sources
        guard let plan else {
            result.account = try await integration(result.store, result.target, clock, workers: 1).run(sources)
            result.runs = 1
            return result
        }
        let chaos = Chaos(plan, clock: clock)
        // Nobody guards a store: what it cannot do ends the process, as a crash before or after does.
        var storePlan = ChaosPlan(seed: plan.seed)
        for fault in ChaosFault.allCases where fault.keepsContract && fault.isCrash { storePlan.rates[fault] = 1 }
        let storeChaos = Chaos(storePlan, clock: clock)
        let patience = Retrying(patience: .seconds(3_600), clock: clock, jitter: SeededJitter(seed: 5))
        let broken = sources.map { ChaosSource($0, chaos).guarded(by: [patience]) }
        for attempt in 0..<(Self.patience + 500) {
            if attempt == Self.patience {
                chaos.calm()
                storeChaos.calm()
            }
            result.runs += 1
            // A process that died has nothing left but its store.
            let integration = try integration(
                ChaosStore(result.store, storeChaos),
                ChaosTarget(result.target, chaos).guarded(by: [patience]),
                clock,
                workers: workers
            )
            let failure: AdapterFailure?
            do throws(AdapterFailure) {
                try await integration.run(broken)
                failure = nil
            } catch {
                failure = error
                chaos.restart()
                storeChaos.restart()
            }
            #expect(integration.progress.addsUp)
            result.account.add(integration.progress)
            if failure == nil { break }
        }
        result.faults = chaos.account.total + storeChaos.account.total
        return result
    }

    @Test("every fault at once changes nothing of what comes of it", arguments: zip([1, 2], [1 as UInt64, 2]))
    func converges(workers: Int, seed: UInt64) async throws {
        let clean = try await run(nil, workers: 1)
        var plan = ChaosPlan.lawful(seed: seed, percent: 8, crashes: 1)
        plan.rates[.corrupt] = 5
        let wild = try await run(plan, workers: workers)
        #expect(wild.faults > 0)
        #expect(wild.runs <= Self.patience, "the work was not done before faults ended, seed \(seed)")
        let (left, right) = (wild.store, clean.store)
        let records = try await right.records(after: nil, limit: .max)
        #expect(try await left.records(after: nil, limit: .max) == records)
        for (one, other) in zip(try await left.ledgers(of: records), try await right.ledgers(of: records)) {
            #expect(one.events == other.events, "\(one.record), seed \(seed)")
        }
        let documents = try await left.documents(of: records).mapValues(\.document)
        #expect(try await right.documents(of: records).mapValues(\.document) == documents)
        let parked = try await right.parkedSequences(after: nil, limit: .max)
        #expect(try await left.parkedSequences(after: nil, limit: .max) == parked)
        for sequence in parked {
            let ids = try await right.letters(of: sequence).map(\.id)
            #expect(try await left.letters(of: sequence).map(\.id) == ids, "\(sequence), seed \(seed)")
        }
        #expect(try await left.depth(for: PipelineFirm.erp) == 0)
        #expect(Set(wild.target.changes.map(\.key)).count == wild.target.changes.count)
        for sequence in Set(clean.target.changes.map(\.sequence)) {
            #expect(wild.target.values(of: sequence) == clean.target.values(of: sequence), "\(sequence), seed \(seed)")
        }
    }
}
