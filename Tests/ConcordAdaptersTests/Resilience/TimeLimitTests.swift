import ConcordAdapters
import ConcordValues
import Testing

@Suite("Time limits")
struct TimeLimitTests {
    let call: CallDescription

    init() { call = CallDescription(SystemID("netsuite"), .apply) }

    @Test("What takes too long is cancelled, and may go better next time")
    func late() async throws {
        let limit = TimeLimit(.seconds(30), clock: try PassingClock())
        let failure = await #expect(throws: AdapterFailure.self) {
            try await limit.run(call) { () async throws(AdapterFailure) -> Int in
                try await untilCancelled()
                return 1
            }
        }
        #expect(failure?.failureClass == .transient)
        #expect(failure?.what == "no answer within 30.0 seconds")
    }

    @Test("An answer in time is the answer")
    func inTime() async throws {
        let limit = TimeLimit(.seconds(30), clock: try StandingClock())
        #expect(await limit.outcome(call, Script([nil])) == nil)
        #expect(await limit.outcome(call, Script([AdapterFailure(.validation, "…")]))?.failureClass == .validation)
    }

    @Test("An answer that comes although it was cancelled is the answer")
    func lateAnswer() async throws {
        let limit = TimeLimit(.seconds(30), clock: try PassingClock())
        let value = try await limit.run(call) { () async throws(AdapterFailure) -> Int in
            do { try await untilCancelled() } catch {}
            return 7
        }
        #expect(value == 7)
    }

    @Test("Who is cancelled from outside is cancelled, and nothing was late")
    func cancelled() async throws {
        let limit = TimeLimit(.seconds(30), clock: try StandingClock())
        let call = call
        let began = Gate()
        let task = Task {
            do throws(AdapterFailure) {
                try await limit.run(call) { () async throws(AdapterFailure) -> Void in
                    began.open()
                    try await untilCancelled()
                }
            } catch {
                return error
            }
            return AdapterFailure(.unknown, "it succeeded")
        }
        await began.pass()
        task.cancel()
        #expect(await task.value == .cancelled)
    }
}
