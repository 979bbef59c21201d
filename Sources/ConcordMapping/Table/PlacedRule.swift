internal import ConcordSchema

/// A rule of a mapping's part with its ends as they are seen from the whole object and the whole record: a rule for the
/// items of a list reads `/lines/*/amount` and fills `lines[].amount`.
struct PlacedRule: Sendable, Hashable {
    let word: String
    let target: String
    let sources: [String]
    let law: MappingLaw
    let note: String

    /// The crosswalk that the rule asks.
    let crosswalk: Crosswalk?

    let layer: RuleLayer
    let owner: String?

    /// The pointer to the list whose items the rule is for; nil for a rule of the object itself.
    let list: String?

    /// Whether the note says why, and not how.
    var isNoteReason: Bool { law == .none || law.reason == note }

    /// The names that lead to the field from the record on; `*` stands for any item.
    var targetNames: [String] { target.fieldNames }
}

extension Mapping.Part {
    /// The rules of the part, each followed by those for the items of its list.
    var placedRules: [PlacedRule] {
        rules.flatMap { rule, _ -> [PlacedRule] in
            let own = PlacedRule(
                word: rule.word,
                target: rule.target,
                // An object by itself has nothing around it.
                sources: rule.sources.filter { !$0.hasPrefix("^") },
                law: rule.law,
                note: rule.note,
                crosswalk: rule.crosswalk,
                layer: rule.layer,
                owner: rule.owner,
                list: nil
            )
            guard let items = rule.items else { return [own] }
            let inner = items.rows.map { row -> PlacedRule in
                guard row.word != "keepRest" else {
                    // Items have no header: what they have no place for is kept with that of the record.
                    return PlacedRule(
                        word: row.word,
                        target: row.target,
                        sources: ["\(items.pointer)/*"],
                        law: row.law,
                        note: row.note,
                        crosswalk: nil,
                        layer: rule.layer,
                        owner: rule.owner,
                        list: items.pointer
                    )
                }
                return PlacedRule(
                    word: row.word,
                    target: row.target.isEmpty ? "" : "\(rule.target)[].\(row.target)",
                    sources: row.sources.map { source in
                        source.hasPrefix("^") ? String(source.dropFirst()) : "\(items.pointer)/*\(source)"
                    },
                    law: row.law,
                    note: row.note,
                    crosswalk: row.crosswalk,
                    layer: row.layer == .base ? rule.layer : row.layer,
                    owner: row.owner ?? rule.owner,
                    list: items.pointer
                )
            }
            return [own] + inner
        }
    }
}

extension String {
    /// The names of a field's path: `lines[0].amount` is `lines`, `0`, `amount`; an item without a number is `*`.
    var fieldNames: [String] {
        split(separator: ".")
            .flatMap { part -> [String] in
                guard part.hasSuffix("]"), let bracket = part.firstIndex(of: "[") else { return [String(part)] }
                let index = part[part.index(after: bracket)...].dropLast()
                return [String(part[..<bracket]), index.isEmpty ? "*" : String(index)]
            }
    }
}
