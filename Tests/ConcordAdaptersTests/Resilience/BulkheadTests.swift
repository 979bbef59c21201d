import ConcordAdapters
import ConcordValues
import Testing

@Suite("Bulkheads")
struct BulkheadTests {
    let system: SystemID

    init() { system = SystemID("netsuite") }

    @Test("Those on which more hangs go first, then those that came first")
    func priorities() async throws {
        let bulkhead = Bulkhead(maximumConcurrency: 1)
        let gate = Gate()
        let order = Shared<[String]>([])
        let system = system
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await bulkhead.run(CallDescription(system, .apply)) { () async throws(AdapterFailure) -> Void in
                    await gate.pass()
                }
            }
            await Self.wait(bulkhead, underWay: 1, waiting: 0)
            let waiting: [(String, CallPriority)] = [
                ("normal 1", .normal), ("background", .background), ("normal 2", .normal), ("critical", .critical),
            ]
            for (place, (name, priority)) in waiting.enumerated() {
                group.addTask {
                    let call = CallDescription(system, .apply, priority: priority)
                    try await bulkhead.run(call) { () async throws(AdapterFailure) -> Void in
                        order.change { $0.append(name) }
                    }
                }
                await Self.wait(bulkhead, underWay: 1, waiting: place + 1)
            }
            gate.open()
            try await group.waitForAll()
        }
        #expect(order.value == ["critical", "normal 1", "normal 2", "background"])
        #expect(bulkhead.load == (0, 0))
    }

    @Test("No more than so many are under way")
    func concurrency() async throws {
        let bulkhead = Bulkhead(maximumConcurrency: 3)
        let counts = Shared((now: 0, most: 0))
        let system = system
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<50 {
                group.addTask {
                    try await bulkhead.run(CallDescription(system, .apply)) { () async throws(AdapterFailure) -> Void in
                        counts.change { counts in
                            counts.now += 1
                            counts.most = max(counts.most, counts.now)
                        }
                        await Task.yield()
                        counts.change { $0.now -= 1 }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(counts.value.most <= 3)
        #expect(bulkhead.load == (0, 0))
    }

    @Test("When too many wait, the least of them is sent away")
    func full() async throws {
        let bulkhead = Bulkhead(maximumConcurrency: 1, maximumWaiting: 1)
        let gate = Gate()
        let first = start(bulkhead, .normal, gate)
        await Self.wait(bulkhead, underWay: 1, waiting: 0)
        let second = start(bulkhead, .normal, gate)
        await Self.wait(bulkhead, underWay: 1, waiting: 1)
        #expect(await start(bulkhead, .normal, gate).value?.failureClass == .rateLimited)
        let critical = start(bulkhead, .critical, gate)
        #expect(await second.value?.failureClass == .rateLimited)
        gate.open()
        #expect(await first.value == nil)
        #expect(await critical.value == nil)
        #expect(bulkhead.load == (0, 0))
    }

    @Test("Who is cancelled gives up the place in the queue")
    func cancelled() async throws {
        let bulkhead = Bulkhead(maximumConcurrency: 1)
        let gate = Gate()
        let first = start(bulkhead, .normal, gate)
        await Self.wait(bulkhead, underWay: 1, waiting: 0)
        let second = start(bulkhead, .normal, gate)
        await Self.wait(bulkhead, underWay: 1, waiting: 1)
        second.cancel()
        #expect(await second.value == .cancelled)
        #expect(bulkhead.load == (1, 0))
        gate.open()
        #expect(await first.value == nil)
        #expect(bulkhead.load == (0, 0))
    }

    private func start(_ bulkhead: Bulkhead, _ priority: CallPriority, _ gate: Gate) -> Task<AdapterFailure?, Never> {
        let call = CallDescription(system, .apply, priority: priority)
        return Task {
            do throws(AdapterFailure) {
                try await bulkhead.run(call) { () async throws(AdapterFailure) -> Void in await gate.pass() }
                return nil
            } catch {
                return error
            }
        }
    }

    private static func wait(_ bulkhead: Bulkhead, underWay: Int, waiting: Int) async {
        while bulkhead.load != (underWay, waiting) { await Task.yield() }
    }
}
