extension Evaluation {
    /// Whether somebody may have to look at something: never false if somebody has to, and cheaper than finding out what.
    var mayNeedAttention: Bool {
        if claims.contains(where: { $0.mark.needsAttention }) { return true }
        if !memories.isEmpty, memories.contains(where: { $0.sent != nil && ($0.hasRewritten || $0.sendings > 1) }) {
            return true
        }
        guard let last else { return false }
        let circumstance = circumstance(at: last.moment).number
        return units.indices.contains { unit in
            // Systems can only disagree where two of them spoke.
            let first = units[unit].lanes
            return first >= 0 && lanes[Int(first)].next >= 0 && isTied(unit, circumstance)
        }
    }

    /// How often what holds has changed, of all units together.
    var changeCount: Int { units.reduce(0) { $0 + Int($1.changes) } }
}

extension OutcomeMark {
    /// Whether a claim of this outcome can be an exception.
    fileprivate var needsAttention: Bool {
        switch kind {
        case .pending, .notEvaluable, .statusBackwards, .ambiguousKey, .incompleteGroup, .malformed, .overrideTerms:
            true
        default: false
        }
    }
}
