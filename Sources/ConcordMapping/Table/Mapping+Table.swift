internal import ConcordSchema
internal import ConcordValues

extension Mapping {
    /// The mapping as the table that an analyst reviews.
    ///
    /// It is made anew each time it is asked for.
    public var table: MappingTable {
        // The parts of an object share most of their rules.
        var seen: Set<[String]> = []
        var rows: [MappingTable.Row] = []
        for (part, found) in zip(parts, partRows()) {
            for ((rule, _), row) in zip(part.rules, found)
            where seen.insert([rule.word, rule.target, rule.note] + rule.sources).inserted {
                rows.append(row)
            }
        }
        return MappingTable(
            name: name,
            version: version,
            object: object,
            api: api,
            record: Target.schema.description.tag,
            keepsRest: keepsRest,
            law: law,
            rows: rows
        )
    }

    /// The rows of each part's rules, in declared order.
    func partRows() -> [[MappingTable.Row]] {
        let trial = MappingTrial(self)
        return parts.map { part in
            part.rules.map { rule, slots in
                let names = rule.target.split(separator: ".").map(String.init)
                let field = Target.schema.description.field(at: names)
                let crosswalks = trial.crosswalks(of: part, askedBy: rule, slots)
                return MappingTable.Row(
                    sources: rule.sources,
                    target: rule.target,
                    type: field?.shape.unwrapped.summary ?? "",
                    isRequired: field?.isRequired,
                    word: rule.word,
                    manner: rule.isNoteReason ? "" : rule.note,
                    crosswalks: crosswalks.map(\.name),
                    onUnknown: crosswalks.first?.unmapped ?? trial.refusesUnknown(rule),
                    law: rule.law,
                    reason: rule.law.reason ?? (rule.law == .none ? rule.note : ""),
                    layer: .base,
                    owner: nil
                )
            }
        }
    }
}

extension MappingRule {
    /// Whether the note says why, and not how.
    fileprivate var isNoteReason: Bool { law == .none || law.reason == note }

    /// Whether the rule says in its note that it asks a crosswalk.
    fileprivate func names(_ crosswalk: Crosswalk) -> Bool {
        note == "crosswalk \(crosswalk.name)" || note.hasPrefix("crosswalk \(crosswalk.name);")
    }
}

extension Mapping.Part {
    /// Whether a question to a crosswalk about the value of a slot was one rule's.
    ///
    /// Several rules may read one source, as a stage is copied and looked up too. If one of them says that it asks the
    /// crosswalk, it is that one; else it is each whose word does not say that it asks none.
    func isAsked(_ crosswalk: Crosswalk, about slot: Int, by rule: MappingRule<Target>) -> Bool {
        if rules.contains(where: { $0.rule.names(crosswalk) && $0.slots.contains(slot) }) {
            return rule.names(crosswalk)
        }
        return !["same", "reference", "identity", "default", "drop", "keepRest"].contains(rule.word)
    }
}

/// What the rules of a mapping do with codes and ids that nobody knows, found by letting them read such an object.
///
/// A rule is two closures for the machine; what they would ask is known only by running them. So the table needs no
/// second declaration that could say something else.
private struct MappingTrial {
    private var crosswalks: [Int: [Crosswalk]] = [:]
    private var refusals: Set<[String]> = []

    init<Target: CanonicalRecord>(_ mapping: Mapping<Target>) {
        guard let time = try? Instant("2000-01-01T00:00:00Z") else { return }
        let object = VendorObject()
        var slots: [String: Int] = [:]
        for (slot, pointer) in mapping.plan.pointers.enumerated() {
            let text = "trial-of-\(slot)"
            slots[text] = slot
            object.set(pointer, text: text)
        }
        let witness = CrosswalkWitness()
        let payload = object.text()
        // Nothing is known to this crosswalk of ids.
        let context = MappingContext(system: "trial", ingestedAt: time, identities: IdentityTable())
        let mapped = witness.listen { mapping.read(payload, in: context) }
        for lookup in witness.lookups {
            guard let slot = slots[lookup.code], !(crosswalks[slot] ?? []).contains(lookup.crosswalk) else { continue }
            crosswalks[slot, default: []].append(lookup.crosswalk)
        }
        for issue in mapped.allIssues where issue.severity == .error {
            guard issue.code == .unknownCode || issue.code == .unresolvedReference, let source = issue.source else {
                continue
            }
            refusals.insert([issue.path.fields.joined(separator: "."), source])
        }
    }

    func crosswalks<Target>(
        of part: Mapping<Target>.Part,
        askedBy rule: MappingRule<Target>,
        _ slots: [Int]
    ) -> [Crosswalk] {
        slots.flatMap { slot in
            (crosswalks[slot] ?? []).filter { part.isAsked($0, about: slot, by: rule) }
        }
    }

    func refusesUnknown<Target>(_ rule: MappingRule<Target>) -> Crosswalk.Unmapped? {
        rule.sources.contains { refusals.contains([rule.target, $0]) } ? .reject : nil
    }
}
