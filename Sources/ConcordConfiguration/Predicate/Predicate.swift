/// A condition in a configuration document, written in a small subset of the Common Expression Language (CEL).
///
/// ```
/// stage.canonical in ['won', 'signed'] && (amount >= 10000 || has(source.Practice__c)) && !isIntercompany
/// ```
///
/// There are names, literals, the six comparisons, `in` with a list of literals, `has`, `&&`, `||`, `!` and parentheses.
/// There is nothing else, and there never will be: no arithmetic, no functions, no loops. What needs more is code, with a
/// name and a test. A predicate means what it means in CEL, with three differences: numbers are exact decimals, a text
/// beside a date or a point in time is read as one, and `has` takes a plain name too.
///
/// A predicate is parsed, then ``checked(against:)`` the names that there are, and then evaluated as often as you like.
/// Two predicates are equal if they say the same; white space, quotes and superfluous parentheses do not count.
///
/// `Foundation` has a type of this name. Where a file imports both, write `ConcordConfiguration.Predicate`.
public struct Predicate: Sendable {
    /// The longest text that is read, in bytes.
    public static let maximumLength = 8192

    /// How deep parentheses and negations are nested at most.
    public static let maximumDepth = 32

    let root: PredicateNode

    /// The text that it was read from, for positions.
    let text: String

    /// Reads a predicate.
    ///
    /// - Parameter text: The predicate.
    /// - Throws: A ``PredicateRefusal`` with one problem: where the text stops being a predicate, what was expected there,
    ///   and for CEL that is not supported, what to do instead.
    public init(_ text: String) throws(PredicateRefusal) {
        do throws(PredicateProblem) {
            var parser = try PredicateParser(text)
            root = try parser.parse()
        } catch {
            throw PredicateRefusal(problems: [error])
        }
        self.text = text
    }

    /// The names that it uses, each once, in the order in which they first stand in the text.
    public var names: [PredicateName] {
        var names: [PredicateName] = []
        var seen: Set<PredicateName> = []
        root.collect { if seen.insert($0).inserted { names.append($0) } }
        return names
    }
}

extension Predicate: Hashable {
    /// Whether two predicates say the same.
    public static func == (left: Self, right: Self) -> Bool { left.root == right.root }

    /// Hashes what the predicate says.
    public func hash(into hasher: inout Hasher) { hasher.combine(root) }
}

extension PredicateNode {
    fileprivate func collect(_ body: (PredicateName) -> Void) {
        switch content {
        case .all(let parts), .any(let parts):
            for part in parts { part.collect(body) }
        case .not(let part): part.collect(body)
        case .constant: break
        case .name(let name), .has(let name): body(name)
        case .comparison(_, let left, let right):
            for case .name(let name) in [left.content, right.content] { body(name) }
        case .isIn(let operand, _):
            if case .name(let name) = operand.content { body(name) }
        }
    }
}
