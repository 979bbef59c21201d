import ConcordAdapters
import ConcordValues
import Testing

@Suite("Rate limits")
struct RateLimiterTests {
    let clock: PassingClock
    let call: CallDescription

    init() throws {
        clock = try PassingClock()
        call = CallDescription(SystemID("hubspot"), .apply)
    }

    @Test("A burst goes at once, and the rest at the limit's pace")
    func pace() async throws {
        let limiter = RateLimiter(RateLimit(requests: 10, per: .seconds(10), burst: 3), clock: clock)
        let script = Script([nil])
        for _ in 0..<6 { #expect(await limiter.outcome(call, script) == nil) }
        #expect(clock.waits == [.seconds(1), .seconds(1), .seconds(1)])
    }

    @Test("A pause fills the bucket up, and no further")
    func refill() async throws {
        let limiter = RateLimiter(RateLimit(requests: 10, per: .seconds(10), burst: 2), clock: clock)
        let script = Script([nil])
        for _ in 0..<2 { _ = await limiter.outcome(call, script) }
        clock.pass(.seconds(3_600))
        for _ in 0..<3 { _ = await limiter.outcome(call, script) }
        #expect(clock.waits == [.seconds(1)])
    }

    @Test("Who would have to wait too long is told, and takes no turn")
    func patience() async throws {
        let limit = RateLimit(requests: 1, per: .seconds(60), patience: .seconds(30))
        let limiter = RateLimiter(limit, clock: clock)
        let script = Script([nil])
        #expect(await limiter.outcome(call, script) == nil)
        for _ in 0..<3 {
            let failure = await limiter.outcome(call, script)
            #expect(failure?.failureClass == .rateLimited)
            #expect(failure?.retryAfter == .seconds(60))
        }
        clock.pass(.seconds(40))
        #expect(await limiter.outcome(call, script) == nil)
        #expect(script.calls == 2)
        #expect(clock.waits == [.seconds(20)])
    }

    @Test("A quota that is used up is waited for")
    func quota() async throws {
        let limiter = RateLimiter(RateLimit(requests: 1_000, per: .seconds(1)), clock: clock)
        let reset = clock.now.advanced(by: .seconds(10))
        limiter.note(QuotaState(windows: [QuotaWindow("interval", limit: 100, remaining: 2, resetsAt: reset)]))
        let script = Script([nil])
        for _ in 0..<3 { #expect(await limiter.outcome(call, script) == nil) }
        #expect(clock.waits == [.seconds(10)])
    }

    @Test("A quota whose end nobody knows is asked for again after a while")
    func unknownReset() async throws {
        let limiter = RateLimiter(RateLimit(requests: 1_000, per: .seconds(1)), clock: clock)
        limiter.note(QuotaState(windows: [QuotaWindow("api-usage", limit: 5_000, remaining: 0)]))
        let script = Script([nil])
        let failure = await limiter.outcome(call, script)
        #expect(failure?.what == "the quota api-usage of hubspot is used up")
        #expect(failure?.retryAfter == .seconds(300))
        clock.pass(.seconds(300))
        #expect(await limiter.outcome(call, script) == nil)
    }

    @Test("Some of a quota is left to others")
    func reserve() async throws {
        let limit = RateLimit(requests: 1_000, per: .seconds(1), reserve: 500)
        let limiter = RateLimiter(limit, clock: clock)
        limiter.note(QuotaState(windows: [QuotaWindow("api-usage", limit: 5_000, remaining: 501)]))
        let script = Script([nil])
        #expect(await limiter.outcome(call, script) == nil)
        #expect(await limiter.outcome(call, script)?.failureClass == .rateLimited)
    }

    @Test("When one call is sent away, all stay away")
    func learnt() async throws {
        let limiter = RateLimiter(RateLimit(requests: 1_000, per: .seconds(1)), clock: clock)
        let script = Script([AdapterFailure(.rateLimited, "429", retryAfter: .seconds(25)), nil])
        #expect(await limiter.outcome(call, script)?.failureClass == .rateLimited)
        #expect(await limiter.outcome(call, script) == nil)
        #expect(clock.waits == [.seconds(25)])
    }
}
