/// The values that a predicate is evaluated over: one record, or one object of a source.
///
/// ## Implementation guidance
///
/// Give each value as its symbol's type says: a date as a date and not as its text. A value of another type is not equal
/// to any of its own type, and is in no order with it. Do not make a text where you can hand one out: evaluation asks only
/// for what it needs, and allocates nothing itself.
public protocol PredicateValues {
    /// The value of a slot.
    ///
    /// - Parameter slot: A number that the ``PredicateSymbols`` gave, to which the predicate was checked.
    /// - Returns: The value; ``PredicateValue/absent`` if nothing is there.
    func value(of slot: Int) -> PredicateValue
}
