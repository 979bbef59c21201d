/// How registries compare the keywords that have no schemas inside.
enum RegistryKeywords {
    private static let floors = [
        "minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains",
    ]
    private static let ceilings = [
        "maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains",
    ]

    /// What is different, by keyword.
    static func changes(_ old: JSONValue, _ new: JSONValue) -> [(String, RegistryDifferenceKind)] {
        var changes: [(String, RegistryDifferenceKind)] = []
        for name in floors { bound(name, old, new, isFloor: true, &changes) }
        for name in ceilings { bound(name, old, new, isFloor: false, &changes) }
        for name in ["pattern", "contentEncoding", "contentMediaType"] {
            switch (old[JSONString(name)], new[JSONString(name)]) {
            case (nil, .some): changes.append((name, .narrowed))
            case (.some, nil): changes.append((name, .widened))
            case (let before, let after) where before != after: changes.append((name, .changed))
            default: break
            }
        }
        switch (old["multipleOf"]?.number, new["multipleOf"]?.number) {
        case (nil, .some): changes.append(("multipleOf", .narrowed))
        case (.some, nil): changes.append(("multipleOf", .widened))
        case (let before?, let after?) where before != after:
            changes.append(("multipleOf", before.isMultiple(of: after) == true ? .widened : .narrowed))
        default: break
        }
        if (old["uniqueItems"] ?? false) != (new["uniqueItems"] ?? false) {
            changes.append(("uniqueItems", new["uniqueItems"] == true ? .narrowed : .widened))
        }
        switch (values(old), values(new)) {
        case (nil, .some): changes.append(("enum", .narrowed))
        case (.some, nil): changes.append(("enum", .widened))
        case (let before?, let after?) where before != after:
            changes.append(("enum", before.isSubset(of: after) ? .widened : .narrowed))
        default: break
        }
        for name in ["dependentRequired", "dependentSchemas", "dependencies"] {
            let before = old[JSONString(name)]
            let after = new[JSONString(name)]
            guard before != after else { continue }
            changes.append((name, after.map { isWeaker(before, $0) } ?? true ? .widened : .narrowed))
        }
        return changes
    }

    private static func isWeaker(_ old: JSONValue?, _ new: JSONValue) -> Bool {
        (new.members ?? [])
            .allSatisfy { member in
                guard let before = old?[member.name] else { return false }
                if before == member.value { return true }
                guard let names = member.value.items, let others = before.items else { return false }
                return Set(names).isSubset(of: Set(others))
            }
    }

    private static func values(_ schema: JSONValue) -> Set<JSONValue>? {
        schema["enum"]?.items.map { Set($0) } ?? schema["const"].map { [$0] }
    }

    private static func bound(
        _ name: String,
        _ old: JSONValue,
        _ new: JSONValue,
        isFloor: Bool,
        _ changes: inout [(String, RegistryDifferenceKind)]
    ) {
        switch (old[JSONString(name)]?.number, new[JSONString(name)]?.number) {
        case (nil, .some): changes.append((name, .narrowed))
        case (.some, nil): changes.append((name, .widened))
        case (let before?, let after?) where before != after:
            changes.append((name, (after < before) == isFloor ? .widened : .narrowed))
        default: break
        }
    }

    /// How many of the first can be matched, each with another one of the second (a maximum bipartite matching).
    static func matches(
        _ first: [JSONValue],
        _ second: [JSONValue],
        _ fits: (JSONValue, JSONValue) -> Bool
    ) -> Int {
        // Registries compare a handful; beyond that the answer is not worth its price.
        guard first.count * second.count <= 400 else { return 0 }
        let edges = first.map { left in second.indices.filter { fits(left, second[$0]) } }
        var partner: [Int: Int] = [:]
        func augment(_ left: Int, _ seen: inout Set<Int>) -> Bool {
            for right in edges[left] where seen.insert(right).inserted {
                guard let other = partner[right] else {
                    partner[right] = left
                    return true
                }
                if augment(other, &seen) {
                    partner[right] = left
                    return true
                }
            }
            return false
        }
        var count = 0
        for left in first.indices {
            var seen: Set<Int> = []
            if augment(left, &seen) { count += 1 }
        }
        return count
    }
}
