/// A JSON string: two are equal if their code points are, whatever Unicode says about composed letters.
///
/// Swift's `String` compares by canonical equivalence, which would take two different member names for one.
public struct JSONString: Sendable {
    /// The text.
    public let text: String

    /// A string with the given text.
    public init(_ text: String) {
        self.text = text
    }

    /// The number of code points, which is what `minLength` and `maxLength` count (JSON Schema Validation §6.3).
    public var length: Int { text.unicodeScalars.count }
}

extension JSONString: Equatable {
    /// Whether the code points are the same.
    public static func == (left: Self, right: Self) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
    }
}

extension JSONString: Hashable {
    /// Hashes the bytes.
    public func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
    }
}

extension JSONString: Comparable {
    /// Whether the first string sorts before the second, byte by byte.
    public static func < (left: Self, right: Self) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}

extension JSONString: ExpressibleByStringLiteral {
    /// A string from a literal.
    public init(stringLiteral text: String) {
        self.text = text
    }
}

extension JSONString: CustomStringConvertible {
    /// The text.
    public var description: String { text }
}
