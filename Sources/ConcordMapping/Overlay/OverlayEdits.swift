internal import ConcordConfiguration
internal import ConcordSchema

/// Gives more rows to a crosswalk, wherever rules ask it: in the record, and in the items of its lists.
struct CrosswalkExtension: RuleEdit {
    let name: String
    let rows: [Crosswalk.Row]
    let layer: RuleLayer
    let owner: String?

    func edited<Item: Record>(_ rules: [MappingRule<Item>]) -> [MappingRule<Item>] {
        rules.map { rule in
            if let crosswalk = rule.crosswalk, crosswalk.name == name, let recoded = rule.recoded {
                var changed = recoded(crosswalk.extended(by: rows))
                changed.lookedAt = rule.lookedAt
                changed.layer = layer
                changed.owner = owner ?? rule.owner
                return changed
            }
            guard let items = rule.items, items.asks(name), let rewritten = rule.rewritten else { return rule }
            var changed = rewritten(self)
            changed.lookedAt = rule.lookedAt
            changed.layer = rule.layer
            changed.owner = rule.owner
            return changed
        }
    }
}

extension ItemRules {
    /// Whether a rule for the items, or for the items of their lists, asks a crosswalk.
    fileprivate func asks(_ name: String) -> Bool {
        rows.contains { $0.crosswalk?.name == name || $0.items?.asks(name) == true }
    }
}

/// Puts one statement of an overlay into the rules for the items of lists.
final class ItemStatement {
    private let scope: OverlayScope
    private let statement: OverlayStatement
    private let pointers: [String]
    private let head: String

    /// What is wrong with the statement, and what was wrong before.
    private(set) var problems: ConfigurationProblems

    init(
        _ scope: OverlayScope,
        _ statement: OverlayStatement,
        _ pointers: [String],
        head: String,
        _ problems: ConfigurationProblems
    ) {
        self.scope = scope
        self.statement = statement
        self.pointers = pointers
        self.head = head
        self.problems = problems
    }

    /// The change of the rules for the items of the list at a pointer; nil if the statement is not about it.
    func edit(of pointer: String) -> (any RuleEdit)? {
        guard pointers.contains(pointer) else { return nil }
        var inner = statement
        func local(_ source: String) -> String {
            source.hasPrefix("\(pointer)/*/") ? String(source.dropFirst(pointer.count + 2)) : "^" + source
        }
        func localPath(_ target: String) -> String { String(target.dropFirst(head.count + 3)) }
        switch statement.action {
        case .set(let target, let source, let steps, let condition, let isLossy):
            let condition = condition.map { asked in
                OverlayStatement.Condition(predicate: asked.predicate, sources: asked.sources.map(local))
            }
            inner.action = .set(
                target: localPath(target),
                source: local(source),
                steps: steps,
                condition: condition,
                isLossy: isLossy
            )
        case .default(let target, let json): inner.action = .default(target: localPath(target), json: json)
        case .drop(let source): inner.action = .drop(source: local(source))
        case .extend: break
        }
        return Edit(owner: self, statement: inner, scope: scope.inside(pointer, head))
    }

    private struct Edit: RuleEdit {
        let owner: ItemStatement
        let statement: OverlayStatement
        let scope: OverlayScope

        func edited<Item: Record>(_ rules: [MappingRule<Item>]) -> [MappingRule<Item>] {
            var weaver = OverlayWeaver<Item>([rules], scope)
            var problems = ConfigurationProblems(file: owner.problems.file)
            weaver.put(statement, &problems)
            // Several parts may read the same list, and would tell the same mistake again.
            for problem in problems.list where !owner.problems.list.contains(problem) { owner.problems.add(problem) }
            return weaver.rules[0]
        }
    }
}
