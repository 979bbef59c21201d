public import ConcordOwnership
public import ConcordSchema
import ConcordValues

/// How each kind of record is owned, compiled once.
public struct OwnershipRegister: Sendable {
    private let compiled: [String: CompiledOwnership]

    /// The policy.
    public let policy: OwnershipPolicy

    /// A register of a checked policy.
    ///
    /// - Parameters:
    ///   - policy: The policy.
    ///   - records: The kinds of records; those that the policy does not speak of are left out.
    /// - Throws: An `OwnershipRefusal` with all that the engine cannot take.
    public init(_ policy: CheckedOwnershipPolicy, for records: [RecordDescription]) throws(OwnershipRefusal) {
        var compiled: [String: CompiledOwnership] = [:]
        for record in records where policy.policy.ownership(of: record.name) != nil {
            compiled[record.name] = try CompiledOwnership(policy, for: record)
        }
        self.compiled = compiled
        self.policy = policy.policy
    }

    /// How a kind of record is owned; nil if the policy does not speak of it.
    public func ownership(of record: String) -> CompiledOwnership? { compiled[record] }

    /// What a system is called in the policy, whatever other name it was given.
    func system(_ name: SystemID) -> SystemID { policy.system(name) }
}
