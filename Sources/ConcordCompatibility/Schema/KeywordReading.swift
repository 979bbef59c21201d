/// The reading of one schema's keywords into assertions.
///
/// A keyword whose value is not what the standard says becomes an opaque assertion: nothing is guessed about it.
struct KeywordReading {
    let schema: JSONValue
    let location: JSONLocation
    let place: Int
    let isEmbedded: Bool

    /// Reads one keyword; what is none is an annotation and stays in the schema's source.
    mutating func read(_ member: JSONMember, into builder: inout SchemaBuilder) {
        let name = member.name.text
        let value = member.value
        let here = location.member(name)
        var assertions: [SchemaAssertion] = []
        var isUnderstood = true
        func take(_ assertion: SchemaAssertion?) {
            if let assertion { assertions.append(assertion) } else { isUnderstood = false }
        }
        func child(_ value: JSONValue, _ location: JSONLocation) -> Int {
            builder.add(value, at: location, isEmbedded: isEmbedded)
        }
        func children() -> [Int]? {
            value.items?.enumerated().map { child($1, here.item($0)) }
        }
        let isDraft4 = builder.dialect == .draft4
        switch name {
        case "type":
            let names = value.items?.compactMap(\.text) ?? value.text.map { [$0] } ?? []
            let types = names.compactMap { TypeSet(named: $0) }
            take(types.count == names.count && !names.isEmpty ? .types(TypeSet(types)) : nil)
        case "enum": take(value.items.map { .values($0) })
        case "const": take(.values([value]))
        case "minimum", "maximum":
            let isExclusive = isDraft4 && schema[JSONString(Self.exclusive(name))] == true
            take(
                value.number.map {
                    name == "minimum"
                        ? .minimum($0, isExclusive: isExclusive) : .maximum($0, isExclusive: isExclusive)
                }
            )
        case "exclusiveMinimum", "exclusiveMaximum":
            if case .boolean(let isOn) = value {
                // Draft 4's form, which counts beside its bound; elsewhere it is no keyword's value.
                if !isDraft4, isOn { take(nil) }
                break
            }
            take(
                value.number.map {
                    name == "exclusiveMinimum" ? .minimum($0, isExclusive: true) : .maximum($0, isExclusive: true)
                }
            )
        case "multipleOf": take(value.number.flatMap { $0.isZero || $0 < 0 ? nil : .multipleOf($0) })
        case "minLength": take(value.count.map { .minimumLength($0) })
        case "maxLength": take(value.count.map { .maximumLength($0) })
        case "pattern": take(value.text.flatMap { try? RegularExpression($0) }.map { .pattern($0) })
        case "format": take(value.text.map { .format($0) })
        case "contentEncoding", "contentMediaType": take(value.text.map { .content(name, $0) })
        case "prefixItems":
            guard !builder.dialect.hasItemLists else { break }
            if let schemas = value.items { readPrefix(schemas, here, into: &builder) } else { take(nil) }
        case "items":
            if let schemas = value.items {
                if builder.dialect.hasItemLists { readPrefix(schemas, here, into: &builder) } else { take(nil) }
            } else {
                let first = builder.dialect.hasItemLists ? 0 : schema["prefixItems"]?.items?.count ?? 0
                take(.items(from: first, child(value, here)))
            }
        case "additionalItems":
            guard builder.dialect.hasItemLists, let first = schema["items"]?.items?.count else { break }
            take(.items(from: first, child(value, here)))
        case "contains":
            let minimum = schema["minContains"].map { $0.count } ?? 1
            let maximum = schema["maxContains"].map { $0.count }
            if let minimum, maximum.map({ $0 != nil }) ?? true {
                take(.contains(child(value, here), minimum: minimum, maximum: maximum ?? nil))
            } else {
                take(nil)
            }
        case "uniqueItems":
            if value == true { take(.uniqueItems) } else if value != false { take(nil) }
        case "minItems": take(value.count.map { .minimumItems($0) })
        case "maxItems": take(value.count.map { .maximumItems($0) })
        case "unevaluatedItems": take(.unevaluatedItems(child(value, here)))
        case "unevaluatedProperties": take(.unevaluatedProperties(child(value, here)))
        case "properties":
            for property in value.members ?? [] {
                take(.property(property.name, child(property.value, here.member(property.name.text))))
            }
            if value.members == nil { take(nil) }
        case "patternProperties":
            for property in value.members ?? [] {
                let place = child(property.value, here.member(property.name.text))
                take((try? RegularExpression(property.name.text)).map { .patternProperty($0, place) })
            }
            if value.members == nil { take(nil) }
        case "additionalProperties":
            take(Self.rest(of: schema).map { .additionalProperties($0, child(value, here)) })
        case "propertyNames": take(.propertyNames(child(value, here)))
        case "required":
            for name in value.items ?? [] { take(name.text.map { .required(JSONString($0)) }) }
            if value.items == nil, !isDraft4 { take(nil) }
        case "minProperties": take(value.count.map { .minimumProperties($0) })
        case "maxProperties": take(value.count.map { .maximumProperties($0) })
        case "dependentRequired", "dependentSchemas", "dependencies":
            if value.members == nil { take(nil) }
            for member in value.members ?? [] {
                if name != "dependentSchemas", let names = member.value.items {
                    take(.dependentRequired(member.name, names.compactMap { $0.text.map { JSONString($0) } }))
                } else if name != "dependentRequired" {
                    take(.dependentSchema(member.name, child(member.value, here.member(member.name.text))))
                } else {
                    take(nil)
                }
            }
        case "allOf": take(children().map { .allOf($0) })
        case "anyOf": take(children().map { .anyOf($0) })
        case "oneOf": take(children().map { .oneOf($0) })
        case "not": take(.not(child(value, here)))
        case "if":
            let then = schema["then"].map { child($0, location.member("then")) }
            let otherwise = schema["else"].map { child($0, location.member("else")) }
            take(.condition(child(value, here), then: then, otherwise: otherwise))
        case "$dynamicRef", "$recursiveRef": take(nil)
        default: break
        }
        for assertion in assertions { builder.append(name, assertion, at: here, to: place) }
        if !isUnderstood { builder.append(name, .opaque(name), at: here, to: place) }
    }

    private func readPrefix(_ schemas: [JSONValue], _ here: JSONLocation, into builder: inout SchemaBuilder) {
        for (index, schema) in schemas.enumerated() {
            let child = builder.add(schema, at: here.item(index), isEmbedded: isEmbedded)
            builder.append("prefixItems", .prefixItem(index, child), at: here.item(index), to: place)
        }
    }

    private static func exclusive(_ name: String) -> String {
        name == "minimum" ? "exclusiveMinimum" : "exclusiveMaximum"
    }

    private static func rest(of schema: JSONValue) -> RestOfNames? {
        var patterns: [RegularExpression] = []
        for member in schema["patternProperties"]?.members ?? [] {
            guard let pattern = try? RegularExpression(member.name.text) else { return nil }
            patterns.append(pattern)
        }
        return RestOfNames(names: Set((schema["properties"]?.members ?? []).map(\.name)), patterns: patterns)
    }
}

extension JSONValue {
    /// The value as a count; nil if it is none.
    ///
    /// A count beyond what memory holds is the largest that it does.
    fileprivate var count: Int? {
        guard case .number(let number) = self, number.isInteger, !(number < 0) else { return nil }
        return number.integer ?? Int.max / 4
    }
}
