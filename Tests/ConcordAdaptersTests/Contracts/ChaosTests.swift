import ConcordAdapters
import ConcordOwnership
import ConcordTesting
import ConcordValues
import Testing

struct ChaosTests {
    let clock = ManualClock(at: Acme.start, skipsWaiting: true)

    /// Reads a source to its end as a pipeline would: again after each failure, the cursor kept in the store.
    private func read(_ source: any ChangeSource, _ store: any IntegrationStore, _ chaos: Chaos) async -> [SourceItem] {
        var items: [SourceItem] = []
        for _ in 0..<1_000 {
            do throws(AdapterFailure) {
                let cursor = try await store.cursor(of: "acme")
                let page = try await source.page(after: cursor, limit: 4)
                var commit = StoreCommit()
                commit.cursors = [("acme", page.next)]
                for item in page.items where item.isIntact {
                    commit.originals.append((item.sequence, Array(item.id.utf8)))
                }
                try await store.commit(commit)
                items += page.items
                if !page.hasMore { return items }
            } catch {
                chaos.restart()
            }
        }
        return items
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>) func lawfulFaultsLoseNothing(seed: UInt64) async throws {
        let chaos = Chaos(.lawful(seed: seed, percent: 15, crashes: 5), clock: clock)
        let (memory, target) = (MemoryStore(), MemoryTarget(Acme.system))
        let items = await read(ChaosSource(Acme.source(), chaos), ChaosStore(memory, chaos), chaos)
        // What was read and then lost in a crash is read again; every object's last message is there in the end.
        for client in 0..<5 {
            let sequence = SequenceKey(Acme.system, "Client", "\(client)")
            let stored = try await memory.originals(of: [sequence])[sequence]
            let ids = items.filter { $0.sequence == sequence }.map(\.id)
            #expect(stored != nil && !ids.isEmpty, "seed \(seed)")
        }
        #expect(try await memory.cursor(of: "acme")?.text == "17", "seed \(seed)")
        let changes = ChangeTargetContract.samples(for: Acme.system, "Client", ["name", "phone"])
        let broken = ChaosTarget(target, chaos)
        for number in 1...10 {
            for _ in 0..<100 {
                do throws(AdapterFailure) {
                    _ = try await broken.apply(changes(number, 0))
                    break
                } catch {
                    chaos.restart()
                }
            }
        }
        #expect(target.changes.count == 10, "seed \(seed)")
        #expect(chaos.account.total > 0, "seed \(seed)")
    }

    @Test func theSameSeedGivesTheSameFaults() async {
        func run(_ seed: UInt64) async -> (String, [String]) {
            let chaos = Chaos(.lawful(seed: seed, percent: 20, crashes: 5), clock: clock)
            let items = await read(ChaosSource(Acme.source(), chaos), ChaosStore(MemoryStore(), chaos), chaos)
            return (chaos.account.description, items.map(\.id))
        }
        let (first, again, other) = (await run(7), await run(7), await run(8))
        #expect(first == again)
        #expect(first.0 != other.0)
    }

    @Test func sourcesKeepTheirContractWithFaultsThatKeepIt() async {
        var plan = ChaosPlan(seed: 3, rates: [.delay: 30, .duplicate: 30, .reorder: 50, .partialPage: 30])
        plan.mostInARow = 100
        let chaos = Chaos(plan, clock: clock)
        var contract = ChangeSourceContract { ChaosSource(Acme.source(), chaos) }
        contract.objects = Acme.items.map(\.sequence)
        let findings = await contract.findings().map(\.promise.name)
        // Asked once more, other messages come again and places differ: the contract's `sameAgain` is for calm systems.
        #expect(Set(findings).isSubset(of: ["source.sameAgain", "source.cancellationLosesNothing"]))
    }

    @Test(
        arguments: [
            (.corrupt, "source.intact"), (.drop, "source.nothingLeftOut"), (.reorderPages, "source.sequenceOrder"),
        ] as [(ChaosFault, String)]
    )
    func sourcesBreakTheirContractWithFaultsThatBreakIt(fault: ChaosFault, promise: String) async {
        #expect(!fault.keepsContract)
        let chaos = Chaos(ChaosPlan(seed: 3, rates: [fault: 100]), clock: clock)
        let findings = await ChangeSourceContract { ChaosSource(Acme.source(), chaos) }.findings()
        #expect(findings.contains { $0.promise.name == promise }, "\(findings)")
        #expect(chaos.account.count(fault) > 0)
    }

    @Test func aStoreThatTearsBreaksItsContract() async {
        let findings = await IntegrationStoreContract { [clock] in
            ChaosStore(MemoryStore(), Chaos(ChaosPlan(seed: 1, rates: [.tear: 100]), clock: clock))
        }
        .findings()
        #expect(!findings.isEmpty)
    }

    @Test func storesKeepTheirContractWhenCommitsComeTwice() async {
        let findings = await IntegrationStoreContract { [clock] in
            ChaosStore(MemoryStore(), Chaos(ChaosPlan(seed: 1, rates: [.duplicate: 100, .delay: 20]), clock: clock))
        }
        .findings()
        #expect(findings == [])
    }

    @Test func theProcessDiesAtEachPointOnce() async throws {
        let calm = Chaos(ChaosPlan(), clock: clock)
        _ = await read(ChaosSource(Acme.source(), calm), ChaosStore(MemoryStore(), calm), calm)
        #expect(calm.account.total == 0)
        #expect(calm.points == 30)
        for point in 1...calm.points {
            let chaos = Chaos(.crash(at: point), clock: clock)
            let store = MemoryStore()
            let source = ChaosSource(Acme.source(), chaos)
            _ = await read(source, ChaosStore(store, chaos), chaos)
            #expect(chaos.account.count(.crashBefore) + chaos.account.count(.crashAfter) == 1, "point \(point)")
            #expect(try await store.cursor(of: "acme")?.text == "17", "point \(point)")
        }
    }

    @Test func aDeadProcessAnswersNothingElse() async {
        let chaos = Chaos(.crash(at: 1), clock: clock)
        let (source, store) = (ChaosSource(Acme.source(), chaos), ChaosStore(MemoryStore(), chaos))
        for _ in 0..<2 {
            await #expect(throws: AdapterFailure.crash) { try await source.page(after: nil, limit: 1) }
            await #expect(throws: AdapterFailure.crash) { try await store.commit(StoreCommit()) }
        }
        #expect(chaos.hasCrashed && AdapterFailure.crash.isCrash && !AdapterFailure.cancelled.isCrash)
        chaos.restart()
        await #expect(throws: Never.self) { try await source.page(after: nil, limit: 1) }
        #expect(chaos.account.description == "1 faults in 5 calls: source acme: 1 crashBefore")
    }
}
