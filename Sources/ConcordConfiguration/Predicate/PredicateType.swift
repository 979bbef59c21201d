/// What the values of a name in a predicate are, and so what they can be compared with.
public enum PredicateType: Sendable, Hashable {
    /// Text; ordered by Unicode scalars.
    case text
    /// A number; compared by value, so that `1.0 == 1.00`.
    case decimal
    /// True or false; a condition by itself.
    case boolean
    /// A calendar date; compared with texts like `'2026-03-01'`.
    case date
    /// A point in time; compared with texts like `'2026-03-01T09:00:00Z'`, whatever their offset.
    case instant
    /// One of a list of codes; compared with codes of the list, which have no order.
    case code([String])
    /// Anything, such as a value of a source that nobody described; compared with anything.
    case unknown
    /// A record or a list as a whole, of which only `has` and `null` can be asked.
    case whole

    /// The type in words.
    var summary: String {
        switch self {
        case .text: "a text"
        case .decimal: "a number"
        case .boolean: "true or false"
        case .date: "a date"
        case .instant: "a point in time"
        case .code: "a code"
        case .unknown: "a value"
        case .whole: "a whole record or list"
        }
    }
}
