public import ConcordConfiguration
public import ConcordValues

/// Who owns which field: what is declared for all records, and which system plays which role.
///
/// A policy in hand is not yet checked; ``OwnershipAnalysis`` does that, and the engine takes only what passed it.
public struct OwnershipPolicy: Sendable, Hashable {
    /// The name and version, which decisions cite: `acme-ownership@7`.
    public let header: ConfigurationHeader

    /// How each kind of record is owned.
    public let records: [RecordOwnership]

    /// The role that each system plays.
    ///
    /// A system is a configured instance (OWNERSHIP R1).
    public let systems: [SystemID: SystemRole]

    /// Other names of systems, such as a former instance's.
    public let aliases: [SystemID: SystemID]

    /// Who plays each approver's role; nobody is known to if it is empty, and then no approval can be shown to be out of
    /// reach.
    public let approvers: [BusinessRole: ApproverPool]

    /// A policy.
    ///
    /// - Parameters:
    ///   - header: The name and version.
    ///   - records: How each kind of record is owned.
    ///   - systems: The role that each system plays.
    ///   - aliases: Other names of systems.
    ///   - approvers: Who plays each approver's role.
    public init(
        _ header: ConfigurationHeader,
        records: [RecordOwnership],
        systems: [SystemID: SystemRole],
        aliases: [SystemID: SystemID] = [:],
        approvers: [BusinessRole: ApproverPool] = [:]
    ) {
        self.header = header
        self.records = records
        self.systems = systems
        self.aliases = aliases
        self.approvers = approvers
    }

    /// How one kind of record is owned, if the policy says.
    public func ownership(of record: String) -> RecordOwnership? {
        records.first { $0.record == record }
    }

    /// The system that a name stands for.
    public func system(_ name: SystemID) -> SystemID { aliases[name] ?? name }

    /// The role that a system plays, if it plays one.
    public func role(of system: SystemID) -> SystemRole? { systems[self.system(system)] }
}
