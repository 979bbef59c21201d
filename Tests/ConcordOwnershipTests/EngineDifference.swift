import ConcordOwnership

extension OwnedRecord {
    /// What is otherwise in another record, in a few lines; nil if nothing is.
    ///
    /// A record as such is some hundred lines of a failure's message, in which nobody finds the one that differs.
    func difference(from other: OwnedRecord) -> String? {
        if self == other { return nil }
        var lines: [String] = []
        func compare<Item: Hashable>(_ left: [Item], _ right: [Item], _ text: (Item) -> String) {
            let (before, after) = (Set(left), Set(right))
            for item in left where !after.contains(item) { lines.append("- " + text(item)) }
            for item in right where !before.contains(item) { lines.append("+ " + text(item)) }
            if before == after, left != right { lines.append("the same in another order, or another number of times") }
        }
        compare(decisions, other.decisions) { $0.description }
        compare(units, other.units) { unit in
            let voices = unit.holders + unit.dissent + unit.pending.map(\.voice)
            let said = voices.map { "\($0.system) \($0.event) \($0.value) since \($0.since) \($0.outcome)" }
            return "\(unit.path) \(unit.value) \(unit.basis) \(unit.changes)x \(said.joined(separator: "; "))"
        }
        compare(exceptions, other.exceptions) { $0.description }
        let more = lines.count > 8 ? ["and \(lines.count - 8) more"] : []
        return (lines.prefix(8) + more).joined(separator: "\n")
    }
}
