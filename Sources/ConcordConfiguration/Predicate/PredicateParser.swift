internal import ConcordSchema
internal import ConcordValues

/// Reads a predicate by recursive descent.
///
/// ```
/// any        = all { "||" all }
/// all        = term { "&&" term }
/// term       = [ "!" ] closed | operand comparison operand | operand "in" "[" literal { "," literal } "]"
/// closed     = "!" closed | "(" any ")" | "has" "(" name ")" | name | "true" | "false"
/// operand    = name | literal
/// ```
///
/// A text of this grammar is parsed as CEL would parse it; only `has` takes a plain name too. CEL that is not of this
/// grammar is refused with advice.
struct PredicateParser {
    private var scanner: PredicateScanner
    private var token: PredicateToken

    /// How deep the parser is in parentheses and negations.
    private var depth = 0

    init(_ text: String) throws(PredicateProblem) {
        scanner = PredicateScanner(text)
        guard text.utf8.count <= Predicate.maximumLength else {
            throw PredicateProblem(
                .predicateSize,
                at: scanner.position(0),
                expected: "a predicate of at most \(Predicate.maximumLength) bytes",
                found: "one of \(text.utf8.count)",
                advice: "divide it, or decide in code"
            )
        }
        token = try scanner.next()
    }

    /// Reads the whole text.
    mutating func parse() throws(PredicateProblem) -> PredicateNode {
        let node = try parseAny()
        guard token.content == .end else { throw unexpected("&&, || or the end of the predicate") }
        return node
    }

    private mutating func parseAny() throws(PredicateProblem) -> PredicateNode {
        let first = try parseAll()
        guard token.content == .sign("||") else { return first }
        var parts: [PredicateNode] = []
        func add(_ node: PredicateNode) {
            if case .any(let inner) = node.content { parts += inner } else { parts.append(node) }
        }
        add(first)
        while token.content == .sign("||") {
            try advance()
            add(try parseAll())
        }
        return PredicateNode(content: .any(parts), offset: first.offset)
    }

    private mutating func parseAll() throws(PredicateProblem) -> PredicateNode {
        let first = try parseTerm()
        guard token.content == .sign("&&") else { return first }
        var parts: [PredicateNode] = []
        func add(_ node: PredicateNode) {
            if case .all(let inner) = node.content { parts += inner } else { parts.append(node) }
        }
        add(first)
        while token.content == .sign("&&") {
            try advance()
            add(try parseTerm())
        }
        return PredicateNode(content: .all(parts), offset: first.offset)
    }

    /// Reads a condition without `&&` and `||`.
    ///
    /// - Parameter isNegated: Whether `!` stands before it, which binds tighter than a comparison.
    /// - Returns: The condition.
    /// - Throws: What is wrong at the token that was reached.
    private mutating func parseTerm(isNegated: Bool = false) throws(PredicateProblem) -> PredicateNode {
        let start = token.start
        switch token.content {
        case .sign("!"):
            try descend()
            try advance()
            let node = PredicateNode(content: .not(try parseTerm(isNegated: true)), offset: start)
            depth -= 1
            return node
        case .sign("("):
            try descend()
            try advance()
            let node = try parseAny()
            try take(")", expecting: "&&, || or a closing parenthesis")
            depth -= 1
            try refuseComparison(
                isNegated ? Self.negationAdvice : "only names and values are compared: write (a == b) && (c == d)"
            )
            return node
        case .word("has"):
            let word = token
            try advance()
            guard token.content == .sign("(") else {
                // Without a parenthesis, it is a name like any other.
                return try parseRelation(try parseName(word), at: start, isNegated: isNegated)
            }
            try advance()
            guard case .word(let first) = token.content, !PredicateText.keywords.contains(first) else {
                throw unexpected("a name, as in has(source.Practice__c)")
            }
            let name = token
            try advance()
            let node = PredicateNode(content: .has(try parseName(name)), offset: start)
            try take(")", expecting: "a closing parenthesis after the name")
            try refuseComparison(
                isNegated ? Self.negationAdvice : "has is true or false by itself: write has(a) or !has(a)"
            )
            return node
        default:
            return try parseRelation(nil, at: start, isNegated: isNegated)
        }
    }

    private static let negationAdvice = "! binds tighter than a comparison: write !(a == b)"

    private mutating func parseRelation(
        _ name: PredicateName?,
        at start: Int,
        isNegated: Bool
    ) throws(PredicateProblem) -> PredicateNode {
        let left: PredicateOperand =
            if let name {
                PredicateOperand(content: .name(name), offset: start)
            } else {
                try parseOperand("a condition: a name, a value, has, ! or a parenthesis")
            }
        if isNegated { try refuseComparison(Self.negationAdvice) }
        if let comparison = comparison {
            try advance()
            let right = try parseOperand("a name or a value to compare with")
            try refuseComparison("comparisons do not chain: write a < b && b < c")
            return PredicateNode(content: .comparison(comparison, left, right), offset: start)
        }
        if token.content == .word("in") {
            try advance()
            let items = try parseList()
            try refuseComparison("in is true or false by itself: write a in ['b'] or !(a in ['b'])")
            return PredicateNode(content: .isIn(left, items), offset: start)
        }
        switch left.content {
        case .name(.field(let word)) where word.lowercased() == "not" && isAtTerm:
            throw scanner.syntax(at: start, "a condition", found: Quotation.quoted(word), advice: "write !")
        case .name(let name): return PredicateNode(content: .name(name), offset: start)
        case .boolean(let isTrue): return PredicateNode(content: .constant(isTrue), offset: start)
        default: throw unexpected("a comparison after the value: ==, !=, <, <=, >, >= or in")
        }
    }

    /// Whether something follows that `not` could be meant to deny.
    private var isAtTerm: Bool {
        if case .word(let word) = token.content { !["and", "or"].contains(word.lowercased()) } else { false }
    }

    private var comparison: PredicateComparison? {
        if case .sign(let sign) = token.content { PredicateComparison(rawValue: sign) } else { nil }
    }

    private mutating func parseList() throws(PredicateProblem) -> [PredicateOperand] {
        guard token.content == .sign("[") else {
            let advice: String? =
                if case .word = token.content { "write the values out; a list has no name" } else { nil }
            throw unexpected("a list of values after in, like ['a', 'b']", advice: advice)
        }
        var items: [PredicateOperand] = []
        repeat {
            try advance()
            let item = try parseOperand("a value of the list")
            if case .name(let name) = item.content {
                throw scanner.syntax(
                    at: item.offset,
                    "a value of the list",
                    found: Quotation.quoted(name.description),
                    advice: "a list has values and no names; a text is written in quotes"
                )
            }
            items.append(item)
        } while token.content == .sign(",")
        try take("]", expecting: "a comma or the end of the list")
        return items
    }

    private mutating func parseOperand(_ expected: String) throws(PredicateProblem) -> PredicateOperand {
        let start = token
        switch token.content {
        case .text(let text):
            try advance()
            return PredicateOperand(content: .text(text), offset: start.start)
        case .number(let digits):
            try advance()
            return PredicateOperand(content: .number(try number(digits, at: start.start)), offset: start.start)
        case .sign("-"):
            try advance()
            guard case .number(let digits) = token.content, token.start == start.end else {
                throw Self.unexpected(start, expected, in: scanner)
            }
            try advance()
            return PredicateOperand(content: .number(try number("-" + digits, at: start.start)), offset: start.start)
        case .word("true"), .word("false"):
            try advance()
            return PredicateOperand(content: .boolean(start.content == .word("true")), offset: start.start)
        case .word("null"):
            try advance()
            return PredicateOperand(content: .null, offset: start.start)
        case .word(let word) where word != "in":
            try advance()
            return PredicateOperand(content: .name(try parseName(start)), offset: start.start)
        default:
            throw unexpected(expected)
        }
    }

    private func number(_ digits: String, at offset: Int) throws(PredicateProblem) -> ExactDecimal {
        do throws(ValueError) {
            return try ExactDecimal(digits)
        } catch {
            let isPadded = digits.utf8.drop { $0 == UInt8(ascii: "-") }.first == UInt8(ascii: "0")
            let expected = isPadded ? "a number without leading zeros; zero has no sign" : error.expected
            throw scanner.syntax(at: offset, expected, found: Quotation.cut(digits))
        }
    }
}

// MARK: - Names

extension PredicateParser {
    /// Reads the rest of a name whose first word was read.
    private mutating func parseName(_ first: PredicateToken) throws(PredicateProblem) -> PredicateName {
        guard case .word(let word) = first.content else { throw Self.unexpected(first, "a name", in: scanner) }
        if PredicateText.reserved.contains(word) {
            throw scanner.syntax(
                at: first.start,
                "a name",
                found: Quotation.quoted(word),
                advice: "CEL keeps this word for itself; no field can have it as its name"
            )
        }
        let lowered = word.lowercased()
        if PredicateText.keywords.contains(lowered) || lowered == "nil" || lowered == "none", lowered != word {
            throw scanner.syntax(
                at: first.start,
                "a name or a value",
                found: Quotation.quoted(word),
                advice: "write \(PredicateText.keywords.contains(lowered) ? lowered : "null")"
            )
        }
        var words = [word]
        var last = first
        while token.content == .sign(".") {
            try advance()
            guard case .word(let word) = token.content, !PredicateText.keywords.contains(word) else {
                throw unexpected("a name after the point")
            }
            words.append(word)
            last = token
            try advance()
        }
        if token.content == .sign("(") { throw call(last, isMacro: words.count > 1) }
        if token.content == .sign("[") {
            guard words == ["source"] else {
                throw scanner.unsupported(
                    at: token.start,
                    "an index",
                    advice: "only source has brackets, around a JSON Pointer: source['/lines/0/hours']"
                )
            }
            return .source(try parsePointer())
        }
        guard words[0] == "source" else { return .field(words.joined(separator: ".")) }
        guard words.count > 1 else { throw unexpected("a value of the source: source.Name or source['/Name']") }
        return .source(words.dropFirst().map { "/\($0)" }.joined())
    }

    private mutating func parsePointer() throws(PredicateProblem) -> String {
        let expected = "a JSON Pointer in quotes, like source['/Practice__c']"
        try advance()
        guard case .text(let pointer) = token.content else {
            throw scanner.syntax(at: token.start, expected, found: token.found)
        }
        let steps = pointer.utf8.split(separator: UInt8(ascii: "~"), omittingEmptySubsequences: false).dropFirst()
        guard pointer.utf8.first == UInt8(ascii: "/"),
            steps.allSatisfy({ $0.first == UInt8(ascii: "0") || $0.first == UInt8(ascii: "1") })
        else {
            throw unexpected(
                expected,
                advice: pointer.utf8.first == UInt8(ascii: "/")
                    ? "a tilde is written ~0, and a slash in a name ~1 (RFC 6901)" : "a pointer begins with a slash"
            )
        }
        try advance()
        try take("]", expecting: "a closing bracket after the pointer")
        if token.content == .sign(".") || token.content == .sign("[") {
            throw unexpected(
                "an operator after the source",
                advice: "put the whole way into one pointer: '/Account/Name'"
            )
        }
        return pointer
    }

    /// The problem of a call.
    private func call(_ name: PredicateToken, isMacro: Bool) -> PredicateProblem {
        guard case .word(let word) = name.content else { return Self.unexpected(name, "a name", in: scanner) }
        if isMacro, ["all", "exists", "exists_one", "existsOne", "map", "filter"].contains(word) {
            return scanner.unsupported(
                at: name.start,
                "the macro \(Quotation.quoted(word))",
                advice: "a predicate has no loops; derive a field in code, and compare that"
            )
        }
        let advice =
            switch word {
            case "not": "write !"
            case "timestamp", "date": "write the date as a text, '2026-03-01'; it is read as its field's type"
            case "int", "double", "string", "bool", "uint", "dyn":
                "values are not converted; compare with a value of the field's type"
            case "startsWith", "endsWith", "contains", "matches":
                "compare with whole texts, or derive a field in code"
            case "size": "to ask whether something is there, write has(name)"
            default: "a predicate calls nothing but has; derive a field in code, and compare that"
            }
        return scanner.unsupported(at: name.start, "the function \(Quotation.quoted(word))", advice: advice)
    }
}

// MARK: - Steps and problems

extension PredicateParser {
    private mutating func advance() throws(PredicateProblem) {
        token = try scanner.next()
    }

    private mutating func take(_ sign: String, expecting expected: String) throws(PredicateProblem) {
        guard token.content == .sign(sign) else { throw unexpected(expected) }
        try advance()
    }

    private mutating func descend() throws(PredicateProblem) {
        depth += 1
        guard depth <= Predicate.maximumDepth else {
            throw PredicateProblem(
                .predicateSize,
                at: scanner.position(token.start),
                expected: "parentheses and negations nested at most \(Predicate.maximumDepth) deep",
                found: token.found,
                advice: "divide it, or decide in code"
            )
        }
    }

    /// Refuses a comparison of what was just read, which no comparison may follow.
    private func refuseComparison(_ advice: String) throws(PredicateProblem) {
        guard comparison != nil || token.content == .word("in") else { return }
        throw unexpected("&&, || or the end of the condition", advice: advice)
    }

    private func unexpected(_ expected: String, advice: String? = nil) -> PredicateProblem {
        Self.unexpected(token, expected, advice: advice, in: scanner)
    }

    private static func sign(of token: PredicateToken) -> String {
        if case .sign(let sign) = token.content { sign } else { "" }
    }

    /// The problem of a token that cannot stand where it does; for CEL that predicates do not have, it says so.
    private static func unexpected(
        _ token: PredicateToken,
        _ expected: String,
        advice: String? = nil,
        in scanner: PredicateScanner
    ) -> PredicateProblem {
        let offset = token.start
        var expected = expected
        var own: String?
        switch token.content {
        case .sign("+"), .sign("-"), .sign("*"), .sign("/"), .sign("%"):
            return scanner.unsupported(
                at: offset,
                "arithmetic (\(token.found))",
                advice: "derive a field in code, and compare that"
            )
        case .sign("?"), .sign(":"):
            return scanner.unsupported(
                at: offset,
                "a conditional (\(token.found))",
                advice: "write two rules, each with its own predicate"
            )
        case .sign("{"), .sign("}"):
            return scanner.unsupported(at: offset, "a map or message", advice: "compare single values")
        case .sign("["):
            return scanner.unsupported(at: offset, "a list", advice: "a list stands behind in: a in ['b', 'c']")
        case .sign("//"):
            return scanner.unsupported(at: offset, "a comment", advice: "say why in the document's own words")
        case .sign("="), .sign("==="), .sign("!=="), .sign("<>"), .sign("=>"):
            expected = "a comparison: ==, !=, <, <=, > or >="
            own = ["=": "write ==", "===": "write ==", "=>": "write >="][sign(of: token)] ?? "write !="
        case .sign("&"): own = "write &&"
        case .sign("|"): own = "write ||"
        case .sign("."): own = "a decimal has a digit before its point: 0.5"
        case .word(let word):
            switch word.lowercased() {
            case "and": own = "write &&"
            case "or": own = "write ||"
            case "not": own = "write !(a in ['b'])"
            case "is": own = "write =="
            case "like", "between": own = "there is no \(Quotation.quoted(word)); write comparisons"
            default: break
            }
        default: break
        }
        return scanner.syntax(at: offset, expected, found: token.found, advice: advice ?? own)
    }
}
