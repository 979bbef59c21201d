extension SchemaRun {
    /// Applies a keyword of arrays.
    mutating func apply(
        _ keyword: SchemaKeyword,
        _ items: [JSONValue],
        _ path: JSONLocation,
        _ depth: Int,
        _ result: inout SchemaEvaluation
    ) {
        switch keyword.assertion {
        case .prefixItem(let index, let place):
            guard items.indices.contains(index) else { break }
            result.items.insert(index)
            check(place, items[index], path.item(index), depth, &result)
        case .items(let first, let place):
            guard first < items.count else { break }
            for index in first..<items.count {
                result.items.insert(index)
                check(place, items[index], path.item(index), depth, &result)
            }
        case .contains(let place, let minimum, let maximum):
            var found = 0
            var unsure = 0
            for (index, item) in items.enumerated() {
                switch attempt(place, item, at: path.item(index), depth: depth + 1).outcome {
                case .valid:
                    found += 1
                    result.items.insert(index)
                case .unknown:
                    unsure += 1
                    result.isUnsure = true
                case .invalid: break
                }
            }
            let most = maximum ?? .max
            let outcome: Outcome =
                found > most || found + unsure < minimum
                ? .invalid : found >= minimum && found + unsure <= most ? .valid : .unknown
            note(
                outcome,
                keyword,
                path,
                &result,
                "\(minimum) to \(maximum.map(String.init) ?? "any number of") matching items"
            )
        case .uniqueItems:
            let isUnique = Set(items).count == items.count
            note(Outcome(isUnique), keyword, path, &result, "no two equal items")
        case .minimumItems(let count):
            note(Outcome(items.count >= count), keyword, path, &result, "at least \(count) items")
        case .maximumItems(let count):
            note(Outcome(items.count <= count), keyword, path, &result, "at most \(count) items")
        default: break
        }
    }

    /// Applies a keyword of objects.
    mutating func apply(
        _ keyword: SchemaKeyword,
        _ members: [JSONMember],
        _ value: JSONValue,
        _ path: JSONLocation,
        _ depth: Int,
        _ result: inout SchemaEvaluation
    ) {
        switch keyword.assertion {
        case .property(let name, let place):
            guard let member = value[name] else { break }
            result.names.insert(name)
            check(place, member, path.member(name.text), depth, &result)
        case .patternProperty(let pattern, let place):
            guard members.allSatisfy({ pattern.isDecided(for: $0.name.text) }) else {
                return note(.unknown, keyword, path, &result, "")
            }
            for member in members where pattern.matches(member.name.text) {
                result.names.insert(member.name)
                check(place, member.value, path.member(member.name.text), depth, &result)
            }
        case .additionalProperties(let rest, let place):
            guard members.allSatisfy({ rest.isDecided(for: $0.name) }) else {
                return note(.unknown, keyword, path, &result, "")
            }
            for member in members where rest.contains(member.name) {
                result.names.insert(member.name)
                check(place, member.value, path.member(member.name.text), depth, &result)
            }
        case .propertyNames(let place):
            for member in members { check(place, .string(member.name), path.member(member.name.text), depth, &result) }
        case .required(let name):
            note(Outcome(value[name] != nil), keyword, path, &result, "the member \"\(name)\"")
        case .minimumProperties(let count):
            note(Outcome(members.count >= count), keyword, path, &result, "at least \(count) members")
        case .maximumProperties(let count):
            note(Outcome(members.count <= count), keyword, path, &result, "at most \(count) members")
        case .dependentRequired(let name, let names):
            guard value[name] != nil else { break }
            let missing = names.filter { value[$0] == nil }
            note(
                Outcome(missing.isEmpty),
                keyword,
                path,
                &result,
                "the members \(missing.map(\.text).joined(separator: ", ")) beside \"\(name)\""
            )
        case .dependentSchema(let name, let place):
            guard value[name] != nil else { break }
            apply(place, keyword, value, path, depth, &result)
        default: break
        }
    }

    /// Applies a keyword that is about what the others left.
    mutating func applyLate(
        _ keyword: SchemaKeyword,
        _ value: JSONValue,
        _ path: JSONLocation,
        _ depth: Int,
        _ result: inout SchemaEvaluation
    ) {
        // What a branch that nobody could decide looked at is not known.
        if result.outcome == .unknown || result.isUnsure {
            note(.unknown, keyword, path, &result, "")
            return
        }
        switch (keyword.assertion, value) {
        case (.unevaluatedItems(let place), .array(let items)):
            for (index, item) in items.enumerated() where !result.items.contains(index) {
                check(place, item, path.item(index), depth, &result)
                result.items.insert(index)
            }
        case (.unevaluatedProperties(let place), .object(let members)):
            for member in members where !result.names.contains(member.name) {
                check(place, member.value, path.member(member.name.text), depth, &result)
                result.names.insert(member.name)
            }
        default: break
        }
    }

    /// Applies a schema to a part of the value.
    private mutating func check(
        _ place: Int,
        _ value: JSONValue,
        _ path: JSONLocation,
        _ depth: Int,
        _ result: inout SchemaEvaluation
    ) {
        result.outcome = result.outcome.and(evaluate(place, value, at: path, depth: depth + 1).outcome)
    }
}
