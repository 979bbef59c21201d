extension ContainmentSearch {
    /// How many patterns of names are told apart at most.
    private static let maximumPatterns = 5

    /// Looks for an object.
    func solveObject(_ state: Expansion) -> Finding {
        let facts = state.facts
        let path = state.path
        if !facts.required.isDisjoint(with: facts.absent) { return close(.required, path, .object, facts) }
        let most = facts.maximumCount ?? .max
        if most < facts.minimumCount || most < facts.required.count { return close(.memberCount, path, .object, facts) }

        var obstacle: String?
        var members: [JSONString: JSONValue] = [:]
        for name in facts.required.sorted() {
            switch member(name, [], facts, path) {
            case .empty: return close(.members, path, .object, facts)
            case .unknown(let why): obstacle = obstacle ?? why
            case .value(let value): members[name] = value
            }
        }
        let mentioned = mentionedNames(facts)
        var wanted: [(goal: Goal?, places: [(JSONString, JSONValue)])] = []
        for some in facts.someMembers {
            let (places, why) = self.places(for: some, mentioned, facts, path)
            if places.isEmpty {
                guard let why else { return close(.members, path, .object, facts) }
                obstacle = obstacle ?? why
            }
            wanted.append((some.valueGoal, places))
        }
        if facts.minimumCount > members.count {
            // Few enough names may be possible at all.
            let possible = mentioned.filter { !member($0, [], facts, path).isEmpty }
            let (places, why) = self.places(for: SomeMember(), [], facts, path)
            if places.isEmpty, why == nil, possible.count < facts.minimumCount {
                return close(.memberCount, path, .object, facts)
            }
        }
        if let obstacle { return .unknown(obstacle) }
        return build(members, wanted, mentioned, state)
    }

    /// All names that anybody mentions.
    private func mentionedNames(_ facts: Facts) -> [JSONString] {
        var names = facts.required.union(facts.absent).union(facts.named.keys)
        for (rest, _) in facts.namesBeside { names.formUnion(rest.names) }
        for some in facts.someMembers { if case .rest(let rest) = some.names { names.formUnion(rest.names) } }
        return names.sorted()
    }

    /// A value for the member of a name, and something more that is asked of it.
    private func member(_ name: JSONString, _ extra: [Goal], _ facts: Facts, _ path: JSONLocation) -> Finding {
        if facts.absent.contains(name) { return .empty }
        switch outcome(.string(name), facts.nameGoals) {
        case .invalid: return .empty
        case .unknown: return .unknown("a name that could not be decided")
        case .valid: break
        }
        guard facts.patterns.allSatisfy({ $0.0.isDecided(for: name.text) }),
            facts.namesBeside.allSatisfy({ $0.0.isDecided(for: name) })
        else { return .unknown("a pattern and a name on which engines disagree") }
        var goals = (facts.named[name] ?? []) + extra
        for (pattern, goal) in facts.patterns where pattern.matches(name.text) { goals.append(goal) }
        for (rest, goal) in facts.namesBeside where rest.contains(name) { goals.append(goal) }
        return solve(goals, at: path.member(name.text))
    }

    /// Names and values that a member can have that has to be there; the reason if that is not decided for some.
    ///
    /// Names that nobody mentions are alike if the same patterns match them, so one of each sort stands for all.
    private func places(
        for some: SomeMember,
        _ mentioned: [JSONString],
        _ facts: Facts,
        _ path: JSONLocation
    ) -> (places: [(JSONString, JSONValue)], obstacle: String?) {
        var places: [(JSONString, JSONValue)] = []
        var obstacle: String?
        let extra = some.valueGoal.map { [$0] } ?? []
        for name in mentioned where some.names.contains(name) {
            // Whether the name is one of those depends on the engine; it is tried, and nothing is concluded from it.
            if !some.names.isDecided(for: name) { obstacle = obstacle ?? "a name on which engines disagree" }
            if let goal = some.nameGoal {
                switch outcome(.string(name), [goal]) {
                case .invalid: continue
                case .unknown: obstacle = obstacle ?? "a name that could not be decided"
                case .valid: break
                }
            }
            switch member(name, extra, facts, path) {
            case .value(let value): places.append((name, value))
            case .unknown(let why): obstacle = obstacle ?? why
            case .empty: break
            }
        }
        let patterns = patterns(facts)
        guard patterns.count <= Self.maximumPatterns else { return (places, obstacle ?? "too many patterns of names") }
        let others = mentionedNames(facts)
        let isOther = schema(.values(others.map { .string($0) }), "names \(others.map(\.text).debugDescription)")
        for sort in 0..<(1 << patterns.count) {
            var nameGoals = facts.nameGoals + [.holds(texts)] + (others.isEmpty ? [] : [.fails(isOther)])
            for (index, pattern) in patterns.enumerated() {
                let matches = sort & (1 << index) != 0
                nameGoals.append(Goal(place: schema(of: pattern), isPositive: matches))
            }
            switch some.names {
            case .any: break
            case .matching(let pattern): nameGoals.append(.holds(schema(of: pattern)))
            case .rest(let rest): nameGoals += rest.patterns.map { .fails(schema(of: $0)) }
            }
            if let goal = some.nameGoal { nameGoals.append(goal) }
            switch solve(nameGoals, at: path) {
            case .empty: break
            case .unknown(let why): obstacle = obstacle ?? why
            case .value(.string(let name)):
                switch member(name, extra, facts, path) {
                case .value(let value): places.append((name, value))
                case .unknown(let why): obstacle = obstacle ?? why
                case .empty: break
                }
            case .value: obstacle = obstacle ?? "a name that is no text"
            }
        }
        return (places, obstacle)
    }

    private func patterns(_ facts: Facts) -> [RegularExpression] {
        var patterns: [RegularExpression] = []
        func add(_ pattern: RegularExpression) { if !patterns.contains(pattern) { patterns.append(pattern) } }
        for (pattern, _) in facts.patterns { add(pattern) }
        for (rest, _) in facts.namesBeside { rest.patterns.forEach(add) }
        return patterns
    }

    private func build(
        _ required: [JSONString: JSONValue],
        _ wanted: [(goal: Goal?, places: [(JSONString, JSONValue)])],
        _ mentioned: [JSONString],
        _ state: Expansion
    ) -> Finding {
        let facts = state.facts
        var attempts = 0
        for shift in 0..<max(wanted.map(\.places.count).max() ?? 1, 1) {
            var members = required
            var asked: [JSONString: [Goal]] = [:]
            for want in wanted {
                let (name, value) = want.places[shift % want.places.count]
                asked[name, default: []] += want.goal.map { [$0] } ?? []
                let isAsked = (asked[name]?.count ?? 0) > 1
                let both = isAsked ? member(name, asked[name] ?? [], facts, state.path).value : value
                if let both { members[name] = both }
            }
            fill(&members, mentioned, state)
            let optional = mentioned.filter { members[$0] == nil }.prefix(12)
            for added in [nil] + optional.map(Optional.some) {
                var candidate = members
                if let added {
                    guard let value = member(added, [], facts, state.path).value else { continue }
                    candidate[added] = value
                }
                let object = JSONValue.object(candidate.sorted { $0.key < $1.key }.map { JSONMember($0.key, $0.value) })
                if outcome(object, state.goals) == .valid { return .value(object) }
                attempts += 1
                if attempts > 60 { return .unknown("no object was found that shows it") }
            }
        }
        return .unknown("no object was found that shows it")
    }

    /// Adds members until there are enough of them.
    private func fill(_ members: inout [JSONString: JSONValue], _ mentioned: [JSONString], _ state: Expansion) {
        let least = min(state.facts.minimumCount, 100)
        for name in mentioned where members.count < least && members[name] == nil {
            if let value = member(name, [], state.facts, state.path).value { members[name] = value }
        }
        guard members.count < least else { return }
        var facts = state.facts
        while members.count < least {
            facts.required.formUnion(members.keys)
            facts.someMembers = []
            let (places, _) = places(for: SomeMember(), [], facts, state.path)
            let fresh = places.filter { members[$0.0] == nil }
            guard let (name, value) = fresh.first else { return }
            members[name] = value
        }
    }
}
