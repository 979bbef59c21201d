public import ConcordAdapters
public import ConcordValues
internal import Synchronization

/// A clock that stands still until it is told otherwise.
///
/// ```swift
/// let clock = ManualClock(at: start)
/// async let answer = source.page(after: nil, limit: 10)     // waits an hour
/// await clock.untilSleeping()
/// clock.advance(by: .seconds(3_600))
/// ```
public final class ManualClock: ServiceClock {
    private struct Sleeper {
        let due: Instant
        let continuation: CheckedContinuation<Bool, Never>
    }

    private struct State {
        var now: Instant
        var next: UInt64 = 0
        var sleepers: [UInt64: Sleeper] = [:]
        var cancelled: Set<UInt64> = []
        var watchers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []

        /// Takes those out whose count is reached.
        mutating func satisfied() -> [CheckedContinuation<Void, Never>] {
            let count = sleepers.count
            let done = watchers.filter { $0.count <= count }.map(\.continuation)
            watchers.removeAll { $0.count <= count }
            return done
        }
    }

    private let state: Mutex<State>

    /// Whether time passes at once for whoever waits, so that nobody does.
    public let skipsWaiting: Bool

    /// A clock.
    ///
    /// - Parameters:
    ///   - now: What time it is.
    ///   - skipsWaiting: Whether waiting moves the clock itself and returns at once.
    public init(at now: Instant, skipsWaiting: Bool = false) {
        state = Mutex(State(now: now))
        self.skipsWaiting = skipsWaiting
    }

    /// What time it is.
    public var now: Instant { state.withLock { $0.now } }

    /// How many wait.
    public var sleeperCount: Int { state.withLock { $0.sleepers.count } }

    /// When the next of those who wait wakes; nil if nobody does.
    public var nextWaking: Instant? { state.withLock { $0.sleepers.values.map(\.due).min() } }

    /// Waits until the clock was moved far enough; not at all if there is nothing to wait for.
    ///
    /// - Parameter duration: How long.
    /// - Throws: ``AdapterFailure/cancelled`` if the task is cancelled before or meanwhile, at once.
    public func sleep(for duration: Duration) async throws(AdapterFailure) {
        try AdapterFailure.checkCancellation()
        guard duration > .zero else { return }
        if skipsWaiting { return advance(by: duration) }
        let number = state.withLock { state in
            state.next += 1
            return state.next
        }
        let isWoken = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let (isCancelled, watchers) = state.withLock { state -> (Bool, [CheckedContinuation<Void, Never>]) in
                    if state.cancelled.remove(number) != nil { return (true, []) }
                    let due = state.now.advanced(by: duration)
                    state.sleepers[number] = Sleeper(due: due, continuation: continuation)
                    return (false, state.satisfied())
                }
                if isCancelled { continuation.resume(returning: false) }
                for watcher in watchers { watcher.resume() }
            }
        } onCancel: {
            let sleeper = state.withLock { state in
                let sleeper = state.sleepers.removeValue(forKey: number)
                if sleeper == nil { state.cancelled.insert(number) }
                return sleeper
            }
            sleeper?.continuation.resume(returning: false)
        }
        _ = state.withLock { $0.cancelled.remove(number) }
        guard isWoken else { throw .cancelled }
    }

    /// Moves the clock, and wakes those whose time has come, the earliest first; of one time, who came first.
    ///
    /// - Parameter duration: How far; nothing happens if it is not positive.
    public func advance(by duration: Duration) {
        guard duration > .zero else { return }
        advance(to: now.advanced(by: duration))
    }

    /// Moves the clock to a time; nothing happens if that is past.
    public func advance(to time: Instant) {
        let woken = state.withLock { state in
            if state.now < time { state.now = time }
            let now = state.now
            let due = state.sleepers.filter { !(now < $0.value.due) }
                .sorted { $0.value.due == $1.value.due ? $0.key < $1.key : $0.value.due < $1.value.due }
            for (number, _) in due { state.sleepers[number] = nil }
            return due.map(\.value.continuation)
        }
        for continuation in woken { continuation.resume(returning: true) }
    }

    /// Moves the clock to when the next of those who wait wakes.
    ///
    /// - Returns: Whether somebody waited.
    @discardableResult
    public func advanceToNextWaking() -> Bool {
        guard let next = nextWaking else { return false }
        advance(to: next)
        return true
    }

    /// Returns when so many wait.
    public func untilSleeping(_ count: Int = 1) async {
        await withCheckedContinuation { continuation in
            let isReached = state.withLock { state in
                if state.sleepers.count >= count { return true }
                state.watchers.append((count, continuation))
                return false
            }
            if isReached { continuation.resume() }
        }
    }
}
