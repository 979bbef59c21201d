public import ConcordSchema

/// What a system says about one path: a value, or one of four kinds of nothing (OWNERSHIP R5).
public enum ClaimValue: Sendable, Hashable {
    /// The system says nothing about it. In a snapshot that gives up what it said before; in a delta it means nothing.
    case absent
    /// The system has no value. It gives up what it said before; what others say still stands.
    case null
    /// There is to be no value. Only this removes one, and only from a system that may clear.
    case cleared
    /// The system has a value that could not be read, for want of permission. What it said before still stands.
    case unreadable
    /// A value, as JSON.
    case value(JSONText)

    /// The value's JSON, if there is one.
    public var json: String? {
        if case .value(let text) = self { text.text } else { nil }
    }

    /// Whether the claim states what should be: a value, or that there should be none.
    var isStatement: Bool {
        switch self {
        case .cleared, .value: true
        case .absent, .null, .unreadable: false
        }
    }
}

extension ClaimValue: CustomStringConvertible {
    /// The value's JSON, or the kind of nothing.
    public var description: String {
        switch self {
        case .absent: "absent"
        case .null: "null"
        case .cleared: "cleared"
        case .unreadable: "unreadable"
        case .value(let text): text.text
        }
    }
}
