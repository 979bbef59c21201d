/// Compares two schemas as schema registries do: keyword by keyword, without asking which documents there are.
///
/// It is here so that a firm sees what its registry will say beside what is true. The rules are those of a registry's
/// strict and lenient policies: a `default` excuses a required member, `format`, `propertyNames` and conditions are not
/// looked at. Nothing in it is a proof.
struct RegistryComparison {
    private let old: JSONValue
    private let new: JSONValue

    /// How deep schemas are followed.
    private static let maximumDepth = 24

    init(_ old: JSONSchema, _ new: JSONSchema) {
        self.old = old.document
        self.new = new.document
    }

    /// The differences, where the new schema has to read old documents.
    func differences() -> [RegistryDifference] {
        var found: [RegistryDifference] = []
        compare(old, new, at: JSONLocation(), 0, &found)
        return found
    }

    private func resolved(_ schema: JSONValue, in document: JSONValue) -> JSONValue {
        var schema = schema
        for _ in 0..<20 {
            guard let reference = schema["$ref"]?.text, reference.hasPrefix("#"),
                let steps = JSONLocation.steps(of: reference.dropFirst()), let target = document.value(at: steps)
            else { return schema }
            schema = target
        }
        return schema
    }

    private func isAllowed(_ old: JSONValue, _ new: JSONValue, _ depth: Int) -> Bool {
        var found: [RegistryDifference] = []
        compare(old, new, at: JSONLocation(), depth + 1, &found)
        return found.allSatisfy { $0.kind.isAllowed(isLenient: false) }
    }

    private func compare(
        _ first: JSONValue,
        _ second: JSONValue,
        at location: JSONLocation,
        _ depth: Int,
        _ found: inout [RegistryDifference]
    ) {
        let first = resolved(first, in: old)
        let second = resolved(second, in: new)
        guard depth < Self.maximumDepth, first != second else { return }
        func note(_ kind: RegistryDifferenceKind, _ location: JSONLocation) {
            if found.count < 1000 { found.append(RegistryDifference(kind: kind, location: location)) }
        }
        if Self.isEmpty(second) || first == false { return note(.widened, location) }
        if Self.isEmpty(first) || second == false { return note(.narrowed, location) }
        guard let types = Self.types(first, second) else { return note(.typeChanged, location.member("type")) }
        if let kind = types.kind { note(kind, location.member("type")) }
        for change in RegistryKeywords.changes(first, second) { note(change.1, location.member(change.0)) }
        compareProperties(first, second, location, depth, &found)
        compareItems(first, second, location, depth, &found)
        compareBranches(first, second, location, depth, &found)
        if let before = first["not"], let after = second["not"] {
            // What is forbidden works the other way round.
            if !RegistryComparison(reversing: self).isAllowed(after, before, depth) {
                note(.narrowed, location.member("not"))
            }
        } else if second["not"] != nil {
            note(.narrowed, location.member("not"))
        }
    }

    private init(reversing other: RegistryComparison) {
        old = other.new
        new = other.old
    }

    /// What became of the types; nil if they have nothing in common.
    private static func types(_ old: JSONValue, _ new: JSONValue) -> (kind: RegistryDifferenceKind?, Void)? {
        func names(_ schema: JSONValue) -> Set<String>? {
            guard let type = schema["type"] else { return nil }
            return Set(type.items?.compactMap(\.text) ?? type.text.map { [$0] } ?? [])
        }
        guard let before = names(old) else { return (names(new) == nil ? nil : .narrowed, ()) }
        guard let after = names(new) else { return (.widened, ()) }
        if before == after { return (nil, ()) }
        let wide = after.contains("number") ? after.union(["integer"]) : after
        if before.isSubset(of: wide) { return (.widened, ()) }
        return before.isDisjoint(with: wide) ? nil : (.narrowed, ())
    }

    private static func isEmpty(_ schema: JSONValue) -> Bool {
        if schema == true { return true }
        let annotations: Set<String> = ["title", "description", "default", "examples", "$comment", "$id", "$schema"]
        return schema.members.map { $0.allSatisfy { annotations.contains($0.name.text) } } ?? false
    }

    private func compareItems(
        _ first: JSONValue,
        _ second: JSONValue,
        _ location: JSONLocation,
        _ depth: Int,
        _ found: inout [RegistryDifference]
    ) {
        func tuple(_ schema: JSONValue) -> (prefix: [JSONValue], rest: JSONValue) {
            if let prefix = schema["prefixItems"]?.items { return (prefix, schema["items"] ?? true) }
            if let prefix = schema["items"]?.items { return (prefix, schema["additionalItems"] ?? true) }
            return ([], schema["items"] ?? true)
        }
        let before = tuple(first)
        let after = tuple(second)
        for index in 0..<max(before.prefix.count, after.prefix.count) {
            let old = index < before.prefix.count ? before.prefix[index] : before.rest
            let new = index < after.prefix.count ? after.prefix[index] : after.rest
            compare(old, new, at: location.member("items").item(index), depth + 1, &found)
        }
        compare(before.rest, after.rest, at: location.member("items"), depth + 1, &found)
        if let contained = second["contains"] {
            compare(first["contains"] ?? true, contained, at: location.member("contains"), depth + 1, &found)
        }
    }

    private func compareBranches(
        _ first: JSONValue,
        _ second: JSONValue,
        _ location: JSONLocation,
        _ depth: Int,
        _ found: inout [RegistryDifference]
    ) {
        for name in ["allOf", "anyOf", "oneOf"] {
            let key = JSONString(name)
            let before = first[key]?.items
            let after = second[key]?.items
            guard before != after else { continue }
            let isSum = name != "allOf"
            guard let before else {
                // A schema may become one of several; anything else narrows.
                let isOne = isSum && after?.contains { isAllowed(first, $0, depth) } == true
                found.append(RegistryDifference(kind: isOne ? .widened : .narrowed, location: location.member(name)))
                continue
            }
            guard let after else {
                let other = isSum ? nil : second["anyOf"]?.items
                let kept = other.map { RegistryKeywords.matches(before, $0) { isAllowed($0, $1, depth) } } ?? 0
                let fits = other != nil ? kept > 0 : !isSum || second["anyOf"] != nil
                found.append(RegistryDifference(kind: fits ? .widened : .narrowed, location: location.member(name)))
                continue
            }
            let matched = RegistryKeywords.matches(before, after) { isAllowed($0, $1, depth) }
            // A sum may grow and a product may shrink; what is left over on the smaller side fits nowhere.
            let fits =
                isSum
                ? before.count <= after.count && matched == before.count
                : after.count <= before.count && matched == after.count
            found.append(RegistryDifference(kind: fits ? .widened : .changed, location: location.member(name)))
        }
    }

    private func compareProperties(
        _ first: JSONValue,
        _ second: JSONValue,
        _ location: JSONLocation,
        _ depth: Int,
        _ found: inout [RegistryDifference]
    ) {
        let before = first["properties"]?.members ?? []
        let after = second["properties"]?.members ?? []
        let wasRequired = Set((first["required"]?.items ?? []).compactMap(\.text))
        let isRequired = Set((second["required"]?.items ?? []).compactMap(\.text))
        func note(_ kind: RegistryDifferenceKind, _ location: JSONLocation) {
            found.append(RegistryDifference(kind: kind, location: location))
        }
        for property in after {
            let name = property.name.text
            let here = location.member("properties").member(name)
            let hasDefault = resolved(property.value, in: new)["default"] != nil
            if let old = first["properties"]?[property.name] {
                compare(old, property.value, at: here, depth + 1, &found)
                if isRequired.contains(name), !wasRequired.contains(name) {
                    note(hasDefault ? .requiredAddedWithDefault : .requiredAdded, here)
                }
                continue
            }
            switch ContentModel(first, of: property.name) {
            case .open where Self.isEmpty(property.value): note(.emptyAddedToOpen, here)
            case .open:
                let optional = !isRequired.contains(name)
                note(optional ? .optionalAddedToOpen : hasDefault ? .defaultedAddedToOpen : .requiredAddedToOpen, here)
            case .closed:
                let optional = !isRequired.contains(name)
                note(
                    optional ? .optionalAddedToClosed : hasDefault ? .defaultedAddedToClosed : .requiredAddedToClosed,
                    here
                )
            case .partial(let rest):
                let isCovered = isAllowed(rest, property.value, depth)
                note(isCovered ? .addedCovered : .addedNotCovered, here)
                // Between schemas of different kinds there is a conflict, whatever the policy.
                if !isCovered { compare(rest, property.value, at: here, depth + 1, &found) }
                if isRequired.contains(name), !hasDefault, !wasRequired.contains(name) { note(.requiredAdded, here) }
            }
        }
        for property in before where second["properties"]?[property.name] == nil {
            let here = location.member("properties").member(property.name.text)
            switch ContentModel(second, of: property.name) {
            case .open: note(.removedFromOpen, here)
            case .closed: note(property.value == false ? .falseRemovedFromClosed : .removedFromClosed, here)
            case .partial(let rest):
                let isCovered = isAllowed(property.value, rest, depth)
                note(isCovered ? .removedCovered : .removedNotCovered, here)
                if !isCovered { compare(property.value, rest, at: here, depth + 1, &found) }
            }
        }
        compareRest(first, second, location, depth, &found)
    }

    private func compareRest(
        _ first: JSONValue,
        _ second: JSONValue,
        _ location: JSONLocation,
        _ depth: Int,
        _ found: inout [RegistryDifference]
    ) {
        let before = first["additionalProperties"] ?? first["unevaluatedProperties"] ?? true
        let after = second["additionalProperties"] ?? second["unevaluatedProperties"] ?? true
        guard before != after else { return }
        let fits = isAllowed(before, after, depth)
        let kind: RegistryDifferenceKind = fits ? .widened : .additionalNarrowed
        found.append(RegistryDifference(kind: kind, location: location.member("additionalProperties")))
    }
}

/// Whether an object's schema takes members that it does not declare.
private enum ContentModel {
    case open
    case closed
    case partial(JSONValue)

    init(_ schema: JSONValue, of name: JSONString) {
        for pattern in schema["patternProperties"]?.members ?? [] {
            if (try? RegularExpression(pattern.name.text))?.matches(name.text) == true {
                self = .partial(pattern.value)
                return
            }
        }
        switch schema["additionalProperties"] ?? schema["unevaluatedProperties"] ?? true {
        case .boolean(true): self = schema["patternProperties"] == nil ? .open : .partial(true)
        case .boolean(false): self = .closed
        case let rest: self = .partial(rest)
        }
    }
}
