import ConcordConfiguration
import ConcordOwnership
import ConcordSchema
import ConcordValues

/// Says in words why a field is as it is: what holds, by whose word, who says otherwise, what waits, and what became of
/// each claim.
struct OwnershipExplaining {
    /// Recorded claims.
    let source: ClaimSource
    /// How records are owned.
    let book: OwnershipBook
    /// The time whose knowledge is asked for.
    let asOf: Instant
    /// The record, as `customer/c-1`; all if nil.
    let record: String?
    /// The field, the group or the item.
    let field: String
    /// The classes of values that may be shown.
    let visible: Set<Sensitivity>

    /// Runs it.
    func run(on console: Console) throws -> ExitStatus {
        var (records, told, passedOver) = (0, 0, 0)
        var met: [String: CompiledOwnership] = [:]
        try source.eachLedger { ledger in
            if let record, ledger.record.description != record { return }
            guard let ownership = try book.ownership(of: ledger) else {
                passedOver += 1
                return
            }
            records += 1
            met[ledger.record.name] = ownership
            let units = Self.units(named: field, in: ownership.record(from: ledger, asOf: asOf))
            if units.record.units.isEmpty || units.paths.isEmpty { return }
            if told > 0 { try console.output.writeLine() }
            told += 1
            try tell(units.record, units.paths, ledger, ownership, on: console.output)
        }
        try console.output.flush()
        let place = record ?? MappingTally.count(records, "record")
        if told == 0, source.lines > 0 {
            try Self.require(field, in: met.sorted { $0.key < $1.key }.map(\.value))
            throw CommandFailure(.rejected, "nobody said anything of \(field) of \(place)")
        }
        let found = MappingTally.count(told, "record")
        try source.tell("\(field) of \(found) explained", book: book, passedOver: passedOver, on: console)
        return source.status
    }

    /// The units that a name stands for: a unit, the group that a field is of, or all items of a list.
    static func units(named name: String, in record: OwnedRecord) -> (record: OwnedRecord, paths: [ClaimPath]) {
        if let explanation = record.explain(ClaimPath(name)) { return (record, [explanation.unit.path]) }
        return (record, record.units.map(\.path).filter { $0.text.hasPrefix(name + "[") || $0.text == "#" + name })
    }

    /// Refuses a name that none of some records has, with the nearest one that there is.
    private static func require(_ name: String, in ownerships: [CompiledOwnership]) throws(CommandFailure) {
        var nearest: String?
        for ownership in ownerships {
            switch OwnedName(name, in: ownership) {
            case .declared: return
            case .unknown(let other): nearest = nearest ?? other
            }
        }
        guard let first = ownerships.first else { return }
        let kinds = ownerships.map(\.description.name).joined(separator: " and ")
        let shown = "concord schema show \(first.description.name) names them"
        let advice = nearest.map { "did you mean \"\($0)\"?" } ?? shown
        throw CommandFailure(.usage, "there is no field \"\(name)\" of \(kinds); \(advice)")
    }

    private func tell(
        _ record: OwnedRecord,
        _ paths: [ClaimPath],
        _ ledger: ClaimLedger,
        _ ownership: CompiledOwnership,
        on output: Output
    ) throws {
        let style = Style(isColoured: output.isColoured)
        try output.writeLine(style.strong("\(record.record), as of \(asOf), by \(record.policy)"))
        for path in paths {
            for line in record.explain(path, revealing: visible)?.lines ?? [] {
                for (index, part) in TextTable.wrap(line, width: output.columns - 4).enumerated() {
                    try output.writeLine((index == 0 ? "  " : "    ") + part)
                }
            }
        }
        let events = Dictionary(ledger.events.map { ($0.id, $0) }) { first, _ in first }
        var table = TextTable(["WHEN", "SYSTEM", "EVENT", "SAID", "BECAME"])
        let audit = ownership.audit(ledger, asOf: asOf, revealing: visible)
        let entries = audit.entries.filter { paths.contains($0.decision.unit) }
            .map { ($0, events[$0.decision.event]?.businessTime) }
            .sorted { left, right in
                let (first, second) = (left.1?.secondsSince1970 ?? 0, right.1?.secondsSince1970 ?? 0)
                return first == second ? left.0.decision < right.0.decision : first < second
            }
        for (entry, time) in entries {
            let rule = entry.rules.first.map { " (\($0))" } ?? ""
            table.append(
                [
                    time.map { "\($0)" } ?? "", entry.decision.system.text, entry.decision.event, entry.value,
                    "\(entry.decision.outcome)\(rule): \(entry.userReason)",
                ]
            )
        }
        if entries.isEmpty { return }
        try output.writeLine("  What became of each claim:")
        for line in table.lines(width: output.columns - 2, heading: style.faint) { try output.writeLine("  " + line) }
        let approvals = ledger.approvals.filter { paths.contains($0.unit) }
        for approval in approvals {
            try output.writeLine(
                "  \(approval.time) \(approval.approver) as \(approval.role.rawValue): \(approval.verdict.rawValue)"
                    + " (\(approval.id))"
            )
        }
    }
}
