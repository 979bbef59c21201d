import ConcordValues
import Synchronization

/// Keeps below a system's limits: so many calls in so much time, and what the system itself says is left.
///
/// Calls that come too soon wait for their turn in the order in which they came. A wait that would be longer than the
/// patience is answered `rateLimited` with how long it would be, and takes no turn. A call that is cancelled while it waits
/// has used its turn up.
///
/// What the system says, the host brings: after each answer, ``note(_:)`` what ``RateLimitHeaders`` finds in its headers.
/// A failure with ``AdapterFailure/retryAfter`` is noted by itself.
///
/// One limiter stands before one account of a system; all adapters that use the account share it.
public final class RateLimiter<Clock: ServiceClock>: CallGuard {
    /// The limit.
    public let limit: RateLimit

    private let clock: Clock
    private let state: Mutex<State>

    /// A limiter.
    ///
    /// - Parameters:
    ///   - limit: The limit.
    ///   - clock: Time.
    public init(_ limit: RateLimit, clock: Clock = WallClock()) {
        self.limit = limit
        self.clock = clock
        state = Mutex(State())
    }

    /// Takes notice of what the system says is left.
    ///
    /// - Parameter quota: What the system says; windows of the same name take the place of earlier ones.
    public func note(_ quota: QuotaState) {
        let now = clock.now
        state.withLock { state in
            if let notBefore = quota.notBefore { state.stayAway(until: notBefore) }
            for window in quota.windows {
                var window = window
                // Where the system does not say when, somebody has to ask again some time.
                if window.resetsAt == nil { window.resetsAt = now.advanced(by: limit.unknownReset) }
                state.windows.removeAll { $0.name == window.name }
                state.windows.append(window)
            }
        }
    }

    /// Runs a call when there is room for it.
    public func run<Value: Sendable>(
        _ call: CallDescription,
        _ work: @escaping @Sendable () async throws(AdapterFailure) -> Value
    ) async throws(AdapterFailure) -> Value {
        while true {
            let now = clock.now
            let decision = state.withLock { $0.admit(at: now, limit) }
            switch decision {
            case .go: break
            case .goAfter(let wait): try await clock.sleep(for: wait)
            case .askAfter(let wait):
                try await clock.sleep(for: wait)
                continue
            case .tooLong(let wait, let window):
                let reason = window.map { "the quota \($0) of \(call.system) is used up" }
                throw AdapterFailure(
                    .rateLimited,
                    reason ?? "too many calls of \(call.system) wait for their turn",
                    system: call.system,
                    retryAfter: wait
                )
            }
            break
        }
        do {
            return try await work()
        } catch {
            if error.failureClass == .rateLimited, let wait = error.retryAfter {
                let until = clock.now.advanced(by: wait)
                state.withLock { $0.stayAway(until: until) }
            }
            throw error
        }
    }

    private struct State {
        /// When the next call would come if all came at the limit's pace (*generic cell rate algorithm*): a token bucket
        /// in one number.
        var pace: Instant?
        var notBefore: Instant?
        var windows: [QuotaWindow] = []

        mutating func stayAway(until time: Instant) {
            if notBefore.map({ $0 < time }) ?? true { notBefore = time }
        }

        mutating func admit(at now: Instant, _ limit: RateLimit) -> RateDecision {
            windows.removeAll { window in window.resetsAt.map { $0 <= now } ?? true }
            if let notBefore, now < notBefore {
                let wait = now.duration(to: notBefore)
                return wait <= limit.patience ? .askAfter(wait) : .tooLong(wait, window: nil)
            }
            notBefore = nil
            for window in windows {
                guard let remaining = window.remaining, remaining <= limit.reserve, let reset = window.resetsAt
                else { continue }
                let wait = now.duration(to: reset)
                return wait <= limit.patience ? .askAfter(wait) : .tooLong(wait, window: window.name)
            }
            let start = pace.map { max($0, now) } ?? now
            let next = start.advanced(by: limit.interval)
            // A full bucket lets a burst through: as many calls as its pace may be ahead of time.
            let wait = now.duration(to: next) - limit.interval * limit.burst
            if wait > limit.patience { return .tooLong(wait, window: nil) }
            pace = next
            for place in windows.indices { windows[place].remaining = windows[place].remaining.map { $0 - 1 } }
            return wait > .zero ? .goAfter(wait) : .go
        }
    }
}

/// Whether a call may be made.
private enum RateDecision {
    case go
    case goAfter(Duration)
    case askAfter(Duration)
    case tooLong(Duration, window: String?)
}

/// So many calls in so much time.
public struct RateLimit: Sendable, Hashable {
    /// The time from one call to the next, at the limit's pace.
    public let interval: Duration

    /// How many calls may come at once after a pause.
    public let burst: Int

    /// The longest wait for a turn.
    public var patience: Duration

    /// How much of each of the system's quotas is left to others.
    public var reserve: Int64

    /// How long a quota that is used up is believed to be so if the system does not say.
    public var unknownReset: Duration

    /// A limit.
    ///
    /// - Parameters:
    ///   - requests: How many calls; at least 1.
    ///   - duration: In how much time.
    ///   - burst: How many calls may come at once after a pause; as many as fit into the time if nil.
    ///   - patience: The longest wait for a turn.
    ///   - reserve: How much of each of the system's quotas is left to others.
    ///   - unknownReset: How long a quota that is used up is believed to be so if the system does not say.
    public init(
        requests: Int,
        per duration: Duration,
        burst: Int? = nil,
        patience: Duration = .seconds(60),
        reserve: Int64 = 0,
        unknownReset: Duration = .seconds(300)
    ) {
        interval = max(.zero, duration) / max(1, requests)
        self.burst = max(1, burst ?? requests)
        self.patience = patience
        self.reserve = reserve
        self.unknownReset = unknownReset
    }
}
