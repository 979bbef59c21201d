internal import ConcordSchema
internal import ConcordValues

/// A run of some of a mapping's rules over an object of which only some members are there.
struct PartialRun<Target: CanonicalRecord> {
    private let rules: [(rule: MappingRule<Target>, slots: [Int])]
    private let readings: PlannedRules
    private let pointers: [String]
    private let object: SourceObject
    private let context: MappingContext

    init(
        _ mapping: Mapping<Target>,
        _ part: Mapping<Target>.Part,
        _ object: SourceObject,
        _ context: MappingContext
    ) {
        rules = part.rules.filter { $0.rule.isRead }
        readings = part.planned(mapping.name).rules
        pointers = mapping.plan.pointers
        self.object = object
        self.context = context
    }

    /// The rules that give the object its identity.
    var identities: Set<Int> { Set(rules.indices.filter { rules[$0].rule.word == "identity" }) }

    func target(of rule: Int) -> String { rules[rule].rule.target }

    /// The rules that read something that an event changed, or look at what such a rule fills, in their order.
    func touched(by event: ChangeEvent) -> [Int] {
        var touched: Set<Int> = []
        for (index, (rule, slots)) in rules.enumerated() where rule.word != "identity" {
            let isRead = slots.contains { slot in
                event.isWhole || event.fields.contains { $0.pointer.isRelated(to: pointers[slot], by: "/") }
            }
            // What a rule looks at is filled by rules that stand before it.
            let isSeen = touched.contains { other in
                rules[other].rule.filledFields
                    .contains { field in
                        rule.lookedAt.contains { $0.isRelated(to: field, by: ".") }
                    }
            }
            if isRead || isSeen { touched.insert(index) }
        }
        return touched.sorted()
    }

    /// The rules that must be run so that one gives what it gives in a whole object: those that fill the same field, and
    /// those that fill what it looks at.
    func needed(by rule: Int) -> Set<Int> {
        var needed: Set<Int> = []
        var waiting = [rule]
        while let next = waiting.popLast() {
            guard needed.insert(next).inserted else { continue }
            let wanted = rules[next].rule.filledFields + rules[next].rule.lookedAt
            waiting += rules.indices.filter { other in
                rules[other].rule.filledFields
                    .contains { field in wanted.contains { $0.isRelated(to: field, by: ".") } }
            }
        }
        return needed
    }

    /// The sources of some rules that an event does not give.
    func missing(for needed: Set<Int>, _ event: ChangeEvent) -> [String] {
        var missing: [String] = []
        for rule in needed.sorted() {
            for slot in rules[rule].slots where !isGiven(slot, event) && !missing.contains(pointers[slot]) {
                missing.append(pointers[slot])
            }
        }
        return missing
    }

    private func isGiven(_ slot: Int, _ event: ChangeEvent) -> Bool {
        if event.isWhole { return !event.fields.contains { $0.value == nil && $0.pointer == pointers[slot] } }
        let pointer = pointers[slot]
        // Of a value of which only a part came, the rest is not known.
        if event.fields.contains(where: { $0.pointer.hasPrefix(pointer + "/") }) { return false }
        if object.values[slot].kind != .absent { return true }
        return event.fields.contains { $0.value != nil && pointer.hasPrefix($0.pointer + "/") }
    }

    /// Reads with some of the rules, in their order.
    ///
    /// - Parameter chosen: The rules.
    /// - Returns: The record, what it has no place for, and what was found.
    func read(_ chosen: Set<Int>) -> (record: Target, rest: JSONText?, issues: [Issue]) {
        var record = Target.schema.blank
        record.header = RecordHeader(source: context.system, asOf: context.ingestedAt)
        let found = withUnsafeMutablePointer(to: &record) { record in
            withUnsafePointer(to: context) { context in
                readings.run(chosen, on: object.values, in: context, into: UnsafeMutableRawPointer(record))
                    .map { ($0.kept, $0.keptItems, $0.findings) }
            }
        }
        guard let (kept, items, findings) = found else { return (record, nil, []) }
        let rest = object.restJSON(
            keeping: kept.map { (pointers[$0], $0) },
            lists: items.map { (pointers[$0.slot], $0.json) }
        )
        return (record, rest, findings.map(\.issue))
    }
}

extension MappingRule {
    /// Whether the rule reads something.
    fileprivate var isRead: Bool { word != "drop" && word != "keepRest" }

    /// The fields that the rule fills.
    fileprivate var filledFields: [String] {
        word == "identity" ? [target, "header.externalReferences"] : [target]
    }
}

extension String {
    /// Whether two paths are the same, or one leads on from where the other ends.
    func isRelated(to other: String, by separator: String) -> Bool {
        self == other || hasPrefix(other + separator) || other.hasPrefix(self + separator)
    }
}
