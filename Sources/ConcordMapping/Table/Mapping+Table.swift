internal import ConcordSchema

extension Mapping {
    /// The mapping as the table that an analyst reviews.
    ///
    /// It is made anew each time it is asked for.
    public var table: MappingTable {
        // The parts of an object share most of their rules.
        var seen: Set<[String]> = []
        var rows: [MappingTable.Row] = []
        for part in parts {
            for (rule, _) in part.rules where seen.insert([rule.word, rule.target, rule.note] + rule.sources).inserted {
                rows.append(rule.row)
                rows += rule.items?.table ?? []
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
        parts.map { $0.rules.map(\.rule.row) }
    }
}

extension MappingRule {
    /// The rule as a row of a table.
    var row: MappingTable.Row {
        let field = Target.schema.description.field(at: target.split(separator: ".").map(String.init))
        return MappingTable.Row(
            sources: sources,
            target: target,
            type: field?.shape.unwrapped.summary ?? "",
            isRequired: field?.isRequired,
            word: word,
            manner: isNoteReason ? "" : note,
            crosswalks: crosswalk.map { [$0.name] } ?? [],
            onUnknown: crosswalk?.unmapped ?? (word == "reference" || word == "identity" ? .reject : nil),
            law: law,
            reason: law.reason ?? (law == .none ? note : ""),
            layer: layer,
            owner: owner
        )
    }
}

extension MappingRule {
    /// Whether the note says why, and not how.
    fileprivate var isNoteReason: Bool { law == .none || law.reason == note }
}

extension MappingTable.Row {
    /// The row of a rule for the items of a list, seen from the object around it.
    func within(list: String, target outer: String) -> Self {
        MappingTable.Row(
            sources: sources.map { $0.hasPrefix("^") ? String($0.dropFirst()) : "\(list)/*\($0)" },
            target: target.isEmpty ? "" : "\(outer)[].\(target)",
            type: type,
            isRequired: isRequired,
            word: word,
            manner: manner,
            crosswalks: crosswalks,
            onUnknown: onUnknown,
            law: law,
            reason: reason,
            layer: layer,
            owner: owner
        )
    }
}
