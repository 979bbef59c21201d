/// Which neighbour a number becomes when digits are cut off.
///
/// These are the rounding algorithms of General Decimal Arithmetic 1.70, "The arithmetic model" (in its section on the
/// context). The specification closes the set, so this is an enumeration. Rounding is never assumed: every operation
/// that may cut digits takes the rule as an argument.
///
/// | rule | 2.5 | 1.5 | 1.1 | -1.1 | -1.5 | -2.5 |
/// |---|---|---|---|---|---|---|
/// | ``halfEven`` | 2 | 2 | 1 | -1 | -2 | -2 |
/// | ``halfUp`` | 3 | 2 | 1 | -1 | -2 | -3 |
/// | ``halfDown`` | 2 | 1 | 1 | -1 | -1 | -2 |
/// | ``up`` | 3 | 2 | 2 | -2 | -2 | -3 |
/// | ``down`` | 2 | 1 | 1 | -1 | -1 | -2 |
/// | ``ceiling`` | 3 | 2 | 2 | -1 | -1 | -2 |
/// | ``floor`` | 2 | 1 | 1 | -2 | -2 | -3 |
/// | ``zeroFiveUp`` | 2 | 1 | 1 | -1 | -1 | -2 |
public enum RoundingRule: Sendable, Hashable, CaseIterable {
    /// To the nearest; a half goes to the even neighbour: `round-half-even`, bankers' rounding.
    case halfEven
    /// To the nearest; a half goes away from zero: `round-half-up`, what invoices and most tax offices mean by
    /// rounding.
    case halfUp
    /// To the nearest; a half goes towards zero: `round-half-down`.
    case halfDown
    /// Away from zero: `round-up`.
    case up
    /// Towards zero: `round-down`, truncation.
    case down
    /// Towards positive infinity: `round-ceiling`.
    case ceiling
    /// Towards negative infinity: `round-floor`.
    case floor
    /// Away from zero if the last digit kept would be 0 or 5, else towards zero: `round-05up`.
    ///
    /// A result rounded this way can be rounded again to fewer digits as if the first rounding had not happened.
    case zeroFiveUp
}

extension RoundingRule {
    /// Whether the magnitude that was kept must grow by one.
    ///
    /// - Parameters:
    ///   - residue: What was cut off the magnitude.
    ///   - isNegative: Whether the number is negative.
    ///   - lastDigit: The last decimal digit of the magnitude that was kept.
    /// - Returns: Whether to take the neighbour away from zero.
    func increments(cutting residue: Residue, isNegative: Bool, lastDigit: Int) -> Bool {
        if residue == .none { return false }
        switch self {
        case .halfEven: return residue == .aboveHalf || residue == .half && lastDigit % 2 == 1
        case .halfUp: return residue == .aboveHalf || residue == .half
        case .halfDown: return residue == .aboveHalf
        case .up: return true
        case .down: return false
        case .ceiling: return !isNegative
        case .floor: return isNegative
        case .zeroFiveUp: return lastDigit == 0 || lastDigit == 5
        }
    }
}
