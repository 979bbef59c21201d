/// A keyword of a schema as data: its name, where it stands, and what it asserts.
struct SchemaKeyword: Sendable {
    /// The keyword: `minLength`.
    let name: String

    /// Where it stands in the schema's document.
    let location: JSONLocation

    /// What it asserts.
    let assertion: SchemaAssertion
}

/// What a keyword asserts of a value.
///
/// Numbers of schemas are their places in the list of a document's schemas.
///
/// A keyword that says several things is several assertions: each name of `required` is one of its own.
enum SchemaAssertion: Sendable {
    case never
    case types(TypeSet)
    case values([JSONValue])

    case minimum(JSONNumber, isExclusive: Bool)
    case maximum(JSONNumber, isExclusive: Bool)
    case multipleOf(JSONNumber)

    case minimumLength(Int)
    case maximumLength(Int)
    case pattern(RegularExpression)
    case format(String)
    /// `contentEncoding` and `contentMediaType` with their values.
    case content(String, String)

    case prefixItem(Int, Int)
    case items(from: Int, Int)
    case contains(Int, minimum: Int, maximum: Int?)
    case uniqueItems
    case minimumItems(Int)
    case maximumItems(Int)
    case unevaluatedItems(Int)

    case property(JSONString, Int)
    case patternProperty(RegularExpression, Int)
    case additionalProperties(RestOfNames, Int)
    case propertyNames(Int)
    case required(JSONString)
    case minimumProperties(Int)
    case maximumProperties(Int)
    case dependentRequired(JSONString, [JSONString])
    case dependentSchema(JSONString, Int)
    case unevaluatedProperties(Int)

    case allOf([Int])
    case anyOf([Int])
    case oneOf([Int])
    case not(Int)
    case condition(Int, then: Int?, otherwise: Int?)
    case reference(Int)

    /// Something that nobody here understands and that may refuse values.
    case opaque(String)
}

/// The names that `additionalProperties` is about: those that `properties` and `patternProperties` leave.
struct RestOfNames: Sendable, Hashable {
    /// The names that are declared.
    let names: Set<JSONString>

    /// The patterns that are declared.
    let patterns: [RegularExpression]

    /// Whether a name is among the rest.
    func contains(_ name: JSONString) -> Bool {
        !names.contains(name) && !patterns.contains { $0.matches(name.text) }
    }

    /// Whether all engines for regular expressions say the same of a name.
    func isDecided(for name: JSONString) -> Bool {
        patterns.allSatisfy { $0.isDecided(for: name.text) }
    }
}

/// A schema of a document: its keywords, and what it says beside them.
struct SchemaNode: Sendable {
    /// Where it stands.
    let location: JSONLocation

    /// The schema as it was written.
    let source: JSONValue

    /// What it asserts; nothing for `true`.
    var keywords: [SchemaKeyword] = []
}
