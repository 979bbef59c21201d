import ConcordAdapters
import ConcordValues
import Synchronization

/// A clock whose time passes only while somebody waits: waiting ends at once, and it is that much later.
final class PassingClock: ServiceClock {
    private let state: Mutex<(now: Instant, waits: [Duration])>

    init(_ start: String = "2026-11-21T09:00:00Z") throws {
        state = Mutex((try Instant(start), []))
    }

    var now: Instant { state.withLock { $0.now } }

    /// What was waited for, in that order.
    var waits: [Duration] { state.withLock { $0.waits } }

    func pass(_ duration: Duration) { state.withLock { $0.now = $0.now.advanced(by: duration) } }

    func sleep(for duration: Duration) async throws(AdapterFailure) {
        try AdapterFailure.checkCancellation()
        state.withLock { state in
            state.now = state.now.advanced(by: duration)
            state.waits.append(duration)
        }
    }
}

/// A clock that stands still: who waits, waits until cancelled.
struct StandingClock: ServiceClock {
    let now: Instant

    init() throws { now = try Instant("2026-11-21T09:00:00Z") }

    func sleep(for duration: Duration) async throws(AdapterFailure) { try await untilCancelled() }
}

/// Chance that is always the same.
struct FixedJitter: JitterSource {
    let number: Double

    func next() -> Double { number }
}

/// Waits until the task is cancelled.
func untilCancelled() async throws(AdapterFailure) {
    do {
        while true { try await Task.sleep(for: .seconds(86_400)) }
    } catch {
        throw .cancelled
    }
}

/// Somebody who remembers what happened.
final class Recorder: IntegrationObserver {
    private let seen = Mutex<[String]>([])

    var lines: [String] { seen.withLock { $0 } }

    func receive(_ signal: IntegrationSignal, at time: Instant) {
        let line =
            switch signal {
            case .failed(let failure, _, let attempt, let again):
                "\(failure.failureClass) after \(attempt), again in \(again.map { "\($0)" } ?? "never")"
            case .circuit(_, let state): "circuit \(state)"
            default: "other"
            }
        seen.withLock { $0.append(line) }
    }
}

/// A call that answers what it is told to, one answer after the other, and counts.
final class Script: Sendable {
    private let state: Mutex<(answers: [AdapterFailure?], calls: Int)>

    /// - Parameter answers: The failures, nil for success; the last one is given again and again.
    init(_ answers: [AdapterFailure?]) { state = Mutex((answers, 0)) }

    var calls: Int { state.withLock { $0.calls } }

    func call() async throws(AdapterFailure) -> Int {
        let (failure, number): (AdapterFailure?, Int) = state.withLock { state in
            state.calls += 1
            let failure = state.answers.first ?? nil
            if state.answers.count > 1 { state.answers.removeFirst() }
            return (failure, state.calls)
        }
        if let failure { throw failure }
        return number
    }
}

/// A door that is opened once.
final class Gate: Sendable {
    private let state = Mutex<(isOpen: Bool, waiting: [CheckedContinuation<Void, Never>])>((false, []))

    func open() {
        let waiting = state.withLock { state in
            state.isOpen = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    func pass() async {
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                if !state.isOpen { state.waiting.append(continuation) }
                return state.isOpen
            }
            if isOpen { continuation.resume() }
        }
    }
}

extension CallGuard {
    /// The failure of a call, or nil.
    func outcome(_ call: CallDescription, _ script: Script) async -> AdapterFailure? {
        do {
            _ = try await run(call) { () async throws(AdapterFailure) -> Int in try await script.call() }
            return nil
        } catch {
            return error
        }
    }
}

/// A value that several tasks change.
final class Shared<Value: Sendable>: Sendable {
    private let state: Mutex<Value>

    init(_ value: Value) { state = Mutex(value) }

    var value: Value { state.withLock { $0 } }

    func change(_ change: @Sendable (inout Value) -> Void) { state.withLock { change(&$0) } }
}
