extension ExactDecimal {
    /// How the number stands to another, whatever their scales: 1.0 and 1.00 are the same number.
    public func compare(_ other: ExactDecimal) -> Ordering {
        if scale == other.scale { return Ordering(coefficient, other.coefficient) }
        if coefficient.signum() != other.coefficient.signum() {
            return Ordering(coefficient.signum(), other.coefficient.signum())
        }
        if isZero { return .same }
        let magnitudes = compareMagnitude(other)
        return isNegative ? magnitudes.reversed : magnitudes
    }

    /// Whether the two are the same number, whatever their scales.
    public func isNumericallyEqual(to other: ExactDecimal) -> Bool {
        compare(other) == .same
    }

    /// The order of two magnitudes other than zero.
    private func compareMagnitude(_ other: ExactDecimal) -> Ordering {
        let (left, right) = (coefficient.magnitude, other.coefficient.magnitude)
        // The place of the first digit decides, unless it is the same; then the scales differ by less than 38, and the
        // shorter coefficient can be brought to the length of the longer.
        let (leftPlace, rightPlace) = (left.digitCount - scale, right.digitCount - other.scale)
        if leftPlace != rightPlace { return Ordering(leftPlace, rightPlace) }
        if scale < other.scale {
            return Ordering(left &* .powerOfTen(other.scale - scale), right)
        } else {
            return Ordering(left, right &* .powerOfTen(scale - other.scale))
        }
    }
}

extension ExactDecimal: Comparable {
    /// The total order of representations, GDA's `compare-total`: by number, and among equal numbers by scale.
    ///
    /// Of two equal numbers the one with more decimals is the lower if they are positive or zero (1.00 < 1.0), and the
    /// higher if they are negative, so that the order of negated numbers is the reverse order. Neither is lower exactly
    /// if they are equal by `==`.
    public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
        switch left.compare(right) {
        case .less: true
        case .greater: false
        case .same: left.isNegative ? left.scale < right.scale : left.scale > right.scale
        }
    }
}
