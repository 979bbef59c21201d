public import ConcordValues

/// How two plans of one vendor's object differ in what they say: their rules, and what becomes of each code.
///
/// ```swift
/// let now = try Salesforce.opportunity.overlaid(by: [document])
/// print(now.difference(from: Salesforce.opportunity))
/// ```
public struct MappingDifference: Sendable, Hashable {
    /// What becomes of a code.
    public enum Outcome: Sendable, Hashable {
        /// It is read as this code.
        case code(String)
        /// The table does not have it, and it is kept as an open code with a warning.
        case kept
        /// The table does not have it, and this code is taken with a warning.
        case fixed(String)
        /// The table does not have it, and the record is refused.
        case refused
    }

    /// A code that becomes something else than before.
    public struct CodeChange: Sendable, Hashable {
        /// The vendor's code; nil for all codes that neither table has.
        public let code: String?

        /// The pointer to the code in the vendor's object.
        public let source: String

        /// The field that takes it.
        public let target: String

        /// The crosswalk that is asked now.
        public let crosswalk: String

        /// What became of it.
        public let before: Outcome

        /// What becomes of it.
        public let after: Outcome

        /// The days of runs on which it does; always, where no row of the code begins or ends.
        public let days: DateInterval

        /// Where the rule comes from that reads it now.
        public let layer: RuleLayer
    }

    /// The earlier plan: the mapping, and the overlays upon it.
    public let before: String

    /// The later plan.
    public let after: String

    /// How their tables differ.
    public let rules: MappingTableDifference

    /// The codes that become something else.
    public let codes: [CodeChange]

    /// Whether the two say the same.
    public var isEmpty: Bool { rules.isEmpty && codes.isEmpty }
}

extension Mapping {
    /// What this plan says otherwise than an earlier one.
    ///
    /// - Parameter earlier: The earlier plan, such as the mapping without its overlays.
    /// - Returns: The rules and codes that differ.
    public func difference(from earlier: Mapping<Target>) -> MappingDifference {
        let old = earlier.askingRules
        let codes = askingRules.flatMap { rule -> [MappingDifference.CodeChange] in
            guard let before = old.first(where: { $0.target == rule.target && $0.sources == rule.sources })?.crosswalk,
                let after = rule.crosswalk, let source = rule.sources.first, before != after
            else { return [] }
            return Self.codes(before, after)
                .flatMap { code in
                    Self.changes(of: code, before, after)
                        .map { change in
                            MappingDifference.CodeChange(
                                code: code,
                                source: source,
                                target: rule.target,
                                crosswalk: after.name,
                                before: change.before,
                                after: change.after,
                                days: change.days,
                                layer: rule.layer
                            )
                        }
                }
        }
        return MappingDifference(
            before: earlier.planTitle,
            after: planTitle,
            rules: table.difference(from: earlier.table),
            codes: codes
        )
    }

    /// The mapping and the overlays upon it: `salesforce/opportunity@1 with halden-marsh-emea@7`.
    public var planTitle: String {
        overlays.isEmpty ? tag : "\(tag) with \(overlays.map(\.description).joined(separator: ", "))"
    }

    /// The rules that ask a crosswalk, each once.
    private var askingRules: [MappingRule<Target>] { rules.filter { $0.crosswalk != nil } }

    private typealias Change = (
        before: MappingDifference.Outcome, after: MappingDifference.Outcome, days: DateInterval
    )

    /// What becomes of a code otherwise, and on which days: runs of days on which it is the same are one.
    private static func changes(of code: String?, _ before: Crosswalk, _ after: Crosswalk) -> [Change] {
        let validities = (before.rows + after.rows).filter { $0.source == code }.map(\.validity)
        let firstDays = Set(
            validities.compactMap(\.from) + validities.compactMap { $0.through.flatMap { try? $0.adding(days: 1) } }
        )
        let starts: [LocalDate?] = [nil] + firstDays.sorted()
        var runs: [Change] = []
        for (index, start) in starts.enumerated() {
            let end = index + 1 < starts.count ? starts[index + 1].flatMap { try? $0.adding(days: -1) } : nil
            guard let days = try? DateInterval(from: start, through: end) else { continue }
            // Where no row begins or ends, any day will do.
            let day = start ?? end
            let (was, now) = (before.outcome(of: code, on: day), after.outcome(of: code, on: day))
            if let last = runs.last, last.before == was, last.after == now,
                let whole = try? DateInterval(from: last.days.from, through: days.through)
            {
                runs[runs.count - 1].days = whole
            } else {
                runs.append((was, now, days))
            }
        }
        return runs.filter { $0.before != $0.after }
    }

    /// The codes of two tables, in their order, and nil for all others.
    private static func codes(_ before: Crosswalk, _ after: Crosswalk) -> [String?] {
        var seen: Set<String> = []
        return (after.rows + before.rows).map(\.source).filter { seen.insert($0).inserted } + [nil]
    }
}

extension Crosswalk {
    /// What becomes of a code on a day; nil for one that the table does not have.
    fileprivate func outcome(of code: String?, on day: LocalDate?) -> MappingDifference.Outcome {
        if let target = code.flatMap({ target(of: $0, on: day) }) { return .code(target) }
        switch unmapped {
        case .reject: return .refused
        case .keep: return .kept
        case .fixed(let target): return .fixed(target)
        }
    }
}
