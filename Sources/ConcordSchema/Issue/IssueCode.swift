/// A stable name for one kind of issue, such as `json.syntax` or `record.missing`.
///
/// Codes are an open set: engines and hosts add their own. Tests, dashboards and people compare codes, never messages.
public struct IssueCode: RawRepresentable, Sendable, Hashable {
    /// The code as text: where it comes from, a point, and what is wrong.
    public let rawValue: String

    /// A code with the given text.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}

extension IssueCode: ExpressibleByStringLiteral {
    /// A code with the given text.
    public init(stringLiteral value: String) {
        self.init(rawValue: value)
    }
}

extension IssueCode: CustomStringConvertible {
    /// The code as text.
    public var description: String { rawValue }
}

extension IssueCode {
    /// The bytes are not JSON (RFC 8259).
    public static let syntax: Self = "json.syntax"
    /// The document ends before the value does.
    public static let unexpectedEnd: Self = "json.unexpectedEnd"
    /// Something stands after the end of the value.
    public static let trailingBytes: Self = "json.trailingBytes"
    /// Arrays and objects are nested deeper than the reader follows.
    public static let depth: Self = "json.depth"
    /// The bytes are not UTF-8 (RFC 8259 §8.1, RFC 3629).
    public static let encoding: Self = "json.encoding"
    /// A string has half of a surrogate pair, which no Unicode text can hold.
    public static let loneSurrogate: Self = "json.loneSurrogate"
    /// The same member stands twice in one object.
    public static let duplicateKey: Self = "json.duplicateKey"
    /// The value is of another JSON type than its field.
    public static let type: Self = "json.type"
    /// A number is outside the range of its field.
    public static let numberRange: Self = "json.numberRange"
    /// `null` stands where the field must have a value.
    public static let unexpectedNull: Self = "field.null"
    /// A required member is not there.
    public static let missing: Self = "field.missing"
    /// A code is not in the field's list; its text is kept.
    public static let unknownCode: Self = "code.unknown"
    /// Two items of a keyed list have the same key.
    public static let duplicateItemKey: Self = "list.duplicateKey"
    /// The document does not say which schema it follows.
    public static let schemaMissing: Self = "schema.missing"
    /// The document follows another schema than the reader's.
    public static let schemaMismatch: Self = "schema.mismatch"
    /// A line of a stream is longer than the stream's limit.
    public static let lineTooLong: Self = "stream.lineTooLong"
}
