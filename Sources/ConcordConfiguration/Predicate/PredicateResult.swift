/// What a predicate says of a record.
///
/// A comparison with something that is absent has no answer. In CEL it is an error, which `false && …` and `true || …`
/// absorb; here it is a third value, which does the same (the strong logic of Kleene).
public enum PredicateResult: Sendable, Hashable {
    /// It is so.
    case holds
    /// It is not so.
    case fails
    /// Nobody can say, because something is absent or cannot be put in order.
    case undetermined

    init(_ isTrue: Bool) {
        self = isTrue ? .holds : .fails
    }

    /// The opposite; what nobody can say, nobody can deny.
    var negated: Self {
        switch self {
        case .holds: .fails
        case .fails: .holds
        case .undetermined: .undetermined
        }
    }
}
