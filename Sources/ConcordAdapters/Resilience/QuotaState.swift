public import ConcordValues

/// What a system says of how much may still be asked of it: one window for each limit, and until when to stay away.
///
/// ``RateLimitHeaders`` makes one of an answer's headers; ``RateLimiter/note(_:)`` takes it.
public struct QuotaState: Sendable, Hashable {
    /// The limits, in the order in which they are known to ``RateLimitHeaders``.
    public var windows: [QuotaWindow]

    /// The time before which the system wants to hear nothing.
    public var notBefore: Instant?

    /// What a system says.
    ///
    /// - Parameters:
    ///   - windows: The limits.
    ///   - notBefore: The time before which the system wants to hear nothing.
    public init(windows: [QuotaWindow] = [], notBefore: Instant? = nil) {
        self.windows = windows
        self.notBefore = notBefore
    }

    /// Whether it says nothing.
    public var isEmpty: Bool { windows.isEmpty && notBefore == nil }

    /// How long the system asks to be left alone, as ``AdapterFailure/retryAfter`` says it.
    ///
    /// - Parameter now: The time.
    /// - Returns: How long; nil if the system does not ask for it.
    public func retryAfter(at now: Instant) -> Duration? {
        var latest = notBefore
        for window in windows {
            guard let remaining = window.remaining, remaining <= 0, let reset = window.resetsAt else { continue }
            if latest.map({ $0 < reset }) ?? true { latest = reset }
        }
        guard let wait = latest.map({ now.duration(to: $0) }), wait > .zero else { return nil }
        return wait
    }
}

/// One of a system's limits: so many in so much time.
public struct QuotaWindow: Sendable, Hashable {
    /// The limit's name, as the system has it: `api-usage`, `daily`.
    public var name: String

    /// How much may be asked for in all.
    public var limit: Int64?

    /// How much may still be asked for.
    public var remaining: Int64?

    /// When all of it may be asked for again; nil if the system does not say.
    public var resetsAt: Instant?

    /// A limit.
    ///
    /// - Parameters:
    ///   - name: The limit's name.
    ///   - limit: How much may be asked for in all.
    ///   - remaining: How much may still be asked for.
    ///   - resetsAt: When all of it may be asked for again.
    public init(_ name: String, limit: Int64? = nil, remaining: Int64? = nil, resetsAt: Instant? = nil) {
        self.name = name
        self.limit = limit
        self.remaining = remaining
        self.resetsAt = resetsAt
    }
}
