extension Predicate: CustomStringConvertible {
    /// The canonical text: single quotes, one space around operators, parentheses where `&&` and `||` mix.
    ///
    /// Read again, it gives an equal predicate.
    public var description: String { root.text }
}

extension PredicateNode {
    fileprivate var text: String {
        switch content {
        case .all(let parts): parts.map(\.closedText).joined(separator: " && ")
        case .any(let parts): parts.map(\.closedText).joined(separator: " || ")
        case .not(let part):
            switch part.content {
            case .comparison, .isIn: "!(\(part.text))"
            default: "!\(part.closedText)"
            }
        case .constant(let isTrue): isTrue ? "true" : "false"
        case .name(let name): "\(name)"
        case .has(let name): "has(\(name))"
        case .comparison(let comparison, let left, let right): "\(left) \(comparison.rawValue) \(right)"
        case .isIn(let operand, let items): "\(operand) in [\(items.map(\.description).joined(separator: ", "))]"
        }
    }

    /// The text, in parentheses if it joins parts.
    private var closedText: String {
        switch content {
        case .all, .any: "(\(text))"
        default: text
        }
    }
}

extension PredicateOperand: CustomStringConvertible {
    /// The operand as predicates write it.
    var description: String {
        switch content {
        case .name(let name): "\(name)"
        case .text(let text): PredicateText.quoted(text)
        case .number(let number): "\(number)"
        case .boolean(let isTrue): isTrue ? "true" : "false"
        case .null: "null"
        }
    }
}
