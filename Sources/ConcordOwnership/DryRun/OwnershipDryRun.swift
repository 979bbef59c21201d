import ConcordConfiguration
public import ConcordSchema
public import ConcordValues

/// What a change of a policy does to recorded claims: each record is folded under both policies, and what differs is
/// counted and priced (OWNERSHIP L14).
///
/// ## Usage
///
/// ```swift
/// var dryRun = try OwnershipDryRun(
///     from: current, to: next, records: Rulebook.ownedRecords, asOf: now, worth: .path(["totals", "payable"])
/// )
/// for ledger in ledgers { dryRun.take(ledger) }
/// print(dryRun.report.markdown)  // this change flips 214 fields of 90 records, 3 above 10000 EUR
/// ```
///
/// It keeps counts and the few flips that are worth most, whatever the number of records. The order in which ledgers are
/// taken does not matter.
public struct OwnershipDryRun: Sendable {
    /// Where it is found what a record is worth.
    public enum Worth: Sendable {
        /// Nowhere.
        case unknown
        /// In the record: the names that lead to an amount with its currency, such as `totals`, `payable`.
        case path([String])
        /// The host knows, such as from open invoices.
        case host(@Sendable (RecordKey) -> Money?)
    }

    /// What it has come to so far.
    public private(set) var report: OwnershipDryRunReport

    private let compiled: [String: (before: CompiledOwnership, after: CompiledOwnership)]
    private let worth: Worth
    private let asOf: Instant
    private let revealing: Set<Sensitivity>

    /// A dry run that has seen no record yet.
    ///
    /// - Parameters:
    ///   - before: The policy in force.
    ///   - after: The policy that is to be. Approvals that were given under the one in force count under it, too.
    ///   - records: The declarations of the records; those that either policy does not speak of are counted and passed over.
    ///   - asOf: The time whose knowledge is asked for.
    ///   - honoured: Earlier policies, as `name@version`, whose approvals count under both.
    ///   - worth: Where it is found what a record is worth.
    ///   - threshold: The amount from which on a flip is counted by itself; amounts of all currencies are compared with it
    ///     as numbers.
    ///   - limit: How many flips are kept to be shown, those that are worth most.
    ///   - revealing: Whose values may be shown beside those that are for everybody.
    /// - Throws: An ``OwnershipRefusal`` if the engine cannot take one of the policies.
    public init(
        from before: CheckedOwnershipPolicy,
        to after: CheckedOwnershipPolicy,
        records: [RecordDescription],
        asOf: Instant,
        honouring honoured: Set<String> = [],
        worth: Worth = .unknown,
        above threshold: ExactDecimal? = nil,
        keeping limit: Int = 20,
        revealing: Set<Sensitivity> = []
    ) throws(OwnershipRefusal) {
        var compiled: [String: (before: CompiledOwnership, after: CompiledOwnership)] = [:]
        let header = before.policy.header
        for record in records where before.policy.ownership(of: record.name) != nil {
            if after.policy.ownership(of: record.name) == nil { continue }
            compiled[record.name] = (
                try CompiledOwnership(before, for: record, honouring: honoured),
                try CompiledOwnership(after, for: record, honouring: honoured.union([header.description]))
            )
        }
        self.compiled = compiled
        self.worth = worth
        self.asOf = asOf
        self.revealing = revealing
        report = OwnershipDryRunReport(
            before: header.description,
            after: after.policy.header.description,
            asOf: asOf,
            threshold: threshold,
            limit: max(limit, 0)
        )
    }

    /// Folds all that was said about one record under both policies.
    ///
    /// - Parameters:
    ///   - ledger: All that was said.
    ///   - amount: What the record is worth, if the caller knows; it goes before what is found.
    public mutating func take(_ ledger: ClaimLedger, worth amount: Money? = nil) {
        guard let pair = compiled[ledger.record.name] else {
            report.passedOver += 1
            return
        }
        let before = pair.before.record(from: ledger, asOf: asOf)
        let after = pair.after.record(from: ledger, asOf: asOf)
        report.countRecord(before, after)
        let flips = flips(before, after)
        if flips.isEmpty { return }
        report.count(flips, worth: amount ?? worth(of: before, after))
    }

    private func worth(of before: OwnedRecord, _ after: OwnedRecord) -> Money? {
        switch worth {
        case .unknown: nil
        case .host(let find): find(before.record)
        case .path(let names): Self.amount(at: names, in: before) ?? Self.amount(at: names, in: after)
        }
    }

    private static func amount(at names: [String], in record: OwnedRecord) -> Money? {
        record.document.withUnsafeBufferPointer { document in
            guard let range = JSONPlace.range(of: names, in: document) else { return nil }
            var reader = JSONReader(UnsafeBufferPointer(rebasing: document[range]))
            var money = Money.placeholder
            do throws(ReadFailure) {
                try money.read(from: &reader)
                return money
            } catch {
                return nil
            }
        }
    }

    // MARK: - Comparing

    private func flips(_ before: OwnedRecord, _ after: OwnedRecord) -> [OwnershipFlip] {
        var flips: [OwnershipFlip] = []
        var (left, right) = (before.units[...], after.units[...])
        while left.first != nil || right.first != nil {
            // A unit that only one of them has is one that a group of another form took in, or let go.
            let isLeft = right.first.map { other in left.first.map { $0.path <= other.path } ?? false } ?? true
            let isRight = left.first.map { other in right.first.map { $0.path <= other.path } ?? false } ?? true
            let old = isLeft ? left.popFirst() : nil
            let new = isRight ? right.popFirst() : nil
            if let flip = flip(old, new, before, after) { flips.append(flip) }
        }
        return flips
    }

    private func flip(
        _ old: OwnedUnit?,
        _ new: OwnedUnit?,
        _ before: OwnedRecord,
        _ after: OwnedRecord
    ) -> OwnershipFlip? {
        guard let path = old?.path ?? new?.path else { return nil }
        var aspects: [OwnershipFlip.Aspect] = []
        let (oldValue, newValue) = (old?.value ?? .absent, new?.value ?? .absent)
        if oldValue != newValue,
            after.ownership.digest(of: oldValue, at: path) != after.ownership.digest(of: newValue, at: path)
        {
            aspects.append(.value)
        }
        if old?.basis != new?.basis || old?.holders.first?.system != new?.holders.first?.system {
            aspects.append(.basis)
        }
        if old?.owner != new?.owner { aspects.append(.owner) }
        if Self.waiting(old) != Self.waiting(new) { aspects.append(.waiting) }
        if aspects.isEmpty { return nil }
        return OwnershipFlip(
            record: before.record,
            unit: path,
            aspects: aspects,
            before: side(old, before),
            after: side(new, after),
            worth: nil
        )
    }

    private static func waiting(_ unit: OwnedUnit?) -> [String] { unit?.pending.map(\.voice.event) ?? [] }

    private func side(_ unit: OwnedUnit?, _ record: OwnedRecord) -> OwnershipFlip.Side {
        OwnershipFlip.Side(
            value: record.ownership.masked(unit?.value ?? .absent, at: unit?.path ?? "", revealing),
            basis: unit?.basis ?? .none,
            system: unit?.holders.first?.system,
            owner: unit?.owner,
            waiting: unit?.pending.count ?? 0
        )
    }
}
