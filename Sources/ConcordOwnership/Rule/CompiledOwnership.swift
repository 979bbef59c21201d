public import ConcordConfiguration
public import ConcordSchema
import ConcordValues

/// How one kind of record is owned, worked out once: a policy's rules in flat tables, ready to decide.
///
/// ## Usage
///
/// ```swift
/// let policy = try CheckedOwnershipPolicy(layer, records: records)
/// let ownership = try CompiledOwnership(policy, for: Customer.schema.description)
/// let record = ownership.record(from: ledger, asOf: now)
/// ```
///
/// An object that never changes, because every record that is decided about holds it.
public final class CompiledOwnership: Sendable {
    /// The policy.
    public let policy: OwnershipPolicy

    /// How the record is owned.
    public let ownership: RecordOwnership

    /// The record's declaration.
    public let description: RecordDescription

    /// The policies, by name and version, under which approvals count.
    public let honoured: Set<String>

    let slots: [PathSlot]
    let slotNumbers: [String: Int32]
    let slotTexts: [String]
    /// The target of each slot that survives whole, has no parts of its own and no order, and that no rule looks at; -1 for
    /// others.
    let plainTargets: [Int32]
    let targets: [UnitTarget]
    /// How each field comes into a document, in declared order.
    let documentFields: [DocumentField]
    let traits: [TargetTraits]
    let systems: [SystemID]
    let systemNumbers: [SystemID: Int32]
    let systemRoles: [Int32]
    let roles: [SystemRole]
    let roleNumbers: [SystemRole: Int32]
    let axes: OwnershipAxes
    /// Where each stage that rules name stands among ``axes``.
    let stageNumbers: [String: Int]
    let cells: [OwnershipCell]
    let requirements: [ApprovalRequirement]
    let rules: [OwnershipRule]

    /// The order in which targets are evaluated: what rules look at goes before what they decide.
    let phases: [UInt8]

    /// The targets that rules look at.
    let watched: [Int32]

    /// Works out how a record is owned.
    ///
    /// - Parameters:
    ///   - policy: The policy, in which the analysis found no error.
    ///   - description: The record's declaration, which was among those that the policy was checked with.
    ///   - honouring: Earlier versions of the policy, as `name@version`, whose approvals still count.
    /// - Throws: An ``OwnershipRefusal`` if the policy does not speak of the record, or was checked with another declaration
    ///   of it: all that is wrong then.
    public init(
        _ policy: CheckedOwnershipPolicy,
        for description: RecordDescription,
        honouring: Set<String> = []
    ) throws(OwnershipRefusal) {
        var compiler = OwnershipCompiler(policy, description)
        compiler.run()
        guard compiler.problems.isEmpty else {
            throw OwnershipRefusal(policy: policy.policy.header, findings: Set(compiler.problems).sorted())
        }
        let policy = policy.policy
        self.policy = policy
        self.description = description
        ownership = compiler.ownership
        honoured = honouring.union([policy.header.description])
        slots = compiler.slots
        slotNumbers = compiler.slotNumbers
        slotTexts = compiler.slots.map(\.text)
        plainTargets = compiler.slots.map { slot in
            let target = compiler.targets[Int(slot.target)]
            let isPlain = slot.parts.isEmpty && target.kind == .whole && target.status == nil && target.phase == 0
            return isPlain ? slot.target : -1
        }
        var phases: [UInt8] = []
        if compiler.ownership.legalEntity != nil || compiler.ownership.region != nil { phases.append(1) }
        if compiler.ownership.stage != nil { phases.append(2) }
        self.phases = phases + [0]
        watched = compiler.targets.indices.filter { compiler.targets[$0].phase != 0 }.map(Int32.init)
        targets = compiler.targets
        documentFields = description.fields.enumerated()
            .map { DocumentField($1, $0, compiler.slots, compiler.targets) }
        traits = compiler.targets.map(TargetTraits.init)
        systems = compiler.systems
        systemRoles = compiler.systems.map { policy.role(of: $0).flatMap { compiler.roleNumbers[$0] } ?? -1 }
        var numbers: [SystemID: Int32] = [:]
        for (index, system) in compiler.systems.enumerated() { numbers[system] = Int32(index) }
        for (alias, system) in policy.aliases where numbers[system] != nil { numbers[alias] = numbers[system] }
        systemNumbers = numbers
        roles = compiler.roles
        roleNumbers = compiler.roleNumbers
        axes = compiler.axes
        stageNumbers = Dictionary(uniqueKeysWithValues: zip(compiler.axes.stages, 0...))
        cells = compiler.cells
        requirements = compiler.requirements
        rules = compiler.ownership.rules
    }

    /// What one role may do about a target in a circumstance.
    @inline(__always)
    func cell(_ target: Int32, _ circumstance: Int32, _ role: Int32) -> OwnershipCell {
        cells[(Int(target) &* axes.count &+ Int(circumstance)) &* roles.count &+ Int(role)]
    }

    /// The slot that a path names; -1 if there is none.
    ///
    /// The expected one is tried before the path is looked up.
    @inline(__always)
    func slot(of path: String, expected: Int) -> Int32 {
        if expected < slotTexts.count, slotTexts[expected] == path { return Int32(truncatingIfNeeded: expected) }
        return slotNumbers[path] ?? -1
    }

    /// The digest of a unit's value, which approvals are bound to: equal values have equal digests.
    ///
    /// - Parameters:
    ///   - value: The value; of an atomic group, an object of its members.
    ///   - unit: The unit.
    /// - Returns: The digest; all kinds of nothing have one.
    public func digest(of value: ClaimValue, at unit: ClaimPath) -> ContentHash {
        digest(of: value, of: target(of: unit) ?? -1)
    }

    func digest(of value: ClaimValue, of target: Int32) -> ContentHash {
        guard let json = value.json else { return ContentHash(ofBytes: []) }
        let form = target < 0 ? ValueForm(shape: nil, options: []) : targets[Int(target)].form
        return ContentHash(ofBytes: Array(form.text(of: json).utf8))
    }

    /// The target whose units a unit's path is one of.
    func target(of unit: ClaimPath) -> Int32? {
        if unit.text.hasPrefix("#") {
            return targets.firstIndex { $0.kind == .group && $0.path == unit.text }.map(Int32.init)
        }
        if let slot = slotNumbers[unit.text] { return slots[Int(slot)].target }
        guard let item = unit.item, let slot = slotNumbers[String(item.list)] else { return nil }
        return slots[Int(slot)].target
    }

    /// Whether two values of a target are equal, however they are written (OWNERSHIP R8).
    @inline(__always)
    func isSame(_ target: Int32, _ left: ClaimValue, _ right: ClaimValue) -> Bool {
        switch (left, right) {
        case (.value(let left), .value(let right)): targets[Int(target)].form.isSame(left.text, right.text)
        case (.value, _), (_, .value): false
        // Nothing is nothing here; which kind it is was decided before.
        default: true
        }
    }
}

/// What one role may do about a target in a circumstance; two words.
struct OwnershipCell: Sendable {
    /// What the determining rule grants, without what any rule forbids.
    var capabilities: CapabilitySet = []
    /// What the determining rule grants, prohibitions or not.
    var granted: CapabilitySet = []
    var forbidden: CapabilitySet = []
    /// The role's place among those who may create or update; the owner's is 0.
    var rank: UInt8 = Self.unranked
    /// The determining rule; -1 if none applies.
    var rule: Int32 = -1
    /// The approval that is needed; -1 for none.
    var requirement: Int32 = -1

    static let unranked: UInt8 = 255
}

/// The values that rules tell apart: stages, legal entities and regions.
///
/// Number 0 of each axis is what no rule names. One number says all three.
struct OwnershipAxes: Sendable {
    var stages: [String] = [""]
    var legalEntities: [String] = [""]
    var regions: [String] = [""]

    var count: Int { stages.count * legalEntities.count * regions.count }

    func circumstance(stage: Int, legalEntity: Int, region: Int) -> Int32 {
        Int32((stage * legalEntities.count + legalEntity) * regions.count + region)
    }

    func parts(of circumstance: Int32) -> (stage: Int, legalEntity: Int, region: Int) {
        let number = Int(circumstance)
        return (
            number / (legalEntities.count * regions.count), number / regions.count % legalEntities.count,
            number % regions.count
        )
    }
}
