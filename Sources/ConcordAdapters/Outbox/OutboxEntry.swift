public import ConcordConfiguration
public import ConcordOwnership
public import ConcordValues

/// One change that is to be sent to a system, and how far that has come.
public struct OutboxEntry: Sendable, Hashable {
    /// What is to be sent, under its key.
    public let plan: EmissionPlan

    /// When it was planned.
    public let plannedAt: Instant

    /// What was handed to the system when it was begun: the same is handed over whenever it is tried again.
    public var change: TargetChange?

    /// How often it was begun.
    ///
    /// An entry that was begun is sent again as it is, whatever has happened since: nobody knows
    /// whether the system has it.
    public var attempts: Int

    /// When it may be tried again; nil for at once.
    public var notBefore: Instant?

    /// Why it failed last, if it did.
    public var lastFailure: String?

    /// The key: unique among all entries.
    public var key: ContentHash { plan.key }

    /// A change that is to be sent.
    ///
    /// - Parameters:
    ///   - plan: What is to be sent.
    ///   - plannedAt: When it was planned.
    ///   - change: What was handed to the system when it was begun.
    ///   - attempts: How often it was begun.
    ///   - notBefore: When it may be tried again.
    ///   - lastFailure: Why it failed last.
    public init(
        _ plan: EmissionPlan,
        plannedAt: Instant,
        change: TargetChange? = nil,
        attempts: Int = 0,
        notBefore: Instant? = nil,
        lastFailure: String? = nil
    ) {
        self.plan = plan
        self.plannedAt = plannedAt
        self.change = change
        self.attempts = attempts
        self.notBefore = notBefore
        self.lastFailure = lastFailure
    }
}
