internal import ConcordSchema

/// A JSON value with exact numbers and strings that are equal only if their code points are.
public indirect enum JSONValue: Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case boolean(Bool)
    /// A number.
    case number(JSONNumber)
    /// A string.
    case string(JSONString)
    /// An array.
    case array([JSONValue])
    /// An object: its members in the order in which they stand.
    case object([JSONMember])
}

/// A member of a JSON object.
public struct JSONMember: Sendable, Hashable {
    /// The member's name.
    public let name: JSONString

    /// The member's value.
    public var value: JSONValue

    /// A member.
    public init(_ name: JSONString, _ value: JSONValue) {
        self.name = name
        self.value = value
    }
}

extension JSONValue {
    /// A string.
    public static func string(_ text: String) -> JSONValue { .string(JSONString(text)) }

    /// The value of an object's member, if there is one.
    public subscript(name: JSONString) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The members, if it is an object.
    public var members: [JSONMember]? {
        if case .object(let members) = self { members } else { nil }
    }

    /// The items, if it is an array.
    public var items: [JSONValue]? {
        if case .array(let items) = self { items } else { nil }
    }

    /// The text, if it is a string.
    public var text: String? {
        if case .string(let string) = self { string.text } else { nil }
    }

    /// The number, if it is one.
    public var number: JSONNumber? {
        if case .number(let number) = self { number } else { nil }
    }

    /// The value at the end of a JSON Pointer (RFC 6901), if there is one.
    func value(at steps: some Sequence<String>) -> JSONValue? {
        var value = self
        for step in steps {
            if let next = value[JSONString(step)] {
                value = next
            } else if let items = value.items, let index = Int(step), items.indices.contains(index) {
                value = items[index]
            } else {
                return nil
            }
        }
        return value
    }
}

extension JSONValue: Equatable {
    /// Whether the values are the same: numbers by value, objects whatever the order of their members.
    public static func == (left: Self, right: Self) -> Bool {
        switch (left, right) {
        case (.null, .null): return true
        case (.boolean(let left), .boolean(let right)): return left == right
        case (.number(let left), .number(let right)): return left == right
        case (.string(let left), .string(let right)): return left == right
        case (.array(let left), .array(let right)): return left == right
        case (.object(let left), .object(let right)):
            guard left.count == right.count else { return false }
            if zip(left, right).allSatisfy({ $0.name == $1.name }) { return zip(left, right).allSatisfy { $0 == $1 } }
            var byName: [JSONString: JSONValue] = [:]
            for member in right { byName[member.name] = member.value }
            return left.allSatisfy { byName[$0.name] == $0.value }
        default: return false
        }
    }
}

extension JSONValue: Hashable {
    /// Hashes the value so that equal values hash equally.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .boolean(let value): hasher.combine(value)
        case .number(let number): hasher.combine(number)
        case .string(let string): hasher.combine(string)
        case .array(let items): hasher.combine(items)
        case .object(let members):
            hasher.combine(members.count)
            for name in members.map(\.name).sorted() { hasher.combine(name) }
        }
    }
}

extension JSONValue: CustomStringConvertible {
    /// The value as compact JSON.
    public var description: String {
        var writer = JSONWriter(capacity: 64)
        write(to: &writer)
        return writer.text()
    }

    /// Writes the value as compact JSON.
    func write(to writer: inout JSONWriter) {
        switch self {
        case .null: writer.writeNull()
        case .boolean(let value): writer.write(value)
        case .number(let number): writer.writeRaw(number.text.utf8)
        case .string(let string): writer.write(string.text)
        case .array(let items):
            writer.beginList()
            for item in items {
                item.write(to: &writer)
                writer.endItem()
            }
            writer.endList()
        case .object(let members):
            writer.beginObject()
            for member in members {
                writer.write(name: member.name.text)
                member.value.write(to: &writer)
                writer.endItem()
            }
            writer.endObject()
        }
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// A string.
    public init(stringLiteral value: String) { self = .string(JSONString(value)) }
    /// A whole number.
    public init(integerLiteral value: Int) { self = .number(JSONNumber(value)) }
    /// True or false.
    public init(booleanLiteral value: Bool) { self = .boolean(value) }
    /// An array.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    /// An object.
    public init(dictionaryLiteral elements: (JSONString, JSONValue)...) {
        self = .object(elements.map { JSONMember($0.0, $0.1) })
    }
}
