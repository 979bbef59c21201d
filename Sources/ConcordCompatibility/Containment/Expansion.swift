/// What a value of one kind has to be, as far as it was taken apart.
struct Expansion {
    let kind: ValueKind
    let goals: [Goal]
    let path: JSONLocation

    var pending: [Demand]
    var choices: [[[Demand]]] = []
    var facts = Facts()
    /// The schemas that were entered at this value.
    var entered: Set<Goal> = []
    /// The rule that closed it, if one did.
    var closing: ContainmentRule?
    /// Why it cannot be decided, if that is so.
    var obstacle: String?

    init(kind: ValueKind, goals: [Goal], path: JSONLocation) {
        self.kind = kind
        self.goals = goals
        self.path = path
        pending = goals.map { .goal($0) }
    }

    /// Adds alternatives of which one has to hold.
    mutating func choose(_ alternatives: [[Demand]]) {
        if alternatives.isEmpty {
            closing = closing ?? .boolean
        } else if alternatives.count == 1 {
            pending += alternatives[0]
        } else {
            choices.append(alternatives)
        }
    }
}

extension SchemaAssertion {
    /// Whether the assertion is about values of a kind, or can be.
    func concerns(_ kind: ValueKind) -> Bool {
        switch self {
        case .minimum, .maximum, .multipleOf: kind == .number
        case .minimumLength, .maximumLength, .pattern, .format, .content: kind == .string
        case .prefixItem, .items, .contains, .uniqueItems, .minimumItems, .maximumItems, .unevaluatedItems:
            kind == .array
        case .property, .patternProperty, .additionalProperties, .propertyNames, .required, .minimumProperties,
            .maximumProperties, .dependentRequired, .dependentSchema, .unevaluatedProperties:
            kind == .object
        default: true
        }
    }
}

extension ContainmentSearch {
    /// Takes what a value has to be apart, and looks for the value.
    func expand(_ start: Expansion) -> Finding {
        fuel -= 2
        guard fuel > 0 else { return .unknown("the work is limited, and this took more") }
        var state = start
        while let demand = state.pending.popLast() {
            fuel -= 1
            take(demand, &state)
            if let rule = state.closing { return close(rule, state.path, state.kind, state.facts) }
            if let obstacle = state.obstacle { return .unknown(obstacle) }
        }
        if let candidates = state.facts.candidates {
            return attempt(candidates, state.goals, at: state.path, state.kind)
        }
        guard let index = state.choices.indices.min(by: { state.choices[$0].count < state.choices[$1].count }) else {
            return settle(state)
        }
        // What contradicts itself already needs no branches.
        if isContradictory(state) { return close(.range, state.path, state.kind, state.facts) }
        let alternatives = state.choices.remove(at: index)
        var reason: String?
        for alternative in alternatives {
            var branch = state
            branch.pending = alternative
            switch expand(branch) {
            case .value(let value): return .value(value)
            case .unknown(let why): reason = reason ?? why
            case .empty: break
            }
        }
        return reason.map { .unknown($0) } ?? .empty
    }

    private func isContradictory(_ state: Expansion) -> Bool {
        if let lower = state.facts.lower, let upper = state.facts.upper, upper.0 < lower.0 { return true }
        if let most = state.facts.maximumCount, most < state.facts.minimumCount { return true }
        return false
    }

    /// Looks for a value when nothing is left to take apart.
    private func settle(_ state: Expansion) -> Finding {
        let finding: Finding
        switch state.kind {
        case .number: finding = solveNumber(state)
        case .string: finding = solveText(state)
        case .array: finding = solveArray(state)
        case .object: finding = solveObject(state)
        case .null, .boolean: finding = .unknown("a kind without values")
        }
        if case .unknown = finding, let opaque = state.facts.opaque { return .unknown("not understood: \(opaque)") }
        return finding
    }

    private func take(_ demand: Demand, _ state: inout Expansion) {
        switch demand {
        case .goal(let goal): enter(goal, &state)
        case .keyword(let keyword, true): assert(keyword, &state)
        case .keyword(let keyword, false):
            state.facts.denied.append(keyword.location)
            deny(keyword, &state)
        case .present(let name): state.facts.required.insert(name)
        case .absent(let name): state.facts.absent.insert(name)
        case .atLeast(let count, let place): state.facts.atLeast.append((count, place))
        case .atMost(let count, let place):
            if count <= 0 {
                state.facts.rests.append((0, .fails(place)))
            } else {
                state.facts.atMost.append((count, place))
            }
        }
    }

    private func enter(_ goal: Goal, _ state: inout Expansion) {
        // The same schema at the same value says nothing new; a reference that leads back to it says nothing at all.
        guard state.entered.insert(goal).inserted else {
            if isInLoop(goal.place) { state.obstacle = "a reference that leads back to itself" }
            return
        }
        for other in state.entered where other.isPositive != goal.isPositive && isSame(goal.place, other.place) {
            state.closing = .sameSchema
            return
        }
        let keywords = nodes[goal.place].keywords.filter { $0.assertion.concerns(state.kind) }
        if goal.isPositive {
            for keyword in keywords.reversed() { state.pending.append(.keyword(keyword, isPositive: true)) }
        } else {
            state.choose(keywords.map { [.keyword($0, isPositive: false)] })
        }
    }

    /// Whether a schema applies itself to the same value.
    private func isInLoop(_ place: Int) -> Bool {
        var seen: Set<Int> = []
        var stack = [place]
        while let next = stack.popLast() {
            for keyword in nodes[next].keywords {
                let targets: [Int]
                switch keyword.assertion {
                case .reference(let place), .not(let place), .dependentSchema(_, let place): targets = [place]
                case .allOf(let places), .anyOf(let places), .oneOf(let places): targets = places
                case .condition(let test, let then, let otherwise):
                    targets = [test] + [then, otherwise].compactMap { $0 }
                default: targets = []
                }
                if targets.contains(place) { return true }
                for target in targets where seen.insert(target).inserted { stack.append(target) }
            }
        }
        return false
    }
}
