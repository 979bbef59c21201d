/// How one value stands to another: less, the same, or greater.
///
/// Closed for good: there is no fourth way.
public enum Ordering: Sendable, Hashable {
    /// The first value is less than the second.
    case less
    /// Neither value is less than the other.
    case same
    /// The first value is greater than the second.
    case greater

    /// The ordering with the two values exchanged.
    public var reversed: Ordering {
        switch self {
        case .less: .greater
        case .same: .same
        case .greater: .less
        }
    }

    /// The ordering of two values of an ordered type.
    init<Value: Comparable>(_ left: Value, _ right: Value) {
        self = left < right ? .less : left == right ? .same : .greater
    }
}
