/// The six kinds of JSON values; `integer` is a part of the numbers (JSON Schema Core §4.2.1).
enum ValueKind: Int, Sendable, CaseIterable {
    case null
    case boolean
    case number
    case string
    case array
    case object
}

extension JSONValue {
    /// What kind of value it is.
    var kind: ValueKind {
        switch self {
        case .null: .null
        case .boolean: .boolean
        case .number: .number
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }
}

/// What `type` admits.
struct TypeSet: OptionSet, Sendable, Hashable {
    let rawValue: Int

    static let integer = TypeSet(rawValue: 1 << 6)

    init(rawValue: Int) { self.rawValue = rawValue }

    init(_ kind: ValueKind) { rawValue = 1 << kind.rawValue }

    /// The set for a type's name; nil if there is no such type.
    init?(named name: String) {
        switch name {
        case "null": self.init(.null)
        case "boolean": self.init(.boolean)
        case "number": self.init(.number)
        case "integer": self = .integer
        case "string": self.init(.string)
        case "array": self.init(.array)
        case "object": self.init(.object)
        default: return nil
        }
    }

    /// Whether a value is of one of the types.
    func contains(_ value: JSONValue) -> Bool {
        if contains(TypeSet(value.kind)) { return true }
        if contains(.integer), case .number(let number) = value { return number.isInteger }
        return false
    }
}
