import ConcordAdapters
import ConcordConfiguration
import ConcordOwnership
import ConcordSchema
import ConcordValues
import Synchronization
import Testing

/// A system that takes no keys: each call that reaches it is applied.
final class ForgetfulTarget: ChangeTarget {
    enum Trouble {
        case refuses(AdapterFailure)
        case appliesAndFails(AdapterFailure)
    }

    let system: SystemID
    let capabilities: TargetCapabilities
    private let state = Mutex<(applied: [ContentHash], trouble: [Trouble?])>(([], []))

    init(_ system: SystemID, readsBack: Bool = true, trouble: [Trouble?] = []) {
        self.system = system
        capabilities = TargetCapabilities(keyRetention: nil, readsBack: readsBack)
        state.withLock { $0.trouble = trouble }
    }

    var applied: [ContentHash] { state.withLock { $0.applied } }

    func apply(_ change: TargetChange) async throws(AdapterFailure) -> TargetReceipt {
        let failure: AdapterFailure? = state.withLock { state in
            let trouble = state.trouble.isEmpty ? nil : state.trouble.removeFirst()
            if case .refuses(let failure) = trouble { return failure }
            state.applied.append(change.key)
            if case .appliesAndFails(let failure) = trouble { return failure }
            return nil
        }
        if let failure { throw failure }
        return TargetReceipt(objectID: "1207")
    }

    func receipt(of change: TargetChange) async throws(AdapterFailure) -> TargetReceipt? {
        state.withLock { $0.applied.contains(change.key) } ? TargetReceipt(objectID: "1207") : nil
    }
}

@Suite("Targets behind guards, applied once, and taken back")
struct TargetTests {
    let system: SystemID
    let store = MemoryStore()
    let clock: PassingClock

    init() throws {
        system = SystemID("netsuite")
        clock = try PassingClock()
    }

    func change(_ value: String = "\"Northwind Rail AG\"", key: String = "k-1", id: String = "1207") -> TargetChange {
        TargetChange(
            key: ContentHash(ofBytes: Array(key.utf8)),
            sequence: SequenceKey(system, "customer", id),
            isNew: false,
            record: RecordKey("customer", "cu-northwind"),
            values: [ClaimEntry(ClaimPath("name"), value == "cleared" ? .cleared : .null)],
            body: nil
        )
    }

    func failure(of change: TargetChange, in target: some ChangeTarget) async -> AdapterFailure? {
        do {
            _ = try await target.apply(change)
            return nil
        } catch {
            return error
        }
    }

    @Test("A change is applied once, and the same receipt is answered again")
    func once() async throws {
        let base = ForgetfulTarget(system)
        let target = base.appliedOnce(by: store, clock: clock)
        #expect(try await target.apply(change()) == TargetReceipt(objectID: "1207"))
        #expect(try await target.apply(change(id: "other")) == TargetReceipt(objectID: "1207", isRepetition: true))
        #expect(base.applied.count == 1)
        #expect(target.capabilities.keyRetention == .seconds(90 * 86_400))
    }

    @Test("Another change under the key is refused")
    func mismatch() async throws {
        let base = ForgetfulTarget(system)
        let target = base.appliedOnce(by: store, clock: clock)
        _ = try await target.apply(change())
        #expect(await failure(of: change("cleared"), in: target)?.failureClass == .policy)
        #expect(base.applied.count == 1)
    }

    @Test("After a failure of which nobody knows, the system is asked first", arguments: [true, false])
    func doubtful(wasApplied: Bool) async throws {
        let broken = AdapterFailure(.transient, "the connection broke")
        let base = ForgetfulTarget(system, trouble: [wasApplied ? .appliesAndFails(broken) : .refuses(broken)])
        let target = base.appliedOnce(by: store, lease: .seconds(600), clock: clock)
        #expect(await failure(of: change(), in: target) == broken)
        #expect(try await target.apply(change()).isRepetition == wasApplied)
        #expect(base.applied.count == 1)
    }

    @Test("A process that begins anew asks the system too, once the lease is over")
    func crash() async throws {
        let broken = AdapterFailure(.unknown, "…")
        let base = ForgetfulTarget(system, trouble: [.appliesAndFails(broken)])
        let before = base.appliedOnce(by: store, lease: .seconds(600), clock: clock)
        #expect(await failure(of: change(), in: before) == broken)
        let after = base.appliedOnce(by: store, lease: .seconds(600), clock: clock)
        let wait = await failure(of: change(), in: after)
        #expect(wait?.failureClass == .locked)
        #expect(wait?.retryAfter == .seconds(600))
        clock.pass(.seconds(600))
        #expect(try await after.apply(change()).isRepetition)
        #expect(base.applied.count == 1)
    }

    @Test(
        "A failure that proves that nothing was applied frees the key",
        arguments: [FailureClass.validation, .policy, .mapping, .rateLimited, .locked]
    )
    func abandoned(failureClass: FailureClass) async throws {
        let base = ForgetfulTarget(
            system,
            readsBack: false,
            trouble: [.refuses(AdapterFailure(failureClass, "…"))]
        )
        let target = base.appliedOnce(by: store, clock: clock)
        #expect(await failure(of: change(), in: target)?.failureClass == failureClass)
        #expect(try await target.apply(change()) == TargetReceipt(objectID: "1207"))
    }

    @Test("Where nobody can tell, a person does", arguments: [true, false])
    func unreadable(wasApplied: Bool) async throws {
        let broken = AdapterFailure(.transient, "…")
        let base = ForgetfulTarget(
            system,
            readsBack: false,
            trouble: [wasApplied ? .appliesAndFails(broken) : .refuses(broken)]
        )
        let target = base.appliedOnce(by: store, clock: clock)
        #expect(await failure(of: change(), in: target) == broken)
        #expect(await failure(of: change(), in: target)?.failureClass == .policy)
        if wasApplied {
            try await target.settle(change(), with: TargetReceipt(objectID: "1207"))
        } else {
            try await target.release(change())
        }
        #expect(try await target.apply(change()).isRepetition == wasApplied)
        #expect(base.applied.count == 1)
    }

    @Test("Retries outside of it stay one change")
    func guarded() async throws {
        let broken = AdapterFailure(.transient, "…")
        let base = ForgetfulTarget(system, trouble: [.refuses(broken), .appliesAndFails(broken)])
        let recorder = Recorder()
        let target = base.appliedOnce(by: store, clock: clock)
            .guarded(by: [
                Retrying(clock: clock, jitter: FixedJitter(number: 0.5), observer: recorder),
                Bulkhead(maximumConcurrency: 2),
                CircuitBreaker(system, clock: clock),
                RateLimiter(RateLimit(requests: 5, per: .seconds(1)), clock: clock),
            ])
        #expect(try await target.apply(change()) == TargetReceipt(objectID: "1207", isRepetition: true))
        #expect(base.applied.count == 1)
        #expect(recorder.lines.count == 2)
        #expect(try await target.receipt(of: change()) != nil)
    }

    @Test("A source is guarded like a target")
    func source() async throws {
        let time = try Instant("2026-11-21T09:00:00Z")
        let item = SourceItem(sequence: SequenceKey(system, "customer", "1207"), time: time, content: .removed)
        let source = MemorySource(system, [item]).guarded(by: [Retrying(clock: clock)], priority: .background)
        #expect(try await source.page(after: nil, limit: 10).items == [item])
        #expect(try await source.current(item.sequence) == item)
        #expect(source.capabilities == source.base.capabilities)
    }

    @Test("Guards are listed from the outside in")
    func order() async throws {
        let clock = clock
        let script = Script([AdapterFailure(.transient, "…")])
        let call = CallDescription(system, .apply)
        let settings = CircuitSettings(window: 3, minimumCalls: 3, pause: .seconds(1_000))
        let breaker = CircuitBreaker(system, settings: settings, clock: clock)
        let retrying = Retrying(patience: .seconds(10), clock: clock, jitter: FixedJitter(number: 0.5))
        let failure = await CallGuards([retrying, breaker]).outcome(call, script)
        #expect(script.calls == 3)
        #expect(failure?.what == "netsuite is left alone because too many calls failed")
        #expect(await CallGuards([]).outcome(call, Script([nil])) == nil)
    }

    @Test("What is given up is taken back, and what cannot be is said", arguments: FailureClass.allCases)
    func compensated(failureClass: FailureClass) async throws {
        let refused = AdapterFailure(failureClass, "the second line", remedy: "Correct it.")
        let base = ForgetfulTarget(system, trouble: [.refuses(refused), .refuses(refused)])
        let taken = Shared(0)
        let isGivenUp = [.policy, .validation, .mapping].contains(failureClass)
        let target = base.compensated { (_, failure) async throws(AdapterFailure) in
            #expect(failure == refused)
            taken.change { $0 += 1 }
            if taken.value == 2 {
                throw AdapterFailure(.transient, "503", remedy: "Delete order 9.")
            }
        }
        #expect(await failure(of: change(), in: target) == refused)
        let second = await failure(of: change(), in: target)
        #expect(taken.value == (isGivenUp ? 2 : 0))
        let remedy = "Correct it. What was applied of the change could not be taken back: 503. Delete order 9."
        #expect(second?.remedy == (isGivenUp ? remedy : "Correct it."))
    }
}
