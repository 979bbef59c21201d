internal import ConcordSchema
internal import ConcordValues

extension Predicate {
    /// Finds the names and checks the types.
    ///
    /// A name must be one of the symbols. What is compared must be comparable: a number with a number, a date with a text
    /// that is a date, a code with a code of its list. All problems are told, with the nearest name or code.
    ///
    /// - Parameter symbols: The names that there are.
    /// - Returns: The predicate, ready to be evaluated.
    /// - Throws: A ``PredicateRefusal`` with all problems.
    public func checked(against symbols: some PredicateSymbols) throws(PredicateRefusal) -> CheckedPredicate {
        var checker = PredicateChecker(scanner: PredicateScanner(text), symbols: symbols)
        checker.check(root)
        guard checker.problems.isEmpty else {
            throw PredicateRefusal(problems: checker.problems.sorted { $0.position.offset < $1.position.offset })
        }
        return CheckedPredicate(self, steps: checker.steps, literals: checker.literals)
    }
}

/// Makes steps of a predicate's parts, and problems of what does not fit.
///
/// Where there is a problem the steps are not complete; nobody sees them.
private struct PredicateChecker<Symbols: PredicateSymbols> {
    let scanner: PredicateScanner
    let symbols: Symbols
    var steps: [CheckedPredicate.Step] = []
    var literals: [PredicateValue] = []
    var problems: [PredicateProblem] = []

    mutating func check(_ node: PredicateNode) {
        switch node.content {
        case .all(let parts): checkParts(parts, .all)
        case .any(let parts): checkParts(parts, .any)
        case .not(let part): checkParts([part], .not)
        case .constant(let isTrue): add(.constant(isTrue))
        case .has(let name):
            if let symbol = symbol(for: name, at: node.offset + 4) { add(.has(slot: symbol.slot)) }
        case .name(let name): checkTruth(of: name, at: node.offset)
        case .comparison(let comparison, let left, let right): check(comparison, left, right)
        case .isIn(let operand, let items): check(operand, isIn: items)
        }
    }

    private mutating func add(_ content: CheckedPredicate.Step.Content) {
        steps.append(CheckedPredicate.Step(content: content, end: steps.count + 1))
    }

    private mutating func checkParts(_ parts: [PredicateNode], _ content: CheckedPredicate.Step.Content) {
        let index = steps.count
        add(content)
        for part in parts { check(part) }
        steps[index].end = steps.count
    }

    private mutating func checkTruth(of name: PredicateName, at offset: Int) {
        guard let symbol = symbol(for: name, at: offset) else { return }
        switch symbol.type {
        case .boolean, .unknown: add(.truth(slot: symbol.slot))
        default:
            problem(
                .predicateType,
                at: offset,
                expected: "a condition",
                found: "\(Quotation.quoted(name.description)), which is \(symbol.type.summary)",
                advice: "compare it with a value, or write has(\(name))"
            )
        }
    }

    private mutating func check(
        _ comparison: PredicateComparison,
        _ left: PredicateOperand,
        _ right: PredicateOperand
    ) {
        switch (left.content, right.content) {
        case (.name(let first), .name(let second)):
            let symbols = (symbol(for: first, at: left.offset), symbol(for: second, at: right.offset))
            guard let (one, other) = both(symbols) else { return }
            guard first != second else {
                return constant(at: left.offset, "a comparison of \(Quotation.quoted(first.description)) with itself")
            }
            checkOrder(comparison, of: one.type, first, at: left.offset)
            if !one.type.isComparable(with: other.type) {
                problem(
                    .predicateType,
                    at: right.offset,
                    expected: "\(one.type.summary), as \(Quotation.quoted(first.description)) is",
                    found: "\(Quotation.quoted(second.description)), which is \(other.type.summary)",
                    advice: one.type.isDayAndTime(other.type)
                        ? "which day a point in time falls on depends on a time zone; derive it in code" : nil
                )
            }
            add(.compareSlots(comparison, one.slot, other.slot))
        case (.name(let name), _): check(name, at: left.offset, comparison, right)
        case (_, .name(let name)): check(name, at: right.offset, comparison.reversed, left)
        default: constant(at: left.offset, "a comparison of two values")
        }
    }

    private func both(_ symbols: (PredicateSymbol?, PredicateSymbol?)) -> (PredicateSymbol, PredicateSymbol)? {
        guard let first = symbols.0, let second = symbols.1 else { return nil }
        return (first, second)
    }

    private mutating func check(
        _ name: PredicateName,
        at offset: Int,
        _ comparison: PredicateComparison,
        _ literal: PredicateOperand
    ) {
        guard let symbol = symbol(for: name, at: offset) else { return }
        checkOrder(comparison, of: symbol.type, name, at: offset)
        if comparison.isOrder, literal.content == .null {
            return problem(
                .predicateType,
                at: literal.offset,
                expected: "a value that is before or after others",
                found: "null",
                advice: "write == null or != null"
            )
        }
        guard let value = value(of: literal, comparedWith: name, symbol.type) else { return }
        literals.append(value)
        add(.compare(comparison, slot: symbol.slot, literal: literals.count - 1))
    }

    private mutating func check(_ operand: PredicateOperand, isIn items: [PredicateOperand]) {
        guard case .name(let name) = operand.content else {
            return constant(at: operand.offset, "a value before in")
        }
        guard let symbol = symbol(for: name, at: operand.offset) else { return }
        let first = literals.count
        for item in items {
            if let value = value(of: item, comparedWith: name, symbol.type) { literals.append(value) }
        }
        add(.isIn(slot: symbol.slot, literals: first..<literals.count))
    }

    private mutating func checkOrder(
        _ comparison: PredicateComparison,
        of type: PredicateType,
        _ name: PredicateName,
        at offset: Int
    ) {
        guard comparison.isOrder else { return }
        let advice: String
        switch type {
        case .code: advice = "codes have no order; write in with the codes that are meant"
        case .boolean: advice = "true and false have no order; write == or !="
        default: return
        }
        problem(
            .predicateType,
            at: offset,
            expected: "something with an order before \(comparison.rawValue)",
            found: "\(Quotation.quoted(name.description)), which is \(type.summary)",
            advice: advice
        )
    }
}

// MARK: - Values

extension PredicateChecker {
    /// A literal as a value of the type that it is compared with.
    private mutating func value(
        of literal: PredicateOperand,
        comparedWith name: PredicateName,
        _ type: PredicateType
    ) -> PredicateValue? {
        switch (literal.content, type) {
        case (.null, _): return .null
        case (.text(let text), .text), (.text(let text), .unknown): return .text(text)
        case (.number(let number), .decimal), (.number(let number), .unknown): return .decimal(number)
        case (.boolean(let isTrue), .boolean), (.boolean(let isTrue), .unknown): return .boolean(isTrue)
        case (.text(let text), .date):
            return read(text, literal) { text throws(ValueError) in .date(try LocalDate(text)) }
        case (.text(let text), .instant):
            return read(text, literal) { text throws(ValueError) in .instant(try Instant(text)) }
        case (.text(let text), .code(let codes)):
            if codes.contains(where: { $0.utf8.elementsEqual(text.utf8) }) { return .text(text) }
            problem(
                .unknownCode,
                at: literal.offset,
                expected: Quotation.choice(codes),
                found: Quotation.quoted(text),
                advice: NearestName.advice(for: text, among: codes)
            )
            return nil
        default:
            problem(
                .predicateType,
                at: literal.offset,
                expected: "\(type.summary), as \(Quotation.quoted(name.description)) is",
                found: literal.summary,
                advice: literal.advice(for: type)
            )
            return nil
        }
    }

    private mutating func read(
        _ text: String,
        _ literal: PredicateOperand,
        _ body: (String) throws(ValueError) -> PredicateValue
    ) -> PredicateValue? {
        do throws(ValueError) {
            return try body(text)
        } catch {
            problem(
                IssueCode(rawValue: error.code.rawValue),
                at: literal.offset,
                expected: error.expected,
                found: Quotation.quoted(text)
            )
            return nil
        }
    }

    private mutating func symbol(for name: PredicateName, at offset: Int) -> PredicateSymbol? {
        if let symbol = symbols.symbol(for: name) { return symbol }
        let names = symbols.names.map(\.description)
        problem(
            .predicateName,
            at: offset,
            expected: names.count > 16 ? Quotation.choice(names) : "a name: \(Quotation.choice(names))",
            found: Quotation.quoted(name.description),
            advice: NearestName.advice(for: name.description, among: names)
        )
        return nil
    }

    private mutating func constant(at offset: Int, _ found: String) {
        problem(
            .predicateConstant,
            at: offset,
            expected: "a name on one side",
            found: found,
            advice: "it says the same of every record; write true or false if that is meant"
        )
    }

    private mutating func problem(
        _ code: IssueCode,
        at offset: Int,
        expected: String,
        found: String?,
        advice: String? = nil
    ) {
        let problem = PredicateProblem(
            code,
            at: scanner.position(offset),
            expected: expected,
            found: found,
            advice: advice
        )
        problems.append(problem)
    }
}

extension PredicateType {
    /// Whether values of the two types can be equal.
    fileprivate func isComparable(with other: Self) -> Bool {
        switch (self, other) {
        case (.whole, _), (_, .whole): false
        case (.unknown, _), (_, .unknown): true
        case (.text, .text), (.text, .code), (.code, .text), (.code, .code): true
        case (.decimal, .decimal), (.boolean, .boolean), (.date, .date), (.instant, .instant): true
        default: false
        }
    }

    /// Whether one is a date and the other a point in time.
    fileprivate func isDayAndTime(_ other: Self) -> Bool {
        (self == .date && other == .instant) || (self == .instant && other == .date)
    }
}

extension PredicateOperand {
    /// The literal as a message shows it.
    fileprivate var summary: String {
        switch content {
        case .text: "the text \(Quotation.cut(description))"
        case .number: "the number \(Quotation.cut(description))"
        default: Quotation.cut(description)
        }
    }

    /// How to write the literal for a type.
    fileprivate func advice(for type: PredicateType) -> String? {
        switch (content, type) {
        case (_, .whole): "ask whether it is there, with has"
        case (.text(let text), .decimal):
            (try? ExactDecimal(text)).map { "write \(Quotation.cut("\($0)")) without quotes" }
        case (.text("true"), .boolean), (.text("false"), .boolean): "write it without quotes"
        case (.number, .text), (.number, .code): "write '\(Quotation.cut(description))' in quotes"
        case (.number, .date): "write the date as a text, '2026-03-01'"
        default: nil
        }
    }
}
