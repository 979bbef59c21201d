import ConcordValues

extension Evaluation {
    /// What somebody must look at, each thing once, sorted.
    func exceptions(
        _ owned: [OwnedUnit],
        _ decisions: [OwnershipDecision],
        _ ledger: ClaimLedger,
        at moment: Moment
    ) -> [OwnershipException] {
        var found: Set<OwnershipException> = []
        for decision in decisions {
            guard case .refused(let reason) = decision.outcome, let kind = OwnershipException.Kind(reason) else {
                continue
            }
            found.insert(.init(kind: kind, unit: decision.unit, events: [decision.event], systems: [decision.system]))
        }
        let quarantined = ledger.quarantined
        for id in Set(quarantined.map(\.id)) where !Defects.ignoresMismatch {
            let systems = Set(quarantined.filter { $0.id == id }.map(\.system)).sorted()
            found.insert(.init(kind: .idempotencyMismatch, unit: "", events: [id], systems: systems))
        }
        for unit in owned {
            for pending in unit.pending {
                let (event, system) = ([pending.voice.event], [pending.voice.system])
                if pending.requirement != nil, pending.staleApprovals.isEmpty, pending.selfApprovals.isEmpty {
                    found.insert(.init(kind: .approvalNeeded, unit: unit.path, events: event, systems: system))
                }
                if !pending.staleApprovals.isEmpty {
                    found.insert(.init(kind: .staleApproval, unit: unit.path, events: event, systems: system))
                }
                if !pending.selfApprovals.isEmpty {
                    found.insert(.init(kind: .selfApproval, unit: unit.path, events: event, systems: system))
                }
            }
        }
        let circumstance = circumstance(at: moment).number
        for unit in units.indices where isTied(unit, circumstance) {
            let accepted = lanes(of: unit).compactMap { lanes[$0].accepted }.map { events[Int($0.event)] }
            found.insert(
                .init(
                    kind: .contested,
                    unit: path(of: unit),
                    events: accepted.map(\.id).sorted(),
                    systems: accepted.map(\.system).sorted()
                )
            )
        }
        found.formUnion(unacknowledged(circumstance))
        return found.sorted()
    }
}

extension OwnershipException.Kind {
    fileprivate init?(_ reason: RefusalReason) {
        switch reason {
        case .notEvaluable: self = .notEvaluable
        case .ambiguousKey: self = .ambiguousKey
        case .incompleteGroup: self = .incompleteGroup
        case .malformed: self = .malformed
        case .statusBackwards: self = .statusBackwards
        case .overrideTerms: self = .overrideTerms
        case .notGranted, .forbidden, .rejected: return nil
        }
    }
}
