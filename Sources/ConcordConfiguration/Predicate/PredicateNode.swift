internal import ConcordValues

/// A part of a predicate, and where it stands in the text.
struct PredicateNode: Sendable {
    indirect enum Content: Sendable, Hashable {
        /// All of two or more, none of which is itself an `all`.
        case all([PredicateNode])
        /// At least one of two or more, none of which is itself an `any`.
        case any([PredicateNode])
        case not(PredicateNode)
        case constant(Bool)
        /// A name that is true or false by itself.
        case name(PredicateName)
        case has(PredicateName)
        case comparison(PredicateComparison, PredicateOperand, PredicateOperand)
        case isIn(PredicateOperand, [PredicateOperand])
    }

    let content: Content

    /// The offset in the predicate's text.
    let offset: Int
}

extension PredicateNode: Hashable {
    /// Whether two parts say the same, wherever they stand.
    static func == (left: Self, right: Self) -> Bool { left.content == right.content }

    /// Hashes what is said.
    func hash(into hasher: inout Hasher) { hasher.combine(content) }
}

/// One side of a comparison, and where it stands in the text.
struct PredicateOperand: Sendable {
    enum Content: Sendable, Hashable {
        case name(PredicateName)
        case text(String)
        case number(ExactDecimal)
        case boolean(Bool)
        case null
    }

    let content: Content

    /// The offset in the predicate's text.
    let offset: Int
}

extension PredicateOperand: Hashable {
    /// Whether two operands are the same, wherever they stand; texts are the same if their bytes are.
    static func == (left: Self, right: Self) -> Bool {
        if case .text(let left) = left.content, case .text(let right) = right.content {
            return left.utf8.elementsEqual(right.utf8)
        }
        return left.content == right.content
    }

    /// Hashes the operand.
    func hash(into hasher: inout Hasher) { hasher.combine(content) }
}

/// How two values are compared.
enum PredicateComparison: String, Sendable {
    case equal = "=="
    case unequal = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="

    /// Whether it asks for an order.
    var isOrder: Bool { self != .equal && self != .unequal }

    /// The comparison with its sides exchanged.
    var reversed: Self {
        switch self {
        case .equal, .unequal: self
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        }
    }
}
