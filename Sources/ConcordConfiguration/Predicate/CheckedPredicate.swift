/// A predicate whose names are found and whose types fit, ready to be evaluated.
///
/// What is absent is neither equal nor unequal to anything:
///
/// | Condition | the value is absent | the value is `null` |
/// |---|---|---|
/// | `a == 'x'`, `a in ['x']` | undetermined | fails |
/// | `a != 'x'` | undetermined | holds |
/// | `a < 1` | undetermined | undetermined |
/// | `a == null` | undetermined | holds |
/// | `has(a)` | fails | holds |
/// | `a`, `!a` | undetermined | undetermined |
///
/// `&&` fails if one part fails, and `||` holds if one part holds, whatever the others say. A rule applies if its predicate
/// ``PredicateResult/holds``; so neither `a == 'x'` nor `!(a == 'x')` makes a rule apply where `a` is absent. Who means
/// "absent or something else" writes `!has(a) || a != 'x'`.
public struct CheckedPredicate: Sendable {
    /// The predicate as it was written.
    public let predicate: Predicate

    /// The steps, in the order of the text; a step that has parts stands before them.
    let steps: [Step]

    /// The literals that the steps compare with.
    let literals: [PredicateValue]

    /// A condition, or one that joins those that follow it.
    struct Step: Sendable {
        enum Content: Sendable {
            case all
            case any
            case not
            case constant(Bool)
            case truth(slot: Int)
            case has(slot: Int)
            case compare(PredicateComparison, slot: Int, literal: Int)
            case compareSlots(PredicateComparison, Int, Int)
            case isIn(slot: Int, literals: Range<Int>)
        }

        let content: Content

        /// The step after the last of its parts.
        var end: Int
    }

    init(_ predicate: Predicate, steps: [Step], literals: [PredicateValue]) {
        self.predicate = predicate
        self.steps = steps
        self.literals = literals
    }

    /// What the predicate says of some values.
    ///
    /// Nothing is allocated, unless the values do.
    ///
    /// - Parameter values: The values, by the slots of the symbols that the predicate was checked against.
    /// - Returns: Whether it holds, fails, or cannot be said.
    public func evaluate(over values: some PredicateValues) -> PredicateResult {
        evaluate(0, values)
    }

    /// Whether the predicate holds for some values; it does not if nobody can say.
    ///
    /// - Parameter values: The values.
    /// - Returns: Whether it holds.
    public func holds(for values: some PredicateValues) -> Bool {
        evaluate(0, values) == .holds
    }

    private func evaluate(_ index: Int, _ values: some PredicateValues) -> PredicateResult {
        switch steps[index].content {
        case .all: return join(index, values, decisive: .fails)
        case .any: return join(index, values, decisive: .holds)
        case .not: return evaluate(index + 1, values).negated
        case .constant(let isTrue): return PredicateResult(isTrue)
        case .truth(let slot):
            guard case .boolean(let isTrue) = values.value(of: slot) else { return .undetermined }
            return PredicateResult(isTrue)
        case .has(let slot):
            if case .absent = values.value(of: slot) { return .fails }
            return .holds
        case .compare(let comparison, let slot, let literal):
            return values.value(of: slot).compare(comparison, literals[literal])
        case .compareSlots(let comparison, let left, let right):
            return values.value(of: left).compare(comparison, values.value(of: right))
        case .isIn(let slot, let range):
            let value = values.value(of: slot)
            if case .absent = value { return .undetermined }
            for literal in range where value.isSame(as: literals[literal]) { return .holds }
            return .fails
        }
    }

    /// Joins the parts of a step: one decisive part decides, and without one, all must be known.
    private func join(
        _ index: Int,
        _ values: some PredicateValues,
        decisive: PredicateResult
    ) -> PredicateResult {
        var result = decisive.negated
        var part = index + 1
        while part < steps[index].end {
            let next = evaluate(part, values)
            if next == decisive { return next }
            if next == .undetermined { result = .undetermined }
            part = steps[part].end
        }
        return result
    }
}
