public import ConcordConfiguration
public import ConcordOwnership
public import ConcordValues

/// The host's door to what people must look at.
///
/// ## Implementation guidance
///
/// - An exception is opened once: opening it again while it is open changes nothing, not even when it was opened.
/// - It ends in one of two ways: somebody resolves it, which is kept as an event with a name, a time and a reason; or it is
///   withdrawn, because what it was about is no longer so. Only what is open ends: of two decisions the first counts.
/// - What was resolved does not open again under the same id. What was withdrawn does, because it is so again: an override
///   that held for a time is over.
public protocol ExceptionQueue: Sendable {
    /// The exceptions that are open.
    ///
    /// - Parameters:
    ///   - filter: Which.
    ///   - limit: How many at most.
    /// - Returns: The exceptions, the most urgent first, as `QueuedException.isMoreUrgent(than:)` says.
    /// - Throws: What kept it from answering.
    func exceptions(_ filter: ExceptionFilter, limit: Int) async throws(AdapterFailure) -> [QueuedException]

    /// An exception, open or not; nil if there never was one.
    func exception(_ id: ContentHash) async throws(AdapterFailure) -> ExceptionEntry?

    /// How many are open.
    func openCount() async throws(AdapterFailure) -> Int

    /// What people decided about a record's exceptions, in the order in which they did.
    func resolutions(of record: RecordKey) async throws(AdapterFailure) -> [ExceptionResolution]
}

/// An exception and how it stands.
public struct ExceptionEntry: Sendable, Hashable {
    /// How an exception stands.
    public enum State: Sendable, Hashable {
        /// It waits for somebody.
        case open
        /// Somebody decided.
        case resolved(ExceptionResolution)
        /// It is no longer so.
        case withdrawn(at: Instant)
    }

    /// The exception.
    public let exception: QueuedException

    /// How it stands.
    public let state: State

    /// An exception and how it stands.
    public init(_ exception: QueuedException, _ state: State) {
        self.exception = exception
        self.state = state
    }
}

/// Which exceptions are asked for; all of the conditions hold for each.
public struct ExceptionFilter: Sendable, Hashable {
    /// Where they came from.
    public var origin: QueuedException.Origin?
    /// Who should act.
    public var owner: BusinessRole?
    /// The record.
    public var record: RecordKey?
    /// The system of the sequence that waits.
    public var system: SystemID?
    /// Due before this time.
    public var dueBefore: Instant?

    /// All exceptions.
    public init() {}

    /// Whether an exception is asked for.
    public func matches(_ exception: QueuedException) -> Bool {
        if let origin, exception.origin != origin { return false }
        if let owner, exception.owner != owner { return false }
        if let record, exception.record != record { return false }
        if let system, exception.sequence?.system != system { return false }
        if let dueBefore {
            guard let due = exception.due, due.isEarlier(than: dueBefore) else { return false }
        }
        return true
    }
}

extension QueuedException {
    /// Whether an exception is more urgent than another.
    ///
    /// What is due earlier is; then what has an amount at risk, currency by currency in the order of their codes, the larger
    /// amount first; then what is older. The id decides between equals, so that the order is always the same.
    public func isMoreUrgent(than other: QueuedException) -> Bool {
        switch (due, other.due) {
        case (let own?, let others?) where !own.isSamePoint(as: others): return own < others
        case (_?, nil): return true
        case (nil, _?): return false
        default: break
        }
        // Amounts of two currencies cannot be compared: were age to decide between them, three exceptions could each be
        // more urgent than the next one in a circle.
        switch (context.amountAtRisk, other.context.amountAtRisk) {
        case (let own?, let others?):
            if own.currency != others.currency { return own.currency.description < others.currency.description }
            if !own.amount.isNumericallyEqual(to: others.amount) { return others.amount < own.amount }
        case (_?, nil): return true
        case (nil, _?): return false
        case (nil, nil): break
        }
        if !openedAt.isSamePoint(as: other.openedAt) { return openedAt < other.openedAt }
        return id.description < other.id.description
    }
}
