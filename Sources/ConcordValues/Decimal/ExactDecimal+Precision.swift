// Arithmetic to a number of significant digits: the operations of General Decimal Arithmetic 1.70 as the specification
// defines them, with the precision and the rounding of its context as arguments.
extension ExactDecimal {
    /// The sum with at most so many significant digits, rounded once: GDA's `add`.
    ///
    /// Unlike ``adding(_:)`` it does not fail where the two numbers are far apart.
    ///
    /// - Parameters:
    ///   - other: The other summand.
    ///   - precision: The most digits of the result, from 1 to 38.
    ///   - rule: Which neighbour to take where digits are cut.
    /// - Returns: The sum, at the larger of the two scales unless it was rounded.
    /// - Throws: ``ValueError/Code/decimalPrecision``; ``ValueError/Code/decimalScale``.
    public func adding(
        _ other: ExactDecimal,
        precision: Int,
        rounding rule: RoundingRule
    ) throws(ValueError) -> ExactDecimal {
        let (coarse, fine) = scale < other.scale ? (self, other) : (other, self)
        if let aligned = coarse.aligned(toScale: fine.scale) {
            let sum = Self.sum(aligned, coarse.isNegative, UInt256(fine.coefficient.magnitude), fine.isNegative)
            return try Self.rounded(
                sum.magnitude,
                isNegative: sum.isNegative,
                scale: fine.scale,
                toPrecision: precision,
                rounding: rule
            )
        }
        // So far apart that only the side of the finer number's tail matters. Take the coarse number to 75 digits, cut
        // the fine one there, and let one more digit say whether anything was cut: no rounding of at most 38 digits
        // has a boundary in so late a place.
        let shift = 75 - coarse.precision
        let scale = coarse.scale + shift
        let (kept, residue) = UInt256(fine.coefficient.magnitude).shifted(right: fine.scale - scale)
        let sum = Self.sum(
            UInt256(coarse.coefficient.magnitude).shifted(left: shift + 1),
            coarse.isNegative,
            kept.shifted(left: 1) &+ UInt256(residue == .none ? 0 : 1),
            fine.isNegative
        )
        return try Self.rounded(
            sum.magnitude,
            isNegative: sum.isNegative,
            scale: scale + 1,
            toPrecision: precision,
            rounding: rule
        )
    }

    /// The difference with at most so many significant digits, rounded once: GDA's `subtract`.
    ///
    /// - Parameters:
    ///   - other: What to take away.
    ///   - precision: The most digits of the result, from 1 to 38.
    ///   - rule: Which neighbour to take where digits are cut.
    /// - Returns: The difference, at the larger of the two scales unless it was rounded.
    /// - Throws: ``ValueError/Code/decimalPrecision``; ``ValueError/Code/decimalScale``.
    public func subtracting(
        _ other: ExactDecimal,
        precision: Int,
        rounding rule: RoundingRule
    ) throws(ValueError) -> ExactDecimal {
        try adding(other.negated, precision: precision, rounding: rule)
    }

    /// The product with at most so many significant digits, rounded once: GDA's `multiply`.
    ///
    /// - Parameters:
    ///   - factor: The other factor.
    ///   - precision: The most digits of the result, from 1 to 38.
    ///   - rule: Which neighbour to take where digits are cut.
    /// - Returns: The product, at the sum of the two scales unless it was rounded.
    /// - Throws: ``ValueError/Code/decimalPrecision``; ``ValueError/Code/decimalScale``.
    public func multiplying(
        by factor: ExactDecimal,
        precision: Int,
        rounding rule: RoundingRule
    ) throws(ValueError) -> ExactDecimal {
        try Self.rounded(
            UInt256(product: coefficient.magnitude, factor.coefficient.magnitude),
            isNegative: isNegative != factor.isNegative,
            scale: scale + factor.scale,
            toPrecision: precision,
            rounding: rule
        )
    }

    /// The quotient with at most so many significant digits, rounded once: GDA's `divide`.
    ///
    /// An exact quotient has the difference of the two scales, or as much more as it needs; any other has all digits.
    ///
    /// - Parameters:
    ///   - divisor: What to divide by.
    ///   - precision: The most digits of the result, from 1 to 38.
    ///   - rule: Which neighbour to take where digits are cut.
    /// - Returns: The quotient.
    /// - Throws: ``ValueError/Code/decimalDivisionByZero``; ``ValueError/Code/decimalPrecision``;
    ///   ``ValueError/Code/decimalScale``.
    public func dividing(
        by divisor: ExactDecimal,
        precision: Int,
        rounding rule: RoundingRule
    ) throws(ValueError) -> ExactDecimal {
        try quotient(by: divisor, precision: precision, rounding: rule).value
    }

    /// GDA's `divide`, and whether the quotient is exact.
    func quotient(
        by divisor: ExactDecimal,
        precision: Int,
        rounding rule: RoundingRule
    ) throws(ValueError) -> (value: ExactDecimal, isExact: Bool) {
        if divisor.isZero { throw .decimalDivisionByZero(self) }
        guard (1...Self.maximumPrecision).contains(precision) else { throw .decimalPrecision(precision) }
        let idealScale = scale - divisor.scale
        if isZero { return (try ExactDecimal(magnitude: UInt256(0), isNegative: false, scale: idealScale), true) }

        let numerator = UInt256(coefficient.magnitude)
        let denominator = divisor.coefficient.magnitude
        // Shifted so, the quotient has one digit more than asked for, or as many as asked for. A numerator that is
        // already longer is left as it is, and the quotient has still more digits.
        let shift = max(0, precision - numerator.digitCount + denominator.digitCount)
        let (quotient, remainder) = numerator.shifted(left: shift).quotientAndRemainder(dividingBy: denominator)
        let residue = Residue(remainder: remainder, divisor: denominator)
        let isNegative = isNegative != divisor.isNegative
        let scale = idealScale + shift
        if residue == .none {
            // Trailing zeros that the shift brought in go, down to the ideal scale; then the digits decide.
            var (kept, keptScale) = (quotient, scale)
            while keptScale > idealScale, kept.lastDigit == 0 {
                kept = kept.shifted(right: 1).kept
                keptScale -= 1
            }
            let value = try Self.rounded(
                kept,
                isNegative: isNegative,
                scale: keptScale,
                toPrecision: precision,
                rounding: rule
            )
            let dropped = kept.shifted(right: kept.digitCount - precision).residue
            return (value, dropped == .none)
        }
        let value = try Self.rounded(
            quotient,
            residue,
            isNegative: isNegative,
            scale: scale,
            toPrecision: precision,
            rounding: rule
        )
        return (value, false)
    }
}
