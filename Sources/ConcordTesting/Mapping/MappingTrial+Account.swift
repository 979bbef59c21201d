internal import ConcordMapping
internal import ConcordSchema

extension MappingTrial {
    /// Checks that the books balance: that every leaf of every object is mapped, kept or dropped, for a reason.
    ///
    /// The leaves are counted by other code than the mapping's own, so that it cannot overlook the same ones.
    ///
    /// - Returns: Each source field that nothing accounts for, and each object whose leaves are another number.
    public func accountIsBalanced() -> [MappingViolation] {
        var violations: [MappingViolation] = []
        for reading in readings {
            guard let tree = reading.tree, case .object = tree else { continue }
            let coverage = reading.coverage
            let unknown = coverage.fields.filter { $0.value.leaves.unknown > 0 }.sorted { $0.key < $1.key }
            for (pointer, field) in unknown {
                var violation = violation(
                    .account,
                    reading,
                    expected: "a rule, a drop with a reason, or keepRest",
                    found: "unknown: \(field.note)"
                )
                violation.pointer = pointer
                violations.append(violation)
            }
            for (pointer, field) in coverage.fields.sorted(by: { $0.key < $1.key }) where field.note.isEmpty {
                var violation = violation(
                    .account,
                    reading,
                    expected: "a reason, or where it goes",
                    found: "\(field.disposition.rawValue) without one"
                )
                violation.pointer = pointer
                violations.append(violation)
            }
            let leaves = tree.leaves
            guard coverage.leaves != leaves.count || !coverage.isBalanced else { continue }
            let patterns = coverage.fields.keys.map(SourcePattern.init)
            let missed = leaves.filter { leaf in !patterns.contains { $0.holds(leaf.pointer) } }.map(\.pointer)
            var violation = violation(
                .account,
                reading,
                expected: "\(leaves.count) leaves",
                found: """
                    \(coverage.leaves) leaves = mapped \(coverage.mapped) + kept \(coverage.kept) \
                    + dropped \(coverage.dropped) + unknown \(coverage.unknown)
                    """
            )
            violation.difference = missed.map { "- \($0)" }.joined(separator: "\n")
            violations.append(violation)
        }
        return MappingViolation.grouped(violations)
    }

    /// Checks that rules read enough of what the objects have.
    ///
    /// - Parameters:
    ///   - percent: How many of a hundred leaves rules must read. Leaves that rules drop do not count: somebody has
    ///     decided about them.
    ///   - limit: In how many of a hundred objects a field may hold something without a rule that reads or drops it.
    /// - Returns: A violation if too few leaves are mapped, and one for each field that is filled too often.
    public func coverage(atLeast percent: Int, unmappedAbove limit: Int) -> [MappingViolation] {
        var mapped = 0
        var counted = 0
        var filled: [String: (count: Int, first: Reading)] = [:]
        let readings = accepted
        for reading in readings {
            let coverage = reading.coverage
            mapped += coverage.mapped
            counted += coverage.leaves - coverage.dropped
            for (pointer, field) in coverage.fields
            where field.filled > 0 && field.leaves.mapped == 0 && field.leaves.kept + field.leaves.unknown > 0 {
                filled[pointer, default: (0, reading)].count += 1
            }
        }
        var violations: [MappingViolation] = []
        if mapped * 100 < percent * counted {
            violations.append(
                violation(
                    .coverage,
                    expected: "at least \(percent) % of the leaves mapped, those that are dropped aside",
                    found: "\(Self.share(mapped, counted)), \(mapped) of \(counted) leaves"
                )
            )
        }
        let often = filled.filter { $0.value.count * 100 > limit * readings.count }
        for (pointer, use) in often.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
            var violation = violation(
                .coverage,
                use.first,
                expected: "a rule or a drop for a field that more than \(limit) % of the objects fill",
                found: "filled in \(Self.share(use.count, readings.count)), \(use.count) of \(readings.count) objects"
            )
            violation.pointer = pointer
            violation.difference = use.first.tree?[pointer: pointer].map { "for example \($0)" } ?? ""
            violations.append(violation)
        }
        return violations
    }

    /// A share as people write it: `61.3 %`.
    private static func share(_ part: Int, _ whole: Int) -> String {
        guard whole > 0 else { return "0 %" }
        let thousandths = part * 1_000 / whole
        return thousandths % 10 == 0 ? "\(thousandths / 10) %" : "\(thousandths / 10).\(thousandths % 10) %"
    }
}
