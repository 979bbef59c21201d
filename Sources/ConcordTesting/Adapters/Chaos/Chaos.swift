public import ConcordAdapters
internal import ConcordValues
internal import Synchronization

/// One process in which things go wrong by plan: its doors share it.
///
/// ```swift
/// let chaos = Chaos(.lawful(seed: 7, percent: 10, crashes: 2), clock: ManualClock(at: start, skipsWaiting: true))
/// let (source, target) = (ChaosSource(salesforce, chaos), ChaosTarget(netsuite, chaos))
/// let store = ChaosStore(memory, chaos)
/// repeat {
///     chaos.restart()                          // a new process: nothing is left but what the doors' systems hold
///     try? await work(source, target, store)
/// } while chaos.hasCrashed
/// print(chaos.account)
/// ```
///
/// A crash is a failure that ``AdapterFailure/isCrash`` tells. From then on every door of the process answers with it, as
/// if nobody were there to hear the answer, until the process is started again.
public final class Chaos: Sendable {
    private struct State {
        var plan: ChaosPlan
        var account = ChaosAccount()
        var asked: [String: UInt64] = [:]
        var inARow: [String: Int] = [:]
        var points = 0
        var hasCrashed = false
    }

    private let state: Mutex<State>
    let clock: any ServiceClock

    /// A process.
    ///
    /// - Parameters:
    ///   - plan: What goes wrong.
    ///   - clock: By which answers are late.
    public init(_ plan: ChaosPlan, clock: any ServiceClock) {
        state = Mutex(State(plan: plan))
        self.clock = clock
    }

    /// What goes wrong.
    public var plan: ChaosPlan { state.withLock { $0.plan } }

    /// What went wrong so far.
    public var account: ChaosAccount { state.withLock { $0.account } }

    /// How many points at which the process could die were passed, over all its lives.
    public var points: Int { state.withLock { $0.points } }

    /// Whether the process died and was not started again.
    public var hasCrashed: Bool { state.withLock { $0.hasCrashed } }

    /// Starts the process again.
    ///
    /// Make everything anew that it held in memory.
    public func restart() { state.withLock { $0.hasCrashed = false } }

    /// Lets nothing go wrong any more.
    public func calm() {
        state.withLock { state in
            state.plan.rates = [:]
            state.plan.crashPoints = []
        }
    }

    /// What goes wrong with one call.
    struct Fate {
        let plan: ChaosPlan
        var faults: Set<ChaosFault> = []
        /// What the details of the faults follow from.
        var random: SeededGenerator
    }

    /// Decides what goes wrong with a call.
    ///
    /// - Parameters:
    ///   - door: Whose call it is.
    ///   - question: What is asked, so that asking it again has another fate.
    ///   - possible: What can go wrong with it.
    /// - Returns: What does.
    func fate(_ door: String, _ question: String, _ possible: [ChaosFault]) -> Fate {
        state.withLock { state in
            let subject = "\(door) \(question)"
            let count = state.asked[subject, default: 0]
            state.asked[subject] = count + 1
            state.account.calls += 1
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            for byte in "\(state.plan.seed) \(subject) \(count)".utf8 {
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
            }
            var fate = Fate(plan: state.plan, random: SeededGenerator(seed: hash))
            guard state.inARow[subject, default: 0] < state.plan.mostInARow else {
                state.inARow[subject] = 0
                return fate
            }
            for fault in ChaosFault.allCases where possible.contains(fault) {
                if fate.random.happens(percent: state.plan.rates[fault] ?? 0) { fate.faults.insert(fault) }
            }
            state.inARow[subject] = fate.faults.isEmpty ? 0 : state.inARow[subject, default: 0] + 1
            return fate
        }
    }

    func note(_ fault: ChaosFault, at door: String) { state.withLock { $0.account.note(fault, at: door) } }

    /// Passes a point at which the process may die.
    func pass(_ fault: ChaosFault, _ fate: Fate, at door: String) throws(AdapterFailure) {
        let dies = state.withLock { state in
            if state.hasCrashed { return true }
            state.points += 1
            guard fate.faults.contains(fault) || state.plan.crashPoints.contains(state.points) else { return false }
            state.account.note(fault, at: door)
            state.hasCrashed = true
            return true
        }
        if dies { throw .crash }
    }

    /// What may go wrong before and after any call.
    static let common: [ChaosFault] = [.delay, .failBefore, .loseAnswer, .rateLimit, .lock, .crashBefore, .crashAfter]

    /// Makes a call, around which things go wrong.
    func call<Value>(
        _ door: String,
        _ fate: Fate,
        system: SystemID?,
        _ body: () async throws(AdapterFailure) -> Value
    ) async throws(AdapterFailure) -> Value {
        try pass(.crashBefore, fate, at: door)
        if fate.faults.contains(.delay) {
            note(.delay, at: door)
            var random = fate.random
            let milliseconds = Int(min(fate.plan.longestDelay / .milliseconds(1), 1e12))
            try await clock.sleep(for: .milliseconds(random.number(in: 0...max(0, milliseconds))))
        }
        let refusals: [(ChaosFault, AdapterFailure)] = [
            (.failBefore, AdapterFailure(.transient, "the connection broke", system: system)),
            (
                .rateLimit,
                AdapterFailure(.rateLimited, "it answered 429", system: system, retryAfter: fate.plan.retryAfter)
            ),
            (.lock, AdapterFailure(.locked, "somebody else holds it", system: system)),
        ]
        for (fault, failure) in refusals where fate.faults.contains(fault) {
            note(fault, at: door)
            throw failure
        }
        let value = try await body()
        try pass(.crashAfter, fate, at: door)
        if fate.faults.contains(.loseAnswer) {
            note(.loseAnswer, at: door)
            throw AdapterFailure(.transient, "the answer was lost", system: system)
        }
        return value
    }
}

extension AdapterFailure {
    /// That the process died: whoever runs it treats everything in its memory as gone.
    public static let crash = AdapterFailure(.cancelled, "the process died, on purpose")

    /// Whether the process died.
    public var isCrash: Bool { self == .crash }
}
