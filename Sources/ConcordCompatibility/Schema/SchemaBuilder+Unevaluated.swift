extension SchemaBuilder {
    /// The members and items of a value that a schema looks at, where that does not depend on the value.
    private struct Reach {
        var names: Set<JSONString> = []
        var patterns: [RegularExpression] = []
        var hasAllNames = false
        var items = 0
        var hasAllItems = false
    }

    /// Says what `unevaluatedProperties` and `unevaluatedItems` are about, where the schema alone decides that.
    ///
    /// Beside `properties`, `allOf` and references they are about the names and places that those leave
    /// (JSON Schema Core §11.2, §11.3). Where branches or conditions are beside them, they stay as they are.
    mutating func settleUnevaluated(in places: Range<Int>) {
        for place in places {
            for (index, keyword) in nodes[place].keywords.enumerated() {
                let assertion: SchemaAssertion
                switch keyword.assertion {
                case .unevaluatedProperties(let child):
                    guard let reach = reach(of: place, besides: index, depth: 0) else { continue }
                    assertion =
                        reach.hasAllNames
                        ? .allOf([])
                        : .additionalProperties(RestOfNames(names: reach.names, patterns: reach.patterns), child)
                case .unevaluatedItems(let child):
                    guard let reach = reach(of: place, besides: index, depth: 0) else { continue }
                    assertion = reach.hasAllItems ? .allOf([]) : .items(from: reach.items, child)
                default: continue
                }
                replace(place, index, assertion)
            }
        }
    }

    private func reach(of place: Int, besides skipped: Int? = nil, depth: Int) -> Reach? {
        guard depth < 20 else { return nil }
        var reach = Reach()
        for (index, keyword) in nodes[place].keywords.enumerated() where index != skipped {
            let inside: [Int]
            switch keyword.assertion {
            case .property(let name, _):
                reach.names.insert(name)
                continue
            case .patternProperty(let pattern, _):
                reach.patterns.append(pattern)
                continue
            case .additionalProperties(let rest, _):
                // It looks at all that its own neighbours leave, which are here too.
                if rest.names.isSubset(of: namesBeside(place)) { reach.hasAllNames = true } else { return nil }
                continue
            case .prefixItem(let index, _):
                reach.items = max(reach.items, index + 1)
                continue
            case .items:
                reach.hasAllItems = true
                continue
            case .allOf(let places): inside = places
            case .reference(let place): inside = [place]
            case .contains, .anyOf, .oneOf, .condition, .dependentSchema, .opaque, .unevaluatedItems,
                .unevaluatedProperties:
                return nil
            default: continue
            }
            for place in inside {
                guard let other = self.reach(of: place, depth: depth + 1) else { return nil }
                reach.names.formUnion(other.names)
                reach.patterns += other.patterns.filter { !reach.patterns.contains($0) }
                reach.hasAllNames = reach.hasAllNames || other.hasAllNames
                reach.items = max(reach.items, other.items)
                reach.hasAllItems = reach.hasAllItems || other.hasAllItems
            }
        }
        return reach
    }

    private func namesBeside(_ place: Int) -> Set<JSONString> {
        Set(
            nodes[place].keywords
                .compactMap { keyword in
                    if case .property(let name, _) = keyword.assertion { name } else { nil }
                }
        )
    }
}
