extension ContainmentSearch {
    /// Whether two schemas say the same, keyword by keyword; annotations do not count.
    func isSame(_ left: Int, _ right: Int) -> Bool {
        if left == right { return true }
        var assumed: Set<[Int]> = []
        return isSame(left, right, &assumed)
    }

    private func isSame(_ left: Int, _ right: Int, _ assumed: inout Set<[Int]>) -> Bool {
        let left = followed(left)
        let right = followed(right)
        if left == right { return true }
        guard assumed.insert([left, right]).inserted else { return true }
        fuel -= 1
        guard fuel > 0, assumed.count < 5000 else { return false }
        let first = nodes[left]
        let second = nodes[right]
        guard first.keywords.count == second.keywords.count else { return false }
        if first.keywords.isEmpty { return true }
        let pairs = zip(Self.ordered(first), Self.ordered(second))
        return pairs.allSatisfy { isSame($0, $1, first, second, &assumed) }
    }

    private static func ordered(_ node: SchemaNode) -> [SchemaKeyword] {
        let start = node.location.pointer.utf8.count
        func key(_ keyword: SchemaKeyword) -> String { keyword.name + keyword.location.pointer.dropping(start) }
        // Keywords of one place keep their order, which is that of their values.
        return node.keywords.enumerated()
            .sorted { (key($0.element), $0.offset) < (key($1.element), $1.offset) }
            .map(\.element)
    }

    private func isSame(
        _ left: SchemaKeyword,
        _ right: SchemaKeyword,
        _ first: SchemaNode,
        _ second: SchemaNode,
        _ assumed: inout Set<[Int]>
    ) -> Bool {
        switch (left.assertion, right.assertion) {
        case (.never, .never), (.uniqueItems, .uniqueItems): return true
        case (.types(let a), .types(let b)): return a == b
        case (.values(let a), .values(let b)): return a == b
        case (.minimum(let a, let c), .minimum(let b, let d)): return a == b && c == d
        case (.maximum(let a, let c), .maximum(let b, let d)): return a == b && c == d
        case (.multipleOf(let a), .multipleOf(let b)): return a == b
        case (.minimumLength(let a), .minimumLength(let b)): return a == b
        case (.maximumLength(let a), .maximumLength(let b)): return a == b
        case (.minimumItems(let a), .minimumItems(let b)): return a == b
        case (.maximumItems(let a), .maximumItems(let b)): return a == b
        case (.minimumProperties(let a), .minimumProperties(let b)): return a == b
        case (.maximumProperties(let a), .maximumProperties(let b)): return a == b
        case (.pattern(let a), .pattern(let b)): return a == b
        case (.format(let a), .format(let b)): return a == b
        case (.content(let a, let c), .content(let b, let d)): return a == b && c == d
        case (.required(let a), .required(let b)): return a == b
        case (.dependentRequired(let a, let c), .dependentRequired(let b, let d)): return a == b && c == d
        case (.prefixItem(let a, let c), .prefixItem(let b, let d)): return a == b && isSame(c, d, &assumed)
        case (.items(let a, let c), .items(let b, let d)): return a == b && isSame(c, d, &assumed)
        case (.contains(let a, let c, let e), .contains(let b, let d, let f)):
            return c == d && e == f && isSame(a, b, &assumed)
        case (.unevaluatedItems(let a), .unevaluatedItems(let b)),
            (.unevaluatedProperties(let a), .unevaluatedProperties(let b)),
            (.propertyNames(let a), .propertyNames(let b)),
            (.not(let a), .not(let b)), (.reference(let a), .reference(let b)):
            return isSame(a, b, &assumed)
        case (.property(let a, let c), .property(let b, let d)): return a == b && isSame(c, d, &assumed)
        case (.patternProperty(let a, let c), .patternProperty(let b, let d)): return a == b && isSame(c, d, &assumed)
        case (.dependentSchema(let a, let c), .dependentSchema(let b, let d)): return a == b && isSame(c, d, &assumed)
        case (.additionalProperties(let a, let c), .additionalProperties(let b, let d)):
            return a == b && isSame(c, d, &assumed)
        case (.allOf(let a), .allOf(let b)), (.anyOf(let a), .anyOf(let b)), (.oneOf(let a), .oneOf(let b)):
            guard a.count == b.count else { return false }
            return zip(a, b).allSatisfy { isSame($0, $1, &assumed) }
        case (.condition(let a, let c, let e), .condition(let b, let d, let f)):
            return isSame(a, b, &assumed) && areSame(c, d, &assumed) && areSame(e, f, &assumed)
        case (.opaque(let a), .opaque(let b)):
            // What leads into other documents, or depends on how it was reached, is the same only by name, not by meaning.
            guard a == b, !a.hasPrefix("$") else { return false }
            let name = JSONString(a)
            return first.source[name] != nil && first.source[name] == second.source[name]
        default: return false
        }
    }

    private func areSame(_ left: Int?, _ right: Int?, _ assumed: inout Set<[Int]>) -> Bool {
        guard let left, let right else { return left == nil && right == nil }
        return isSame(left, right, &assumed)
    }
}

extension String {
    fileprivate func dropping(_ count: Int) -> String {
        String(decoding: utf8.dropFirst(count), as: UTF8.self)
    }
}
