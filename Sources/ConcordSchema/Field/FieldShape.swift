/// What the values of a field look like: enough to document them, to check them and to make examples of them.
public indirect enum FieldShape: Sendable, Hashable {
    /// A string; `format` names what it holds (`date`, `decimal`, `date-time` …) and `examples` shows some.
    case text(format: String, examples: [String])

    /// A string that is one of a list of codes, or another that is kept.
    case code(name: String, known: [String])

    /// A whole number.
    case integer(minimum: Int64, maximum: Int64)

    /// True or false.
    case boolean

    /// A JSON object with declared fields.
    case record(RecordDescription)

    /// An array; the values of the field `key`, if there is one, tell its items apart.
    case list(of: FieldShape, key: String?)

    /// A value that may be left out or null.
    case optional(FieldShape)
}

extension FieldShape {
    /// The shape as a person would write it in a table: `Money?`, `[contract-line]`, `billable | nonBillable | …`.
    public var summary: String {
        switch self {
        case .text(let format, _): format
        case .code(let name, _): name
        case .integer: "integer"
        case .boolean: "boolean"
        case .record(let record): record.name
        case .list(let item, _): "[\(item.summary)]"
        case .optional(let value): "\(value.summary)?"
        }
    }

    /// The shape without optionality.
    public var unwrapped: FieldShape {
        if case .optional(let value) = self { value.unwrapped } else { self }
    }

    /// The record that this shape holds, directly, in a list or optionally.
    public var record: RecordDescription? {
        switch self {
        case .record(let record): record
        case .list(let item, _): item.record
        case .optional(let value): value.record
        default: nil
        }
    }
}
