public import ConcordConfiguration
public import ConcordValues

/// What is to be written to a system: what it should have, less what it is known to have (OWNERSHIP R19).
///
/// Send the values under the key, and hand ``sent(at:)`` back to the ledger. What the system then says of them is an echo.
/// A write that the system does not say back grants nothing, and is planned again a second time.
public struct EmissionPlan: Sendable, Hashable {
    /// How often one value is sent to a system that does not answer, before a person must look.
    public static let maximumSendings = 2

    /// The key: the same for the same values of the same generation to the same system (OWNERSHIP R20).
    public let key: ContentHash

    /// The system.
    public let system: SystemID

    /// The record.
    public let record: RecordKey

    /// What to write, sorted by unit; `cleared` where a value is to be taken away.
    public let values: [ClaimEntry]

    /// A plan as a store gives it back.
    ///
    /// - Parameters:
    ///   - key: The key, which is not worked out again.
    ///   - system: The system.
    ///   - record: The record.
    ///   - values: What to write, sorted by unit.
    public init(key: ContentHash, system: SystemID, record: RecordKey, values: [ClaimEntry]) {
        self.key = key
        self.system = system
        self.record = record
        self.values = values
    }

    /// What was sent, for the ledger.
    public func sent(at time: Instant) -> EmissionRecord {
        EmissionRecord(id: key.description, system: system, record: record, time: time, values: values)
    }
}

/// How a system answered what it was sent.
public struct EchoCount: Sendable, Hashable {
    /// How often it said what it had been told.
    public var echoes = 0

    /// How often it said something else: it rewrites what it is sent, or somebody changed it at the same time.
    public var nearMisses = 0
}

extension RecordClaims {
    /// What is to be written to a system; nil if it has all that it should have.
    public func emission(for system: SystemID) -> EmissionPlan? { plan(for: system) }

    /// How a system answered what it was sent.
    public func echoes(of system: SystemID) -> EchoCount { echoCount(of: system) }
}

extension CompiledOwnership {
    /// What is to be written to a system; nil if it has all that it should have.
    ///
    /// - Parameters:
    ///   - system: The system.
    ///   - ledger: All that was said about the record, and sent.
    ///   - asOf: The time whose knowledge is asked for.
    /// - Returns: The plan.
    public func emission(for system: SystemID, from ledger: ClaimLedger, asOf: Instant) -> EmissionPlan? {
        emission(for: system, from: ledger, asOf: asOf, NoDefects.self)
    }

    package func emission<Defects: EngineDefects>(
        for system: SystemID,
        from ledger: ClaimLedger,
        asOf: Instant,
        _: Defects.Type
    ) -> EmissionPlan? {
        Evaluation<Defects>(self, ledger, asOf: Moment(asOf)).emission(for: system, ledger.record, at: Moment(asOf))
    }
}
