public import ConcordValues

/// What was sent to a system about a record: kept beside the claims, so that an echo is known when it comes back.
public struct EmissionRecord: Sendable, Hashable {
    /// The key under which it was sent, which makes sending it again harmless (OWNERSHIP R20).
    public let id: String

    /// The system that was written to.
    public let system: SystemID

    /// The record.
    public let record: RecordKey

    /// When.
    public let time: Instant

    /// What was sent, sorted by unit; `cleared` where a value was taken away.
    public let values: [ClaimEntry]

    /// What was sent.
    ///
    /// - Parameters:
    ///   - id: The key under which it was sent.
    ///   - system: The system that was written to.
    ///   - record: The record.
    ///   - time: When.
    ///   - values: What was sent, by unit.
    public init(id: String, system: SystemID, record: RecordKey, time: Instant, values: [ClaimEntry]) {
        self.id = id
        self.system = system
        self.record = record
        self.time = time
        // A line of a ledger has them in another order; what was sent is the same.
        self.values = values.sorted { $0.path < $1.path }
    }
}
