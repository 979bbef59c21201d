import ConcordConfiguration
import ConcordOwnership
import ConcordRulebook
import ConcordSchema
import ConcordValues

/// How each kind of record is owned, worked out when the first of its kind comes.
final class OwnershipBook {
    /// The policy, with the systems that were met so far where nobody named any.
    private(set) var policy: CheckedOwnershipPolicy

    /// Systems that claims came from and that play no role; the first thousand.
    private(set) var strangers: Set<SystemID> = []

    private let derivesSystems: Bool
    private let honoured: Set<String>
    private var compiled: [String: CompiledOwnership] = [:]
    private var known: Set<SystemID> = []

    /// A book of a policy.
    ///
    /// - Throws: A ``CommandFailure`` with all that is wrong with the policy.
    init(_ request: OwnershipRequest) throws(CommandFailure) {
        policy = try request.checked()
        derivesSystems = request.derivesSystems
        honoured = request.honoured
    }

    /// How a ledger's record is owned; nil if the policy does not speak of it.
    ///
    /// - Throws: A ``CommandFailure`` if the policy is refused with the systems that were met.
    func ownership(of ledger: ClaimLedger) throws(CommandFailure) -> CompiledOwnership? {
        for event in ledger.arrivals where !known.contains(event.system) { try meet(event.system) }
        let name = ledger.record.name
        if let known = compiled[name] { return known }
        guard policy.policy.ownership(of: name) != nil,
            let description = Rulebook.ownedRecords.first(where: { $0.name == name })
        else { return nil }
        do throws(OwnershipRefusal) {
            let ownership = try CompiledOwnership(policy, for: description, honouring: honoured)
            compiled[name] = ownership
            return ownership
        } catch {
            throw CommandFailure(.data, "the policy is refused\n\(error)")
        }
    }

    /// Gives a system its product's role if nobody named any; what was folded before did not hear from it.
    private func meet(_ system: SystemID) throws(CommandFailure) {
        if known.count < 10_000 { known.insert(system) }
        if policy.policy.role(of: system) != nil { return }
        if derivesSystems, let role = SystemRole(usualFor: system) {
            policy = try policy.naming([system: role])
            compiled = [:]
        } else if strangers.count < 1_000 {
            strangers.insert(system)
        }
    }
}
