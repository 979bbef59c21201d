import ConcordConfiguration
import ConcordSchema
public import ConcordValues

/// What holds of a record, by whose word, and what became of everything that was said: a function of the claims, the
/// approvals, the policy and the time, and of nothing else.
public struct OwnedRecord: Sendable {
    /// The record.
    public let record: RecordKey

    /// The policy, by name and version.
    public let policy: String

    /// The time whose knowledge it is.
    public let asOf: Instant

    /// What holds of each unit, sorted by path; attributes among them.
    public let units: [OwnedUnit]

    /// What became of each claim, sorted by event and unit.
    public let decisions: [OwnershipDecision]

    /// What somebody must look at, each thing once, sorted.
    public let exceptions: [OwnershipException]

    let ownership: CompiledOwnership

    init<Defects>(_ evaluation: borrowing Evaluation<Defects>, _ ledger: ClaimLedger, asOf: Instant) {
        record = ledger.record
        policy = evaluation.ownership.policy.header.description
        self.asOf = asOf
        units = evaluation.ownedUnits(at: Moment(asOf))
        decisions = evaluation.decisions(ledger, asOf: Moment(asOf))
        ownership = evaluation.ownership
        exceptions = evaluation.exceptions(units, decisions, ledger, at: Moment(asOf))
    }

    /// What holds of one unit; nil if nobody ever spoke of it.
    public func unit(_ path: ClaimPath) -> OwnedUnit? {
        var (low, high) = (0, units.count)
        while low < high {
            let middle = (low + high) / 2
            if units[middle].path < path { low = middle + 1 } else { high = middle }
        }
        return low < units.count && units[low].path == path ? units[low] : nil
    }

    /// What an event's claims came to.
    public func decisions(of event: String) -> [OwnershipDecision] {
        decisions.filter { $0.event == event }
    }
}

extension OwnedRecord: Equatable {
    /// Whether everything that is shown and decided is the same.
    public static func == (left: Self, right: Self) -> Bool {
        left.record == right.record && left.policy == right.policy && left.units == right.units
            && left.decisions == right.decisions && left.exceptions == right.exceptions
    }
}

extension CompiledOwnership {
    /// What holds of a record.
    ///
    /// - Parameters:
    ///   - ledger: All that was said about it.
    ///   - asOf: The time whose knowledge is asked for.
    /// - Returns: What holds, by whose word, and what became of everything that was said.
    public func record(from ledger: ClaimLedger, asOf: Instant) -> OwnedRecord {
        record(from: ledger, asOf: asOf, NoDefects.self)
    }

    package func record<Defects: EngineDefects>(
        from ledger: ClaimLedger,
        asOf: Instant,
        _: Defects.Type
    ) -> OwnedRecord {
        OwnedRecord(Evaluation<Defects>(self, ledger, asOf: Moment(asOf)), ledger, asOf: asOf)
    }
}
