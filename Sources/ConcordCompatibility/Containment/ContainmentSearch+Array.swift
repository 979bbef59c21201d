extension ContainmentSearch {
    /// How many items a document has at most that is made up here.
    private static let maximumItems = 200

    /// Looks for an array.
    func solveArray(_ state: Expansion) -> Finding {
        var facts = state.facts
        let path = state.path
        if facts.hasRepeats {
            if facts.isUnique { return close(.uniqueItems, path, .array, facts) }
            facts.atLeast(2)
        }
        // Beyond the last place that anybody names, all items are alike.
        let marks = facts.positions.keys.map { $0 + 1 } + facts.rests.map(\.from) + facts.someItems.map(\.from)
        let alike = marks.max() ?? 0
        guard alike <= Self.maximumItems else { return .unknown("more items than are looked at") }
        var isUnsure = false
        var classes: [Finding] = []
        for index in 0...alike {
            if let most = facts.maximumCount, index >= most { break }
            let finding = solve(goals(at: index, facts), at: path.item(index))
            classes.append(finding)
            if finding.isEmpty {
                facts.atMost(index)
                break
            }
            if finding.value == nil { isUnsure = true }
        }
        if let most = facts.maximumCount, most < facts.minimumCount { return close(.itemCount, path, .array, facts) }
        let most = facts.maximumCount ?? .max

        var extra: [Int: [Goal]] = [:]
        var length = facts.minimumCount
        for (from, goal) in facts.someItems {
            var chosen: Int?
            var isOpen = false
            for index in from...max(alike, from) where index < most {
                switch solve(goals(at: index, facts) + [goal], at: path.item(index)) {
                case .value where chosen == nil: chosen = index
                case .value: break
                case .unknown: isOpen = true
                case .empty: break
                }
                if chosen != nil { break }
            }
            guard let chosen else {
                if isOpen { return .unknown("an item that could not be decided") }
                return close(.items, path, .array, facts)
            }
            extra[chosen, default: []].append(goal)
            length = max(length, chosen + 1)
        }
        for (count, place) in facts.atLeast {
            switch placesFor(count, .holds(place), facts, alike, most, extra, path) {
            case nil: return close(.items, path, .array, facts)
            case .some(let places):
                if places.count < count { return .unknown("items that could not be decided") }
                for (other, limit) in facts.atMost.map({ ($0.place, $0.count) }) where limit < count {
                    if solve([.holds(place), .fails(other)], at: path.item(0)).isEmpty {
                        return close(.items, path, .array, facts)
                    }
                }
                for index in places.prefix(count) {
                    extra[index, default: []].append(.holds(place))
                    length = max(length, index + 1)
                }
            }
        }
        for (limit, place) in facts.atMost {
            let forced = (0..<min(facts.minimumCount, alike + 1))
                .filter { solve(goals(at: $0, facts) + [.fails(place)], at: path.item($0)).isEmpty }
            // The last place looked at stands for all that follow it.
            let beyond = forced.last == alike ? max(facts.minimumCount - alike - 1, 0) : 0
            if forced.count + beyond > limit { return close(.items, path, .array, facts) }
        }
        guard length <= min(most, Self.maximumItems) else { return .unknown("more items than are made up") }
        return build(length, extra, facts, state, isUnsure)
    }

    /// What an item at a place has to be.
    private func goals(at index: Int, _ facts: Facts) -> [Goal] {
        (facts.positions[index] ?? []) + facts.rests.filter { $0.from <= index }.map(\.goal)
    }

    /// Places for items that have to be something; nil if there are too few, fewer than asked for if nobody can say.
    private func placesFor(
        _ count: Int,
        _ goal: Goal,
        _ facts: Facts,
        _ alike: Int,
        _ most: Int,
        _ extra: [Int: [Goal]],
        _ path: JSONLocation
    ) -> [Int]? {
        guard count <= most else { return nil }
        var places: [Int] = []
        var isOpen = false
        for index in 0...alike where index < most {
            let finding = solve(goals(at: index, facts) + [goal], at: path.item(index))
            if case .unknown = finding { isOpen = true }
            guard finding.value != nil else { continue }
            if index == alike {
                let rest = max(count - places.count, 0)
                places += (0..<min(rest, Self.maximumItems)).map { alike + $0 }.filter { $0 < most }
            } else if extra[index] == nil
                || solve(goals(at: index, facts) + extra[index]! + [goal], at: path).value != nil
            {
                places.append(index)
            } else {
                isOpen = true
            }
        }
        return places.count < count && !isOpen && count <= Self.maximumItems ? nil : places
    }

    private func build(
        _ length: Int,
        _ extra: [Int: [Goal]],
        _ facts: Facts,
        _ state: Expansion,
        _ isUnsure: Bool
    ) -> Finding {
        var items: [JSONValue] = []
        let twin: Goal? =
            facts.hasRepeats && length >= 2
            ? solve(
                goals(at: 0, facts) + goals(at: 1, facts) + (extra[0] ?? []) + (extra[1] ?? []),
                at: state.path.item(0)
            )
            .value.map { .holds(schema(of: $0)) } : nil
        for index in 0..<length {
            var wanted = goals(at: index, facts) + (extra[index] ?? [])
            if index < 2, let twin { wanted.append(twin) }
            if facts.isUnique { wanted += items.map { .fails(schema(of: $0)) } }
            let spared = extra[index] == nil ? facts.atMost.map { Goal.fails($0.place) } : []
            var item = solve(wanted + spared, at: state.path.item(index)).value
            if item == nil, !spared.isEmpty { item = solve(wanted, at: state.path.item(index)).value }
            guard let item else { return .unknown("no array was found that shows it") }
            items.append(item)
        }
        for candidate in [items, items + items.suffix(1)] where outcome(.array(candidate), state.goals) == .valid {
            return .value(.array(candidate))
        }
        return .unknown("no array was found that shows it")
    }
}
