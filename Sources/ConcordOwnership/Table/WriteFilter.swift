public import ConcordSchema
public import ConcordValues

/// Which fields of a record one system may write, and which it is sent, where something is known of the record.
///
/// A connector sends no more than `sent` and accepts no more than the rest; the engine decides again about each claim.
public struct WriteFilter: Sendable, Hashable {
    /// The system.
    public let system: SystemID

    /// The role that it plays; nil if it plays none, and then all sets are empty.
    public let role: SystemRole?

    /// The record.
    public let record: String

    /// What is known of the record.
    public let circumstance: OwnershipCircumstance

    /// The fields to which it may give a first value, as paths with points, in the order of the declaration.
    public let create: [String]

    /// The fields that it may change.
    public let update: [String]

    /// The fields whose value it may take away.
    public let clear: [String]

    /// The fields of which it may say what the value should be.
    public let propose: [String]

    /// The fields that it is sent.
    public let sent: [String]

    /// Of the fields that it may write, those that it owns: its value survives before all others.
    public let owned: [String]

    /// Whose approval its changes of a field need.
    public let approvals: [String: ApprovalRequirement]
}

extension CheckedOwnershipPolicy {
    /// What a system may write of a record, and what it is sent.
    ///
    /// - Parameters:
    ///   - system: The system, or another name of it.
    ///   - record: The record's declaration.
    ///   - stage: The record's stage; the first one if nil and its rules name stages.
    ///   - scope: Where the record is.
    /// - Returns: The filter, which lets nothing through for a system or a record that the policy does not know.
    public func writeFilter(
        for system: SystemID,
        record: RecordDescription,
        stage: LifecycleStage? = nil,
        scope: OwnershipScope = .everywhere
    ) -> WriteFilter {
        policy.writeFilter(for: system, record: record, stage: stage, scope: scope)
    }
}

extension OwnershipPolicy {
    /// What a system may write of a record, and what it is sent.
    ///
    /// - Parameters:
    ///   - system: The system, or another name of it.
    ///   - record: The record's declaration.
    ///   - stage: The record's stage; the first one if nil and its rules name stages.
    ///   - scope: Where the record is.
    /// - Returns: The filter, which lets nothing through for a system or a record that the policy does not know.
    public func writeFilter(
        for system: SystemID,
        record: RecordDescription,
        stage: LifecycleStage? = nil,
        scope: OwnershipScope = .everywhere
    ) -> WriteFilter {
        let ownership = ownership(of: record.name)
        let circumstance = OwnershipCircumstance(
            legalEntity: scope.legalEntity,
            region: scope.region,
            stage: (stage ?? ownership?.stage?.initial)?.rawValue
        )
        var fields: [CapabilitySet.RawValue: [String]] = [:]
        var owned: [String] = []
        var approvals: [String: ApprovalRequirement] = [:]
        let role = role(of: system)
        if let ownership, let role {
            for path in ExaminedRecord(ownership, record).leaves {
                let grants = ownership.effectiveGrants(for: path, circumstance)
                guard let grant = grants.first(where: { $0.role == role }) else { continue }
                let name = path.joined(separator: ".")
                for capability in grant.capabilities.capabilities {
                    fields[CapabilitySet(capability).rawValue, default: []].append(name)
                }
                let owner = grants.first { !$0.capabilities.isDisjoint(with: [.create, .update]) }
                if owner?.role == role { owned.append(name) }
                approvals[name] = grant.approval
            }
        }
        let list = { (capability: CapabilitySet) in fields[capability.rawValue] ?? [] }
        return WriteFilter(
            system: self.system(system),
            role: role,
            record: record.name,
            circumstance: circumstance,
            create: list(.create),
            update: list(.update),
            clear: list(.clear),
            propose: list(.propose),
            sent: list(.observe),
            owned: owned,
            approvals: approvals
        )
    }
}

extension WriteFilter {
    /// The filter as a JSON document, for a connector that is written elsewhere.
    public func json() -> String {
        let texts = { (names: [String]) in PolicyText.list(names.map { .text($0) }) }
        var members: [(String, PolicyText)] = [("system", .text(system.text))]
        if let role { members.append(("role", .text(role.rawValue))) }
        members.append(("record", .text(record)))
        if let stage = circumstance.stage { members.append(("stage", .text(stage))) }
        if let legalEntity = circumstance.legalEntity { members.append(("legalEntity", .text(legalEntity))) }
        if let region = circumstance.region { members.append(("region", .text(region))) }
        members += [
            ("create", texts(create)), ("update", texts(update)), ("clear", texts(clear)), ("propose", texts(propose)),
            ("sent", texts(sent)), ("owned", texts(owned)),
        ]
        members.append(
            object: "approvals",
            approvals.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value.description)) }
        )
        return PolicyText.object(members).json() + "\n"
    }
}
