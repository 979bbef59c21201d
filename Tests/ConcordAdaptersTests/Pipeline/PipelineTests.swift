import Concord
import Testing

@Suite("The pipeline")
struct PipelineTests {
    let firm: PipelineFirm

    init() throws { firm = try PipelineFirm() }

    private func integration<Store: IntegrationStore>(
        over store: Store,
        to targets: [TargetRoute] = [],
        batch: Int = 8,
        workers: Int = 1,
        settings: IntegrationSettings = IntegrationSettings(),
        clock: any ServiceClock = FixedClock()
    ) throws -> Integration<Store> {
        Integration(
            over: store,
            owned: firm.register,
            from: try firm.routes(),
            to: targets,
            at: Pace(batchSize: batch, interval: .zero, emission: .afterwards, workers: workers),
            settings: settings,
            retry: RetryPolicyDelays(jitter: SeededJitter(seed: 7)),
            clock: clock
        )
    }

    private func key(_ number: Int) -> RecordKey { RecordKey("customer", "cu-\(number)") }

    /// A store that knows who is who among some customers.
    private func store(linking customers: ClosedRange<Int>) async throws -> MemoryStore {
        let store = MemoryStore()
        var commit = StoreCommit()
        commit.links = customers.flatMap(firm.links)
        try await store.commit(commit)
        return store
    }

    @Test("what systems say becomes one record, and the others are told of it once")
    func wholeWay() async throws {
        let store = try await store(linking: 1...1)
        let target = MemoryTarget(PipelineFirm.erp)
        let integration = try integration(over: store, to: [try firm.routeOut(to: target)])
        let crm = MemorySource(PipelineFirm.crm, [firm.account(1, 1), firm.account(1, 2, name: "Northwind")])
        let erp = MemorySource(PipelineFirm.erp, [firm.customer(1, 1)])
        let account = try await integration.run([crm, erp])
        #expect(account.addsUp)
        #expect(account.read == 3)
        #expect(account.taken == 3)
        let stored = try #require(try await store.documents(of: [key(1)])[key(1)])
        let customer = try Customer(json: stored.document)
        #expect(customer.name == "Northwind")
        #expect(target.changes.count == 1)
        let change = try #require(target.changes.first)
        #expect(!change.isNew)
        #expect(change.sequence == SequenceKey(PipelineFirm.erp, "customer", "1"))
        let body = String(decoding: try #require(change.body), as: UTF8.self)
        #expect(body == "{\"url\":\"https://c1-2.example\"}")
        // Nothing is left to be said, nor when everything is said again.
        let again = try await integration.run([
            MemorySource(PipelineFirm.crm, [firm.account(1, 1), firm.account(1, 2, name: "Northwind")])
        ])
        #expect(again.delivered == 1)
        #expect(target.changes.count == 1)
    }

    @Test("an answer that says what was sent is an echo and starts nothing")
    func echo() async throws {
        let store = try await store(linking: 1...1)
        let target = MemoryTarget(PipelineFirm.erp)
        let clock = FixedClock()
        let integration = try integration(over: store, to: [try firm.routeOut(to: target)], clock: clock)
        let crm = MemorySource(PipelineFirm.crm, [firm.account(1, 1, name: "Northwind")])
        let erp = MemorySource(PipelineFirm.erp, [firm.customer(1, 1)])
        try await integration.run([crm, erp])
        #expect(target.changes.count == 1)
        clock.advance(.seconds(60))
        erp.say(firm.customer(1, 2, name: "Northwind"))
        try await integration.run([crm, erp])
        #expect(target.changes.count == 1)
    }

    @Test("a system that says something else after it confirmed what it was sent is told again, under another key")
    func drift() async throws {
        let store = try await store(linking: 1...1)
        let target = MemoryTarget(PipelineFirm.erp)
        let clock = FixedClock()
        let integration = try integration(over: store, to: [try firm.routeOut(to: target)], clock: clock)
        let crm = MemorySource(PipelineFirm.crm, [firm.account(1, 1)])
        let erp = MemorySource(PipelineFirm.erp, [firm.customer(1, 1)])
        try await integration.run([crm, erp])
        let revisions = [("https://c1-1.example", 1), ("https://e.example", 2), ("https://c1-1.example", 2)]
        for (place, (url, sent)) in revisions.enumerated() {
            clock.advance(.seconds(60))
            erp.say(firm.customer(1, place + 2, url: url, at: clock.now))
            try await integration.run([crm, erp])
            #expect(target.changes.count == sent, "after \(url)")
        }
        #expect(Set(target.changes.map(\.key)).count == 2)
        #expect(target.changes[0].values == target.changes[1].values)
        #expect(try await store.depth(for: PipelineFirm.erp) == 0)
    }

    @Test(
        "an old message that comes once more does not take the place of the object as it came last",
        arguments: [1, 3]
    )
    func originals(batch: Int) async throws {
        let store = MemoryStore()
        let items = [firm.account(1, 1), firm.account(1, 2), firm.account(1, 1)]
        let account = try await integration(over: store, batch: batch).run([MemorySource(PipelineFirm.crm, items)])
        #expect(account.repeated == 1)
        let kept = try await store.originals(of: [items[0].sequence])[items[0].sequence]
        #expect(kept.map { .object($0) } == items[1].content)
    }

    @Test("what could be read is stored, though the page behind it cannot be", arguments: 0...4)
    func torn(pages: Int) async throws {
        let store = MemoryStore()
        let source = TornSource(MemorySource(PipelineFirm.crm, (1...5).map { firm.account($0, 1) }), pages: pages)
        let integration = try integration(over: store, batch: 1)
        await #expect(throws: AdapterFailure.self) { try await integration.run([source]) }
        #expect(integration.progress.taken == pages)
        #expect(try await store.records(after: nil, limit: 9).count == pages)
    }

    @Test("a message that cannot be read waits with those of its object behind it, and all others go on")
    func parking() async throws {
        let store = MemoryStore()
        let integration = try integration(over: store, batch: 2)
        let items = [
            firm.account(1, 1), firm.account(2, 1, broken: true), firm.account(1, 2), firm.account(2, 2),
            firm.account(3, 1), firm.account(2, 3),
        ]
        let account = try await integration.run([MemorySource(PipelineFirm.crm, items)])
        #expect(account.addsUp)
        #expect(account.taken == 3)
        #expect(account.refused == 1)
        #expect(account.waiting == 2)
        let sequence = SequenceKey(PipelineFirm.crm, "Account", "001A2")
        let letters = try await store.letters(of: sequence)
        #expect(letters.map(\.id) == [items[1].id, items[3].id, items[5].id])
        #expect(letters.map(\.isWaiting) == [false, true, true])
        var filter = ExceptionFilter()
        filter.origin = .intake
        let open = try await store.exceptions(filter, limit: 10)
        let exception = try #require(open.first)
        #expect(open.count == 1)
        #expect(exception.sequence == sequence)
        #expect(exception.origin == .intake)
        #expect(exception.details.contains { $0.contains("name") })

        // Replayed as it is, it waits on; read again from the system, it is healed.
        let vain = try await integration.replay(sequence)
        #expect(vain.failure?.failureClass == .mapping)
        #expect(try await store.letters(of: sequence).count == 3)
        // What is still broken in the system heals nothing, and nothing leaves.
        let unchanged = MemorySource(PipelineFirm.crm, items)
        unchanged.say(firm.account(2, 5, broken: true))
        let still = try await integration.replay(sequence, rereading: unchanged)
        #expect(still.failure?.failureClass == .mapping)
        #expect(still.released == 0)
        #expect(try await store.letters(of: sequence).map(\.id) == letters.map(\.id))
        #expect(try await store.exceptions(filter, limit: 10).count == 1)
        let healed = MemorySource(PipelineFirm.crm, [firm.account(2, 4, name: "Corrected")])
        let result = try await integration.replay(sequence, rereading: healed)
        #expect(result.failure == nil)
        #expect(result.released == 3)
        #expect(try await store.letters(of: sequence).isEmpty)
        #expect(try await store.exceptions(filter, limit: 10).isEmpty)
        let id = "salesforce:emea/Account/001A2"
        let record = try #require(try await store.documents(of: [RecordKey("customer", id)]).values.first)
        #expect(try Customer(json: record.document).name == "Corrected")
    }

    @Test("a message that was taken in before does not wait when it comes once more")
    func knownMessage() async throws {
        let store = MemoryStore()
        let integration = try integration(over: store, batch: 3)
        let items = [firm.account(2, 1), firm.account(2, 2, broken: true), firm.account(2, 1)]
        let account = try await integration.run([MemorySource(PipelineFirm.crm, items)])
        #expect(account.addsUp)
        #expect(account.repeated == 1)
        #expect(try await store.letters(of: items[0].sequence).map(\.id) == [items[1].id])
        #expect(try await integration.answer(firm.account(2, 1)).isRepetition)
        #expect(try await integration.answer(firm.account(2, 3)).isWaiting)
    }

    @Test("a system that is down holds up nobody who is read", .timeLimit(.minutes(1)))
    func lagging() async throws {
        let store = MemoryStore()
        let target = UnwillingTarget(failures: ["*": Array(repeating: .init(.locked, "closed"), count: 1_000)])
        let integration = Integration(
            over: store,
            owned: firm.register,
            from: try firm.routes(),
            to: [TargetRoute(target, priority: .background)],
            at: Pace(batchSize: 4, interval: .milliseconds(5))
        )
        let crm = MemorySource(PipelineFirm.crm, [firm.account(1, 1)])
        let following = Task { try await integration.follow([crm]) }
        while target.keys.isEmpty { try await Task.sleep(for: .milliseconds(2)) }
        crm.say(firm.account(2, 1))
        while try await store.records(after: nil, limit: 10).count < 2 { try await Task.sleep(for: .milliseconds(2)) }
        following.cancel()
        try await following.value
        #expect(try await store.depth(for: PipelineFirm.erp) == 2)
    }

    @Test("if nothing could be stored, nothing was taken in, and the next run goes on there")
    func brokenStore() async throws {
        let store = FailingStore(failing: [2])
        let integration = try integration(over: store, batch: 2)
        let source = MemorySource(PipelineFirm.crm, (1...6).map { firm.account($0, 1) })
        await #expect(throws: AdapterFailure.self) { try await integration.run([source]) }
        let account = try await integration.run([source])
        let records = try await store.records(after: nil, limit: 100)
        #expect(records.count == 6)
        #expect(account.taken == 6)
        for ledger in try await store.ledgers(of: records) { #expect(ledger.count == 1) }
    }

    @Test(
        "the size of batches and the number of threads change nothing of what is stored",
        arguments: [1, 3, 64],
        [1, 2]
    )
    func pace(batch: Int, workers: Int) async throws {
        let source = MemorySource(
            PipelineFirm.crm,
            (1...4).flatMap { revision in (1...40).map { firm.account($0, revision) } }
        )
        let plain = MemoryStore()
        try await integration(over: plain, batch: 160).run([source])
        let store = MemoryStore()
        try await integration(over: store, batch: batch, workers: workers).run([source])
        let records = try await plain.records(after: nil, limit: 1_000)
        #expect(try await store.records(after: nil, limit: 1_000) == records)
        #expect(try await store.ledgers(of: records) == plain.ledgers(of: records))
        for ledger in try await store.ledgers(of: records) {
            let ownership = try #require(firm.register.ownership(of: ledger.record.name))
            let claims = RecordClaims(ledger, ownership, asOf: firm.now)
            #expect(claims.document == claims.record.document)
        }
        let (left, right) = (try await store.documents(of: records), try await plain.documents(of: records))
        #expect(left.mapValues(\.document) == right.mapValues(\.document))
    }

    @Test("sources that are read at once all learn who is who")
    func sharedCrosswalk() async throws {
        for _ in 0..<8 {
            let store = try await store(linking: 1...40)
            let sources = [
                MemorySource(PipelineFirm.crm, (1...40).map { firm.account($0, 1) }),
                MemorySource(PipelineFirm.psa, (1...40).map { firm.account($0, 1, of: PipelineFirm.psa) }),
                MemorySource(PipelineFirm.erp, (1...40).map { firm.customer($0, 1) }),
            ]
            try await integration(over: store, batch: 16, workers: 2).run(sources)
            #expect(try await store.records(after: nil, limit: 1_000).count == 40)
        }
    }

    @Test("a change for an object that its system has not said yet waits until it does")
    func unheard() async throws {
        let store = try await store(linking: 1...1)
        let target = MemoryTarget(PipelineFirm.erp)
        let integration = try integration(over: store, to: [try firm.routeOut(to: target)])
        let first = try await integration.run([MemorySource(PipelineFirm.crm, [firm.account(1, 1)])])
        #expect(first.withheld == 1)
        #expect(first.parked == 0)
        let then = try await integration.run([MemorySource(PipelineFirm.erp, [firm.customer(1, 1)])])
        #expect(then.delivered == 1)
        #expect(then.parked == 0)
    }

    @Test("what fails is tried again under its key, and waits for a person when that does not help")
    func retries() async throws {
        let store = try await store(linking: 1...2)
        let target = UnwillingTarget(failures: [
            "1": [.init(.transient, "503"), .init(.rateLimited, "429", retryAfter: .seconds(30))],
            "2": [.init(.validation, "companyName is too long")],
        ])
        let clock = FixedClock()
        let integration = try integration(over: store, to: [try firm.routeOut(to: target)], clock: clock)
        let crm = MemorySource(PipelineFirm.crm, [firm.account(1, 2, name: "One"), firm.account(2, 2, name: "Two")])
        let erp = MemorySource(PipelineFirm.erp, [firm.customer(1, 1), firm.customer(2, 1)])
        let account = try await integration.run([crm, erp])
        #expect(account.retried == 2)
        #expect(account.delivered == 1)
        #expect(account.parked == 1)
        #expect(target.keys["1"]?.count == 3)
        #expect(Set(target.keys["1"] ?? []).count == 1)
        var filter = ExceptionFilter()
        filter.origin = .delivery
        let exception = try #require(try await store.exceptions(filter, limit: 10).first)
        #expect(exception.headline.contains("companyName is too long"))
        let sequence = try #require(exception.sequence)
        #expect(try await integration.replay(sequence).released == 1)
        #expect(try await integration.send().delivered == 2)
        #expect(try await store.exceptions(filter, limit: 10).isEmpty)
        #expect(try await store.depth(for: PipelineFirm.erp) == 0)
    }

    @Test("who asks is answered with what became of the record")
    func answer() async throws {
        let integration = try integration(over: MemoryStore())
        let answer = try await integration.answer(firm.account(1, 1))
        #expect(answer.failure == nil)
        #expect(answer.records.count == 1)
        #expect(!answer.isRepetition)
        #expect(try await integration.answer(firm.account(1, 1)).isRepetition)
        let refused = try await integration.answer(firm.account(2, 1, broken: true))
        #expect(refused.failure?.failureClass == .mapping)
    }
}
