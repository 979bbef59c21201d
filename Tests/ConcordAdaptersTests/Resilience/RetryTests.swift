import ConcordAdapters
import ConcordValues
import Testing

@Suite("Retries")
struct RetryTests {
    let call: CallDescription

    init() { call = CallDescription(SystemID("netsuite"), .apply) }

    @Test("A delay doubles up to the bound")
    func doubling() {
        let schedule = RetrySchedule(firstDelay: .seconds(1), maximumDelay: .seconds(100), attempts: 20)
        let delays = (1...9).map { schedule.longestDelay(after: $0) }
        #expect(delays == [1, 2, 4, 8, 16, 32, 64, 100, 100].map { .seconds($0) })
        #expect(schedule.longestDelay(after: .max) == .seconds(100))
    }

    @Test("A delay that does not grow ends the sum", arguments: [(Duration.zero, 2), (.seconds(3), 1)])
    func constant(first: Duration, factor: Int) {
        let schedule = RetrySchedule(firstDelay: first, factor: factor, maximumDelay: .seconds(100), attempts: 20)
        #expect(schedule.longestDelay(after: .max) == first)
    }

    @Test("A factor beyond all bounds is the longest delay")
    func overflow() {
        let schedule = RetrySchedule(
            firstDelay: .seconds(7),
            factor: .max,
            maximumDelay: .seconds(Int64.max),
            attempts: 20
        )
        #expect(schedule.longestDelay(after: 3) == .seconds(Int64.max))
    }

    @Test("Each class has its number of tries", arguments: FailureClass.allCases)
    func bounds(failureClass: FailureClass) {
        let expected: [FailureClass: Int] = [.transient: 5, .rateLimited: 8, .locked: 10, .unknown: 3]
        let failure = AdapterFailure(failureClass, "…")
        var tries = 1
        while tries < 100, RetryPolicy().delay(after: tries, for: failure, jitter: FixedJitter(number: 0.5)) != nil {
            tries += 1
        }
        #expect(tries == expected[failureClass] ?? 1)
        #expect(failureClass.isRetryable == (tries > 1))
    }

    @Test("Jitter takes anything up to the delay, and nothing off what the system asks for")
    func jitter() {
        let policy = RetryPolicy()
        let plain = AdapterFailure(.transient, "…")
        #expect(policy.delay(after: 3, for: plain, jitter: FixedJitter(number: 0)) == .zero)
        #expect(policy.delay(after: 3, for: plain, jitter: FixedJitter(number: 0.5)) == .seconds(2))
        let asked = AdapterFailure(.rateLimited, "…", retryAfter: .seconds(30))
        #expect(policy.delay(after: 1, for: asked, jitter: FixedJitter(number: 0)) == .seconds(30))
        #expect(policy.delay(after: 1, for: asked, jitter: FixedJitter(number: 0.5)) == .milliseconds(32_500))
    }

    @Test("A seed decides all delays", arguments: [1, 2, 3] as [UInt64])
    func seeded(seed: UInt64) {
        let failure = AdapterFailure(.locked, "…")
        func delays() -> [Duration?] {
            let jitter = SeededJitter(seed: seed)
            return (1...9).map { RetryPolicy().delay(after: $0, for: failure, jitter: jitter) }
        }
        #expect(delays() == delays(), "seed \(seed)")
        for (place, delay) in delays().enumerated() {
            let longest = RetryPolicy().locked.longestDelay(after: place + 1)
            #expect(delay.map { (.zero...longest).contains($0) } == true, "seed \(seed)")
        }
    }

    @Test("A call is repeated until it succeeds, and each repetition is told")
    func repeated() async throws {
        let clock = try PassingClock()
        let recorder = Recorder()
        let retrying = Retrying(clock: clock, jitter: FixedJitter(number: 0.5), observer: recorder)
        let script = Script([AdapterFailure(.transient, "…"), AdapterFailure(.transient, "…"), nil])
        #expect(await retrying.outcome(call, script) == nil)
        #expect(script.calls == 3)
        #expect(clock.waits == [.milliseconds(500), .seconds(1)])
        #expect(
            recorder.lines == [
                "transient after 1, again in 0.5 seconds", "transient after 2, again in 1.0 seconds",
            ]
        )
    }

    @Test("What is never repeated is not", arguments: [FailureClass.policy, .validation, .mapping, .cancelled])
    func never(failureClass: FailureClass) async throws {
        let script = Script([AdapterFailure(failureClass, "…")])
        let retrying = Retrying(clock: try PassingClock(), jitter: FixedJitter(number: 0.5))
        #expect(await retrying.outcome(call, script)?.failureClass == failureClass)
        #expect(script.calls == 1)
    }

    @Test("Tries are bounded")
    func bounded() async throws {
        let script = Script([AdapterFailure(.unknown, "…")])
        let retrying = Retrying(clock: try PassingClock(), jitter: FixedJitter(number: 0.5))
        #expect(await retrying.outcome(call, script)?.failureClass == .unknown)
        #expect(script.calls == 3)
    }

    @Test("A wait beyond the patience is handed on with how long it would be")
    func patience() async throws {
        let script = Script([AdapterFailure(.locked, "…")])
        let clock = try PassingClock()
        let retrying = Retrying(patience: .seconds(20), clock: clock, jitter: FixedJitter(number: 0.5))
        #expect(await retrying.outcome(call, script)?.retryAfter == .seconds(30))
        #expect(script.calls == 1)
        #expect(clock.waits == [])
    }

    @Test("Whoever is cancelled while waiting does not try again")
    func cancelled() async throws {
        let script = Script([AdapterFailure(.transient, "…")])
        let retrying = Retrying(clock: try StandingClock(), jitter: FixedJitter(number: 0.5))
        let call = call
        let task = Task { await retrying.outcome(call, script) }
        while script.calls == 0 { await Task.yield() }
        task.cancel()
        #expect(await task.value == .cancelled)
        #expect(script.calls == 1)
    }
}
