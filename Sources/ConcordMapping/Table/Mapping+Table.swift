internal import ConcordSchema

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
        parts.map { part in
            part.placedRules.map { rule in
                let field = Target.schema.description.field(at: rule.targetNames.filter { $0 != "*" })
                let row = MappingTable.Row(
                    sources: rule.sources,
                    target: rule.target,
                    type: field?.shape.unwrapped.summary ?? "",
                    isRequired: field?.isRequired,
                    word: rule.word,
                    manner: rule.isNoteReason ? "" : rule.note,
                    crosswalks: rule.crosswalk.map { [$0.name] } ?? [],
                    onUnknown: rule.crosswalk?.unmapped ?? (rule.asksIdentities ? .reject : nil),
                    law: rule.law,
                    reason: rule.law.reason ?? (rule.law == .none ? rule.note : ""),
                    layer: rule.layer,
                    owner: rule.owner
                )
                return (rule, row)
            }
        }
    }
}

extension PlacedRule {
    /// Whether the rule asks the identity crosswalk, which refuses ids that it does not know.
    fileprivate var asksIdentities: Bool { word == "reference" || word == "identity" }
}
