/// A decision that is another one now, because something late came in (OWNERSHIP R12).
public struct OwnershipRevision: Sendable, Hashable {
    /// The decision as it is now.
    public let decision: OwnershipDecision

    /// What was decided before.
    public let from: Outcome

    /// What is decided now.
    public let to: Outcome

    /// The events that were not known before, sorted; empty if the policy or the time is another one.
    public let because: [String]
}

extension OwnedRecord {
    /// What was decided otherwise earlier.
    ///
    /// - Parameter earlier: The same record, with what was known before.
    /// - Returns: One revision for each decision that is another one now, in the order of the decisions.
    public func revisions(since earlier: OwnedRecord) -> [OwnershipRevision] {
        struct Subject: Hashable {
            let event: String
            let unit: ClaimPath
            let entry: ClaimPath
        }
        func subject(_ decision: OwnershipDecision) -> Subject {
            Subject(event: decision.event, unit: decision.unit, entry: decision.entry)
        }
        let before = Dictionary(earlier.decisions.map { (subject($0), $0.outcome) }) { first, _ in first }
        let because = Set(decisions.map(\.event)).subtracting(earlier.decisions.map(\.event)).sorted()
        return decisions.compactMap { decision in
            guard let outcome = before[subject(decision)], outcome != decision.outcome else { return nil }
            return OwnershipRevision(decision: decision, from: outcome, to: decision.outcome, because: because)
        }
    }
}
