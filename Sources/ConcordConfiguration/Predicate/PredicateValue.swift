public import ConcordValues

/// A value that a predicate compares.
public enum PredicateValue: Sendable, Hashable {
    /// Nothing is there.
    case absent
    /// `null` is there.
    case null
    /// True or false.
    case boolean(Bool)
    /// A number.
    case decimal(ExactDecimal)
    /// A text or a code.
    case text(String)
    /// A date.
    case date(LocalDate)
    /// A point in time.
    case instant(Instant)
}
