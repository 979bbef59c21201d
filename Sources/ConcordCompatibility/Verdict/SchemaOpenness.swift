/// Closes and opens the objects of a schema's document.
enum SchemaOpenness {
    private static let maps: Set<String> = [
        "properties", "patternProperties", "$defs", "definitions", "dependentSchemas",
    ]
    private static let values: Set<String> = ["items", "additionalItems", "contains", "additionalProperties"]
    private static let lists: Set<String> = ["prefixItems", "items"]
    private static let branches: Set<String> = ["allOf", "anyOf", "oneOf"]

    /// The document with every object that declares members closed to others.
    static func closed(_ document: JSONValue) -> JSONValue { closed(document, isValue: true) }

    /// The document with every object open to members that it does not declare.
    static func opened(_ document: JSONValue) -> JSONValue {
        guard case .object(let members) = document else { return document }
        return .object(
            members.compactMap { member in
                let name = member.name.text
                if name == "additionalProperties" || name == "unevaluatedProperties", member.value == false {
                    return nil
                }
                return JSONMember(member.name, inside(member) { value, _ in opened(value) })
            }
        )
    }

    /// Closes a schema; `isValue` says that nothing beside it is about the same value.
    private static func closed(_ schema: JSONValue, isValue: Bool) -> JSONValue {
        guard case .object(let members) = schema else { return schema }
        let hasOwnMembers = ["properties", "patternProperties", "allOf", "$ref"]
            .contains { schema[JSONString($0)] != nil }
        // Alternatives that stand alone describe the value each by itself.
        let closesBranches = isValue && !hasOwnMembers && (schema["anyOf"] != nil || schema["oneOf"] != nil)
        var result = members.map { member in
            JSONMember(
                member.name,
                inside(member) { value, isInPlace in closed(value, isValue: isInPlace ? closesBranches : true) }
            )
        }
        let isOpen =
            (schema["additionalProperties"] ?? true) == true && (schema["unevaluatedProperties"] ?? true) == true
        if isValue, hasOwnMembers, isOpen {
            result.removeAll { $0.name == "additionalProperties" || $0.name == "unevaluatedProperties" }
            result.append(JSONMember("unevaluatedProperties", false))
        }
        return .object(result)
    }

    /// A keyword's value with its schemas changed; conditions and negations are left alone.
    private static func inside(_ member: JSONMember, _ change: (JSONValue, _ isInPlace: Bool) -> JSONValue) -> JSONValue
    {
        let name = member.name.text
        if maps.contains(name), let inner = member.value.members {
            let isInPlace = name == "$defs" || name == "definitions" || name == "dependentSchemas"
            return .object(inner.map { JSONMember($0.name, change($0.value, isInPlace)) })
        }
        if lists.contains(name), let items = member.value.items { return .array(items.map { change($0, false) }) }
        if branches.contains(name), let items = member.value.items { return .array(items.map { change($0, true) }) }
        if values.contains(name) { return change(member.value, false) }
        return member.value
    }
}
