/// Where a value breaks a schema, and which keyword says so.
public struct SchemaViolation: Sendable, Hashable {
    /// The place in the value.
    public let instance: JSONLocation

    /// The place of the keyword in the schema's document.
    public let keyword: JSONLocation

    /// What was expected, for a person.
    public let expected: String
}

extension SchemaViolation: CustomStringConvertible {
    /// The places and what was expected, in one line.
    public var description: String {
        "\(instance.pointer.isEmpty ? "the document" : instance.pointer): expected \(expected) (#\(keyword))"
    }
}

/// What a validator says of a value.
public enum SchemaValidity: Sendable, Hashable {
    /// The value is valid.
    case valid
    /// The value is not, with the places; at least one.
    case invalid([SchemaViolation])
    /// Nobody can say, with the reason: a keyword or format that is not known, or too much work.
    case undecided(String)

    /// Whether the value is known to be valid.
    public var isValid: Bool { self == .valid }

    /// Whether the value is known not to be valid.
    public var isInvalid: Bool {
        if case .invalid = self { true } else { false }
    }
}
