import ConcordAdapters
import ConcordValues
import Testing

@Suite("Circuit breakers")
struct CircuitBreakerTests {
    let clock: PassingClock
    let system: SystemID
    let call: CallDescription
    let recorder = Recorder()
    let settings = CircuitSettings(window: 10, minimumCalls: 4, failurePercentage: 50, pause: .seconds(30))

    init() throws {
        clock = try PassingClock()
        system = SystemID("workday")
        call = CallDescription(system, .page)
    }

    func breaker() -> CircuitBreaker<PassingClock> {
        CircuitBreaker(system, settings: settings, clock: clock, observer: recorder)
    }

    @Test("It opens once half of the calls failed, and says when to come back")
    func opens() async {
        let breaker = breaker()
        let broken = AdapterFailure(.transient, "503")
        let script = Script([nil, nil, broken, broken, nil])
        for _ in 0..<4 { _ = await breaker.outcome(call, script) }
        #expect(breaker.state == .open)
        clock.pass(.seconds(10))
        let failure = await breaker.outcome(call, script)
        #expect(failure?.failureClass == .transient)
        #expect(failure?.retryAfter == .seconds(20))
        #expect(script.calls == 4)
        clock.pass(.seconds(20))
        #expect(await breaker.outcome(call, script) == nil)
        #expect(breaker.state == .closed)
        #expect(recorder.lines == ["circuit open", "circuit halfOpen", "circuit closed"])
    }

    @Test("A try that fails opens it again")
    func opensAgain() async {
        let breaker = breaker()
        let script = Script([AdapterFailure(.unknown, "…")])
        for _ in 0..<4 { _ = await breaker.outcome(call, script) }
        clock.pass(.seconds(30))
        #expect(await breaker.outcome(call, script)?.failureClass == .unknown)
        #expect(breaker.state == .open)
        #expect(recorder.lines == ["circuit open", "circuit halfOpen", "circuit open"])
    }

    @Test(
        "What the system answers does not open it",
        arguments: [FailureClass.rateLimited, .locked, .policy, .validation, .mapping, .cancelled]
    )
    func answers(failureClass: FailureClass) async {
        let breaker = breaker()
        let script = Script([AdapterFailure(failureClass, "…")])
        for _ in 0..<20 { #expect(await breaker.outcome(call, script)?.failureClass == failureClass) }
        #expect(breaker.state == .closed)
    }

    @Test("Only the last calls count")
    func window() async {
        let breaker = breaker()
        let broken = AdapterFailure(.transient, "503")
        let script = Script(Array(repeating: nil, count: 100) + [broken, broken, broken, broken, nil])
        for _ in 0..<104 { _ = await breaker.outcome(call, script) }
        #expect(breaker.state == .closed)
        let worse = Script([broken])
        _ = await breaker.outcome(call, worse)
        #expect(breaker.state == .open)
    }

    @Test("One try is made at a time, and a cancelled one decides nothing")
    func oneTry() async {
        let breaker = breaker()
        let script = Script([AdapterFailure(.transient, "503")])
        for _ in 0..<4 { _ = await breaker.outcome(call, script) }
        clock.pass(.seconds(30))
        let call = call
        let began = Gate()
        let task = Task {
            do throws(AdapterFailure) {
                try await breaker.run(call) { () async throws(AdapterFailure) -> Void in
                    began.open()
                    try await untilCancelled()
                }
            } catch {
                return error.failureClass
            }
            return .unknown
        }
        await began.pass()
        #expect(breaker.state == .halfOpen)
        #expect(await breaker.outcome(call, script)?.retryAfter == .seconds(1))
        task.cancel()
        #expect(await task.value == .cancelled)
        #expect(breaker.state == .halfOpen)
        #expect(await breaker.outcome(call, Script([nil])) == nil)
        #expect(breaker.state == .closed)
    }

    @Test("A call that began before it opened says nothing of the time since")
    func stale() async {
        let breaker = breaker()
        let call = call
        let began = Gate()
        let gate = Gate()
        let slow = Task {
            try? await breaker.run(call) { () async throws(AdapterFailure) -> Void in
                began.open()
                await gate.pass()
            }
        }
        await began.pass()
        let script = Script([AdapterFailure(.transient, "503")])
        for _ in 0..<4 { _ = await breaker.outcome(call, script) }
        gate.open()
        _ = await slow.value
        #expect(breaker.state == .open)
    }
}
