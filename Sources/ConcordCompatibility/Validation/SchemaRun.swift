/// One evaluation of a value under the schemas of a list.
struct SchemaRun {
    let nodes: [SchemaNode]
    let options: SchemaOptions

    /// What is wrong so far, in the parts that must be valid.
    var violations: [SchemaViolation] = []

    /// Why something is not decided.
    var reason: String?

    var fuel: Int

    /// How many branches that may be wrong are around.
    private var trials = 0

    init(_ nodes: [SchemaNode], _ options: SchemaOptions) {
        self.nodes = nodes
        self.options = options
        fuel = options.fuel
    }

    /// Evaluates a value under a schema.
    mutating func evaluate(_ place: Int, _ value: JSONValue, at path: JSONLocation, depth: Int) -> SchemaEvaluation {
        var result = SchemaEvaluation()
        fuel -= 1
        guard depth < 200, fuel > 0 else {
            reason = reason ?? "too much work"
            result.outcome = .unknown
            return result
        }
        var late: [SchemaKeyword] = []
        for keyword in nodes[place].keywords {
            switch keyword.assertion {
            case .unevaluatedItems, .unevaluatedProperties: late.append(keyword)
            default: apply(keyword, value, path, depth, &result)
            }
        }
        for keyword in late { applyLate(keyword, value, path, depth, &result) }
        return result
    }

    /// Evaluates a branch whose failing is no failure by itself.
    mutating func attempt(_ place: Int, _ value: JSONValue, at path: JSONLocation, depth: Int) -> SchemaEvaluation {
        trials += 1
        defer { trials -= 1 }
        return evaluate(place, value, at: path, depth: depth)
    }

    /// Notes the outcome of a keyword.
    mutating func note(
        _ outcome: Outcome,
        _ keyword: SchemaKeyword,
        _ path: JSONLocation,
        _ result: inout SchemaEvaluation,
        _ expected: @autoclosure () -> String
    ) {
        result.outcome = result.outcome.and(outcome)
        if outcome == .invalid, trials == 0, violations.count < 100 {
            violations.append(
                SchemaViolation(instance: path, keyword: keyword.location, expected: expected())
            )
        } else if outcome == .unknown {
            reason = reason ?? "\(keyword.name) at #\(keyword.location)"
        }
    }

    private mutating func apply(
        _ keyword: SchemaKeyword,
        _ value: JSONValue,
        _ path: JSONLocation,
        _ depth: Int,
        _ result: inout SchemaEvaluation
    ) {
        switch keyword.assertion {
        case .never: note(.invalid, keyword, path, &result, "no value at all")
        case .types(let types):
            note(Outcome(types.contains(value)), keyword, path, &result, "another type than \(value.kind)")
        case .values(let values):
            note(
                Outcome(values.contains(value)),
                keyword,
                path,
                &result,
                values.count == 1 ? "\(values[0])" : "one of \(values.count) values"
            )
        case .opaque(let what): note(.unknown, keyword, path, &result, what)
        case .allOf(let places):
            for place in places { apply(place, keyword, value, path, depth, &result) }
        case .reference(let place): apply(place, keyword, value, path, depth, &result)
        case .anyOf(let places):
            var outcome = Outcome.invalid
            for place in places {
                let branch = attempt(place, value, at: path, depth: depth + 1)
                outcome = outcome.or(branch.outcome)
                if branch.outcome == .valid { result.look(branch) }
                // What a branch looked at is certain only if the branch is.
                if branch.outcome == .unknown { result.isUnsure = true }
            }
            note(outcome, keyword, path, &result, "one of the alternatives to hold")
        case .oneOf(let places):
            let branches = places.map { attempt($0, value, at: path, depth: depth + 1) }
            let valid = branches.filter { $0.outcome == .valid }
            let isUnsure = branches.contains { $0.outcome == .unknown }
            for branch in valid { result.look(branch) }
            note(
                valid.count > 1 ? .invalid : isUnsure ? .unknown : Outcome(valid.count == 1),
                keyword,
                path,
                &result,
                "exactly one of the alternatives to hold, and \(valid.count) do"
            )
        case .not(let place):
            let outcome = attempt(place, value, at: path, depth: depth + 1).outcome.negated
            note(outcome, keyword, path, &result, "the schema under not to fail")
        case .condition(let condition, let then, let otherwise):
            let tested = attempt(condition, value, at: path, depth: depth + 1)
            switch tested.outcome {
            case .valid:
                result.look(tested)
                if let then { apply(then, keyword, value, path, depth, &result) }
            case .invalid: if let otherwise { apply(otherwise, keyword, value, path, depth, &result) }
            case .unknown: note(.unknown, keyword, path, &result, "")
            }
        default:
            switch value {
            case .number(let number): apply(keyword, number, path, &result)
            case .string(let string): apply(keyword, string, path, &result)
            case .array(let items): apply(keyword, items, path, depth, &result)
            case .object(let members): apply(keyword, members, value, path, depth, &result)
            case .null, .boolean: break
            }
        }
    }

    /// Applies a schema that the value must be valid under.
    mutating func apply(
        _ place: Int,
        _ keyword: SchemaKeyword,
        _ value: JSONValue,
        _ path: JSONLocation,
        _ depth: Int,
        _ result: inout SchemaEvaluation
    ) {
        let branch = evaluate(place, value, at: path, depth: depth + 1)
        result.outcome = result.outcome.and(branch.outcome)
        result.look(branch)
    }

    private mutating func apply(
        _ keyword: SchemaKeyword,
        _ number: JSONNumber,
        _ path: JSONLocation,
        _ result: inout SchemaEvaluation
    ) {
        switch keyword.assertion {
        case .minimum(let bound, let isExclusive):
            let isValid = isExclusive ? bound < number : !(number < bound)
            note(Outcome(isValid), keyword, path, &result, "\(isExclusive ? "more than" : "at least") \(bound)")
        case .maximum(let bound, let isExclusive):
            let isValid = isExclusive ? number < bound : !(bound < number)
            note(Outcome(isValid), keyword, path, &result, "\(isExclusive ? "less than" : "at most") \(bound)")
        case .multipleOf(let divisor):
            note(Outcome(number.isMultiple(of: divisor)), keyword, path, &result, "a multiple of \(divisor)")
        default: break
        }
    }

    private mutating func apply(
        _ keyword: SchemaKeyword,
        _ string: JSONString,
        _ path: JSONLocation,
        _ result: inout SchemaEvaluation
    ) {
        switch keyword.assertion {
        case .minimumLength(let count):
            note(Outcome(string.length >= count), keyword, path, &result, "at least \(count) characters")
        case .maximumLength(let count):
            note(Outcome(string.length <= count), keyword, path, &result, "at most \(count) characters")
        case .pattern(let pattern):
            fuel -= min(string.text.utf8.count, 1 << 20)
            let isMatch = pattern.isDecided(for: string.text) ? pattern.matches(string.text) : nil
            note(Outcome(isMatch), keyword, path, &result, "a text that \(pattern.pattern) matches")
        case .format(let format) where options.assertsFormats:
            note(Outcome(FormatCheck.accepts(string.text, format)), keyword, path, &result, "a \(format)")
        case .content(let name, let value) where options.assertsContent:
            note(.unknown, keyword, path, &result, "\(name) \(value)")
        default: break
        }
    }
}
