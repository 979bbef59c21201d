extension ContainmentSearch {
    /// Takes in that a keyword holds.
    func assert(_ keyword: SchemaKeyword, _ state: inout Expansion) {
        switch keyword.assertion {
        case .never: state.closing = .boolean
        case .types(let types):
            if types.contains(TypeSet(state.kind)) { break }
            if state.kind == .number, types.contains(.integer) {
                state.facts.multiples.append(1)
            } else {
                state.closing = .type
            }
        case .values(let values):
            let values = values.filter { $0.kind == state.kind }
            state.facts.candidates = state.facts.candidates.map { $0.filter(values.contains) } ?? values
        case .minimum(let bound, let isExclusive): state.facts.raise(bound, isExclusive)
        case .maximum(let bound, let isExclusive): state.facts.lower(bound, isExclusive)
        case .multipleOf(let divisor): state.facts.multiples.append(divisor)
        case .minimumLength(let count): state.facts.lengthen(count)
        case .maximumLength(let count): state.facts.shorten(count)
        case .pattern(let pattern): state.facts.language.matching.append(pattern)
        case .format(let format): if options.assertsFormats { state.facts.formats.insert(format) }
        case .content(let name, let value):
            if options.assertsContent { state.facts.formats.insert("\(name) \(value)") }
        case .prefixItem(let index, let place): state.facts.positions[index, default: []].append(.holds(place))
        case .items(let first, let place): state.facts.rests.append((first, .holds(place)))
        case .contains(let place, let minimum, let maximum):
            if minimum > 0 { state.pending.append(.atLeast(minimum, place)) }
            if let maximum { state.pending.append(.atMost(maximum, place)) }
        case .uniqueItems: state.facts.isUnique = true
        case .minimumItems(let count), .minimumProperties(let count): state.facts.atLeast(count)
        case .maximumItems(let count), .maximumProperties(let count): state.facts.atMost(count)
        case .property(let name, let place): state.facts.named[name, default: []].append(.holds(place))
        case .patternProperty(let pattern, let place): state.facts.patterns.append((pattern, .holds(place)))
        case .additionalProperties(let rest, let place): state.facts.namesBeside.append((rest, .holds(place)))
        case .propertyNames(let place): state.facts.nameGoals.append(.holds(place))
        case .required(let name): state.facts.required.insert(name)
        case .dependentRequired(let name, let names):
            if !names.isEmpty { state.choose([[.absent(name)], names.map { .present($0) }]) }
        case .dependentSchema(let name, let place):
            state.choose([[.absent(name)], [.present(name), .goal(.holds(place))]])
        case .allOf(let places): for place in places.reversed() { state.pending.append(.goal(.holds(place))) }
        case .reference(let place): state.pending.append(.goal(.holds(place)))
        case .anyOf(let places): state.choose(places.map { [.goal(.holds($0))] })
        case .oneOf(let places):
            state.choose(
                places.indices.map { index in
                    [.goal(.holds(places[index]))]
                        + places.indices.filter { $0 != index }.map { .goal(.fails(places[$0])) }
                }
            )
        case .not(let place): state.pending.append(.goal(.fails(place)))
        case .condition(let test, let then, let otherwise):
            state.choose([
                [.goal(.holds(test))] + (then.map { [.goal(.holds($0))] } ?? []),
                [.goal(.fails(test))] + (otherwise.map { [.goal(.holds($0))] } ?? []),
            ])
        case .unevaluatedItems, .unevaluatedProperties, .opaque:
            state.facts.opaque = "\(keyword.name) at #\(keyword.location)"
        }
    }

    /// Takes in that a keyword does not hold.
    func deny(_ keyword: SchemaKeyword, _ state: inout Expansion) {
        switch keyword.assertion {
        case .never: break
        case .types(let types):
            if types.contains(TypeSet(state.kind)) {
                state.closing = .type
            } else if state.kind == .number, types.contains(.integer) {
                state.facts.notMultiples.append(1)
            }
        case .values(let values): state.facts.excluded += values.filter { $0.kind == state.kind }
        case .minimum(let bound, let isExclusive): state.facts.lower(bound, !isExclusive)
        case .maximum(let bound, let isExclusive): state.facts.raise(bound, !isExclusive)
        case .multipleOf(let divisor): state.facts.notMultiples.append(divisor)
        case .minimumLength(let count):
            if count == 0 { state.closing = .boolean } else { state.facts.shorten(count - 1) }
        case .maximumLength(let count): state.facts.lengthen(count + 1)
        case .pattern(let pattern): state.facts.language.excluded.append(pattern)
        case .format(let format):
            if options.assertsFormats { state.facts.notFormats.insert(format) } else { state.closing = .boolean }
        case .content(let name, let value):
            if options.assertsContent {
                state.facts.notFormats.insert("\(name) \(value)")
            } else {
                state.closing = .boolean
            }
        case .prefixItem(let index, let place):
            state.facts.atLeast(index + 1)
            state.facts.positions[index, default: []].append(.fails(place))
        case .items(let first, let place): state.facts.someItems.append((first, .fails(place)))
        case .contains(let place, let minimum, let maximum):
            state.choose(
                (minimum > 0 ? [[.atMost(minimum - 1, place)]] : [])
                    + (maximum.map { [[.atLeast($0 + 1, place)]] } ?? [])
            )
        case .uniqueItems: state.facts.hasRepeats = true
        case .minimumItems(let count), .minimumProperties(let count):
            if count == 0 { state.closing = .boolean } else { state.facts.atMost(count - 1) }
        case .maximumItems(let count), .maximumProperties(let count): state.facts.atLeast(count + 1)
        case .property(let name, let place):
            state.facts.required.insert(name)
            state.facts.named[name, default: []].append(.fails(place))
        case .patternProperty(let pattern, let place):
            state.facts.someMembers.append(SomeMember(names: .matching(pattern), valueGoal: .fails(place)))
        case .additionalProperties(let rest, let place):
            state.facts.someMembers.append(SomeMember(names: .rest(rest), valueGoal: .fails(place)))
        case .propertyNames(let place): state.facts.someMembers.append(SomeMember(nameGoal: .fails(place)))
        case .required(let name): state.facts.absent.insert(name)
        case .dependentRequired(let name, let names): state.choose(names.map { [.present(name), .absent($0)] })
        case .dependentSchema(let name, let place): state.pending += [.present(name), .goal(.fails(place))]
        case .allOf(let places): state.choose(places.map { [.goal(.fails($0))] })
        case .reference(let place): state.pending.append(.goal(.fails(place)))
        case .anyOf(let places): for place in places.reversed() { state.pending.append(.goal(.fails(place))) }
        case .oneOf(let places):
            var alternatives: [[Demand]] = [places.map { .goal(.fails($0)) }]
            for (index, first) in places.enumerated() {
                for second in places[(index + 1)...] {
                    alternatives.append([.goal(.holds(first)), .goal(.holds(second))])
                }
            }
            state.choose(alternatives)
        case .not(let place): state.pending.append(.goal(.holds(place)))
        case .condition(let test, let then, let otherwise):
            state.choose(
                (then.map { [[.goal(.holds(test)), .goal(.fails($0))]] } ?? [])
                    + (otherwise.map { [[.goal(.fails(test)), .goal(.fails($0))]] } ?? [])
            )
        case .unevaluatedItems, .unevaluatedProperties, .opaque:
            state.facts.opaque = "\(keyword.name) at #\(keyword.location)"
        }
    }
}

extension Facts {
    /// Takes in a lower bound.
    mutating func raise(_ bound: JSONNumber, _ isExclusive: Bool) {
        guard let lower else {
            self.lower = (bound, isExclusive)
            return
        }
        if lower.0 < bound || (lower.0 == bound && isExclusive) { self.lower = (bound, isExclusive) }
    }

    /// Takes in an upper bound.
    mutating func lower(_ bound: JSONNumber, _ isExclusive: Bool) {
        guard let upper else {
            self.upper = (bound, isExclusive)
            return
        }
        if bound < upper.0 || (upper.0 == bound && isExclusive) { self.upper = (bound, isExclusive) }
    }

    /// Takes in a least length.
    mutating func lengthen(_ count: Int) { language.minimumLength = max(language.minimumLength, count) }

    /// Takes in a greatest length.
    mutating func shorten(_ count: Int) { language.maximumLength = min(language.maximumLength ?? count, count) }
}
