internal import ConcordSchema
internal import ConcordValues

extension Mapping {
    /// The mapping as the table that an analyst reviews.
    ///
    /// It is made anew each time it is asked for. The rules for the items of a list stand behind the rule of the list.
    public var table: MappingTable {
        // The parts of an object share most of their rules.
        var seen: Set<PlacedRule> = []
        var rows: [MappingTable.Row] = []
        for part in placedParts() {
            for (rule, row) in part where seen.insert(rule).inserted { rows.append(row) }
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

    /// The rules of each part, and their rows.
    func placedParts() -> [[(rule: PlacedRule, row: MappingTable.Row)]] {
        let trial = MappingTrial(self)
        return parts.map { part in
            let rules = part.placedRules
            return rules.map { rule in
                let field = Target.schema.description.field(at: rule.targetNames.filter { $0 != "*" })
                let crosswalks = rule.sources.flatMap { source in
                    trial.crosswalks(of: source).filter { rules.isAsked($0, about: source, by: rule) }
                }
                let row = MappingTable.Row(
                    sources: rule.sources,
                    target: rule.target,
                    type: field?.shape.unwrapped.summary ?? "",
                    isRequired: field?.isRequired,
                    word: rule.word,
                    manner: rule.isNoteReason ? "" : rule.note,
                    crosswalks: crosswalks.map(\.name),
                    onUnknown: crosswalks.first?.unmapped ?? (trial.isRefused(by: rule) ? .reject : nil),
                    law: rule.law,
                    reason: rule.law.reason ?? (rule.law == .none ? rule.note : ""),
                    layer: .base,
                    owner: nil
                )
                return (rule, row)
            }
        }
    }
}

/// What the rules of a mapping do with codes and ids that nobody knows, found by letting them read such an object.
///
/// A rule is two closures for the machine; what they would ask is known only by running them. So the table needs no
/// second declaration that could say something else.
private struct MappingTrial {
    private var crosswalks: [String: [Crosswalk]] = [:]
    private var refusals: Set<[String]> = []

    init<Target: CanonicalRecord>(_ mapping: Mapping<Target>) {
        guard let time = try? Instant("2000-01-01T00:00:00Z") else { return }
        // Each value says where it stands.
        var sources: [String: String] = [:]
        func text(_ source: String) -> String {
            let text = "trial-of-\(sources.count)"
            sources[text] = source
            return text
        }
        let object = VendorObject()
        for pointer in mapping.plan.pointers { object.set(pointer, text: text(pointer)) }
        for items in mapping.parts.flatMap(\.rules).compactMap(\.rule.items) {
            let item = VendorObject()
            for pointer in items.plan.pointers { item.set(pointer, text: text("\(items.pointer)/*\(pointer)")) }
            object.set(items.pointer, json: "[\(item.text())]")
        }
        let witness = CrosswalkWitness()
        let payload = object.text()
        // Nothing is known to this crosswalk of ids.
        let context = MappingContext(system: "trial", ingestedAt: time, identities: IdentityTable())
        let mapped = witness.listen { mapping.read(payload, in: context) }
        for lookup in witness.lookups {
            guard let source = sources[lookup.code], !crosswalks(of: source).contains(lookup.crosswalk) else {
                continue
            }
            crosswalks[source, default: []].append(lookup.crosswalk)
        }
        for issue in mapped.allIssues where issue.severity == .error {
            if issue.code == .unknownCode || issue.code == .unresolvedReference { refusals.insert(issue.path.fields) }
        }
    }

    /// The crosswalks that were asked for the value of a source.
    func crosswalks(of source: String) -> [Crosswalk] { crosswalks[source] ?? [] }

    /// Whether a code or an id that nobody knows was refused for the field that a rule fills.
    func isRefused(by rule: PlacedRule) -> Bool {
        !rule.sources.isEmpty && refusals.contains(rule.targetNames.filter { $0 != "*" })
    }
}
