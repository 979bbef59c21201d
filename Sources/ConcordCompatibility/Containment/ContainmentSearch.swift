/// The search for a value that one schema accepts and another refuses.
///
/// It is a tableau: what the value has to be is taken apart until each branch has a value or is closed. If all branches
/// close, no such value exists, and the first schema implies the second. A question that comes up again inside a smaller
/// value closes by descent, because values are finite: the smallest value that answers it would have a smaller one inside.
final class ContainmentSearch {
    var builder = SchemaBuilder()
    let options: SchemaOptions
    private let goals: [Goal]
    var fuel: Int

    private(set) var steps: [ContainmentStep] = []
    private(set) var stepCount = 0

    /// The questions that are being asked, outermost first.
    private var open: [[Goal]] = []
    /// The outermost open question that an answer rests on.
    private var support = Int.max
    /// The questions that are answered.
    private var closed: Set<[Goal]> = []
    private var found: [[Goal]: JSONValue] = [:]
    private var synthesized: [String: Int] = [:]

    init(_ old: JSONSchema, _ new: JSONSchema, _ options: SchemaOptions) {
        self.options = options
        fuel = options.fuel
        let first = builder.add(old.document)
        let second = builder.add(new.document)
        goals = [.holds(first), .fails(second)]
    }

    var nodes: [SchemaNode] { builder.nodes }

    /// Looks for the value.
    func answer() -> Finding { solve(goals, at: JSONLocation()) }

    /// Notes a step of the proof.
    func close(_ rule: ContainmentRule, _ path: JSONLocation, _ kind: ValueKind? = nil, _ facts: Facts? = nil)
        -> Finding
    {
        stepCount += 1
        if steps.count < ContainmentProof.maximumSteps {
            steps.append(
                ContainmentStep(
                    rule: rule,
                    instance: path,
                    kind: kind.map { "\($0)" },
                    keyword: facts?.denied.last { !$0.pointer.isEmpty }
                )
            )
        }
        return .empty
    }

    /// A value for which all goals come true, or that there is none.
    func solve(_ goals: [Goal], at path: JSONLocation) -> Finding {
        fuel -= 5
        guard fuel > 0 else { return .unknown("the work is limited, and this took more") }
        var key: [Goal] = []
        for goal in goals {
            let target = Goal(place: followed(goal.place), isPositive: goal.isPositive)
            if !key.contains(target) { key.append(target) }
        }
        key.sort()
        if closed.contains(key) { return .empty }
        if let value = found[key] { return .value(value) }
        for goal in key where goal.isPositive {
            for other in key where !other.isPositive && isSame(goal.place, other.place) {
                return close(.sameSchema, path)
            }
        }
        if let place = open.firstIndex(of: key) {
            support = min(support, place)
            return close(.recursion, path)
        }
        guard open.count < 48 else { return .unknown("schemas nested too deep") }
        let outer = support
        support = .max
        open.append(key)
        let level = open.count - 1
        let finding = solveKinds(key, at: path)
        open.removeLast()
        // An answer that rests on an outer question is kept only together with that one's.
        switch finding {
        case .empty where support >= level: closed.insert(key)
        case .value(let value): found[key] = value
        default: break
        }
        support = min(outer, support >= level ? .max : support)
        return finding
    }

    private func solveKinds(_ goals: [Goal], at path: JSONLocation) -> Finding {
        var reason: String?
        for kind in ValueKind.allCases {
            let finding: Finding
            switch kind {
            case .null: finding = attempt([.null], goals, at: path, .null)
            case .boolean: finding = attempt([.boolean(true), .boolean(false)], goals, at: path, .boolean)
            default:
                finding = expand(Expansion(kind: kind, goals: goals, path: path))
            }
            switch finding {
            case .value: return finding
            case .unknown(let why): reason = reason ?? why
            case .empty: break
            }
        }
        return reason.map { .unknown($0) } ?? .empty
    }

    /// Tries values one by one.
    func attempt(_ values: [JSONValue], _ goals: [Goal], at path: JSONLocation, _ kind: ValueKind) -> Finding {
        var isUnsure = false
        for value in values {
            switch outcome(value, goals) {
            case .valid: return .value(value)
            case .unknown: isUnsure = true
            case .invalid: break
            }
        }
        if isUnsure { return .unknown("a keyword or format that is not known") }
        return close(.values, path, kind)
    }

    /// Whether all goals come true for a value.
    func outcome(_ value: JSONValue, _ goals: [Goal]) -> Outcome {
        var outcome = Outcome.valid
        for goal in goals {
            var run = SchemaRun(nodes, options)
            run.fuel = min(max(fuel, 0), 20_000)
            let budget = run.fuel
            let result = run.evaluate(goal.place, value, at: JSONLocation(), depth: 0).outcome
            fuel -= budget - run.fuel
            outcome = outcome.and(goal.isPositive ? result : result.negated)
            if outcome == .invalid { break }
        }
        return outcome
    }

    /// The schema that a chain of references ends at.
    func followed(_ place: Int) -> Int {
        var place = place
        for _ in 0..<100 {
            guard nodes[place].keywords.count == 1, case .reference(let next) = nodes[place].keywords[0].assertion
            else {
                return place
            }
            place = next
        }
        return place
    }

    /// A schema of one assertion that no document has.
    func schema(_ assertion: SchemaAssertion, _ key: String) -> Int {
        if let place = synthesized[key] { return place }
        let place = builder.synthesize(assertion, named: key)
        synthesized[key] = place
        return place
    }

    /// The schema of one value.
    func schema(of value: JSONValue) -> Int { schema(.values([value]), "const \(value)") }

    /// The schema of texts that match.
    func schema(of pattern: RegularExpression) -> Int { schema(.pattern(pattern), "pattern \(pattern.pattern)") }

    /// The schema of all texts.
    var texts: Int { schema(.types(TypeSet(.string)), "type string") }
}
