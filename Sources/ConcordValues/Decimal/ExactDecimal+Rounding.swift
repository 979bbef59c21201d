// Arithmetic to a given scale: each operation computes the exact result, however long, and rounds it once.
extension ExactDecimal {
    /// The number at another scale: GDA's `quantize`.
    ///
    /// More decimals are zeros; fewer are cut by the rule. `2.345` to scale 2 by ``RoundingRule/halfUp`` is `2.35`, and
    /// `2.3` to scale 2 is `2.30`.
    ///
    /// - Parameters:
    ///   - scale: The number of decimals of the result, from -400 to 400.
    ///   - rule: Which neighbour to take where digits are cut.
    /// - Returns: The number with exactly `scale` decimals.
    /// - Throws: ``ValueError/Code/decimalScale``; ``ValueError/Code/decimalOverflow`` if the result has more than 38
    ///   digits.
    public func quantized(toScale scale: Int, rounding rule: RoundingRule) throws(ValueError) -> ExactDecimal {
        if scale == self.scale { return self }
        return try Self.quantized(
            UInt256(coefficient.magnitude),
            isNegative: isNegative,
            scale: self.scale,
            toScale: scale,
            rounding: rule
        )
    }

    /// The number with at most so many significant digits, as every operation of GDA rounds its result.
    ///
    /// A number with fewer digits is unchanged; zeros are not added. `12345` to 3 digits by ``RoundingRule/halfUp`` is
    /// `1.23E+4`.
    ///
    /// - Parameters:
    ///   - precision: The most digits of the result, from 1 to 38.
    ///   - rule: Which neighbour to take where digits are cut.
    /// - Returns: The number with at most `precision` digits.
    /// - Throws: ``ValueError/Code/decimalPrecision``; ``ValueError/Code/decimalScale`` if the scale falls below -400.
    public func rounded(toPrecision precision: Int, rounding rule: RoundingRule) throws(ValueError) -> ExactDecimal {
        try Self.rounded(
            UInt256(coefficient.magnitude),
            isNegative: isNegative,
            scale: scale,
            toPrecision: precision,
            rounding: rule
        )
    }

    /// The product at a given scale, rounded once.
    ///
    /// The exact product may have up to 76 digits in between, so this succeeds where
    /// ``multiplying(by:)`` and then ``quantized(toScale:rounding:)`` would overflow.
    ///
    /// - Parameters:
    ///   - factor: The other factor.
    ///   - scale: The number of decimals of the result, from -400 to 400.
    ///   - rule: Which neighbour to take where digits are cut.
    /// - Returns: The product with exactly `scale` decimals.
    /// - Throws: ``ValueError/Code/decimalScale``; ``ValueError/Code/decimalOverflow`` if the result has more than 38
    ///   digits.
    public func multiplying(
        by factor: ExactDecimal,
        scale: Int,
        rounding rule: RoundingRule
    ) throws(ValueError) -> ExactDecimal {
        try Self.quantized(
            UInt256(product: coefficient.magnitude, factor.coefficient.magnitude),
            isNegative: isNegative != factor.isNegative,
            scale: self.scale + factor.scale,
            toScale: scale,
            rounding: rule
        )
    }

    /// The quotient at a given scale, rounded once.
    ///
    /// - Parameters:
    ///   - divisor: What to divide by.
    ///   - scale: The number of decimals of the result, from -400 to 400.
    ///   - rule: Which neighbour to take where digits are cut.
    /// - Returns: The quotient with exactly `scale` decimals.
    /// - Throws: ``ValueError/Code/decimalDivisionByZero``; ``ValueError/Code/decimalScale``;
    ///   ``ValueError/Code/decimalOverflow`` if the result has more than 38 digits.
    public func dividing(
        by divisor: ExactDecimal,
        scale: Int,
        rounding rule: RoundingRule
    ) throws(ValueError) -> ExactDecimal {
        try multiplying(by: .one, dividingBy: divisor, scale: scale, rounding: rule)
    }

    /// The number times a factor and divided by a divisor (a proportion), at a given scale, rounded once.
    ///
    /// Twelve months' fee for five months, or an amount by a rate that is quoted for a hundred units, come out right
    /// because nothing is rounded in between.
    ///
    /// - Parameters:
    ///   - factor: What to multiply by.
    ///   - divisor: What to divide by.
    ///   - scale: The number of decimals of the result, from -400 to 400.
    ///   - rule: Which neighbour to take where digits are cut.
    /// - Returns: The proportion with exactly `scale` decimals.
    /// - Throws: ``ValueError/Code/decimalDivisionByZero``; ``ValueError/Code/decimalScale``;
    ///   ``ValueError/Code/decimalOverflow`` if the result has more than 38 digits.
    public func multiplying(
        by factor: ExactDecimal,
        dividingBy divisor: ExactDecimal,
        scale: Int,
        rounding rule: RoundingRule
    ) throws(ValueError) -> ExactDecimal {
        if divisor.isZero { throw .decimalDivisionByZero(self) }
        guard Self.scales.contains(scale) else { throw .decimalScale(scale) }
        let isNegative = (isNegative != factor.isNegative) != divisor.isNegative
        let numerator = UInt256(product: coefficient.magnitude, factor.coefficient.magnitude)
        if numerator.isZero { return ExactDecimal(unchecked: 0, scale: scale) }

        let denominator = divisor.coefficient.magnitude
        let shift = scale - (self.scale + factor.scale - divisor.scale)
        // The divisor is below 10³⁸, so a numerator of 77 digits or more gives a quotient that does not fit.
        guard numerator.digitCount + shift <= 76 else {
            throw .decimalOverflow("\(scientificDescription) * \(factor) / \(divisor) to scale \(scale)")
        }
        let shifted = shift > 0 ? numerator.shifted(left: shift) : numerator
        let (quotient, remainder) = shifted.quotientAndRemainder(dividingBy: denominator)
        let residue = Residue(remainder: remainder, divisor: denominator)
        return try ExactDecimal(
            magnitude: Self.rounded(quotient, residue, isNegative, dropping: max(0, -shift), rounding: rule),
            isNegative: isNegative,
            scale: scale
        )
    }
}

extension ExactDecimal {
    /// A magnitude without its last digits, rounded.
    ///
    /// - Parameters:
    ///   - magnitude: The digits.
    ///   - residue: What was already cut off the magnitude, below its last digit.
    ///   - isNegative: Whether the number is negative.
    ///   - digits: How many digits to cut, zero or more.
    ///   - rule: Which neighbour to take.
    /// - Returns: The digits that are kept, and one more unit if the rule says so.
    static func rounded(
        _ magnitude: UInt256,
        _ residue: Residue,
        _ isNegative: Bool,
        dropping digits: Int,
        rounding rule: RoundingRule
    ) -> UInt256 {
        let (kept, cut) = magnitude.shifted(right: digits)
        let residue = digits > 0 ? cut.following(residue) : residue
        let increments = rule.increments(cutting: residue, isNegative: isNegative, lastDigit: kept.lastDigit)
        return increments ? kept &+ UInt256(1) : kept
    }

    /// A number of up to 76 digits at another scale.
    static func quantized(
        _ magnitude: UInt256,
        isNegative: Bool,
        scale: Int,
        toScale newScale: Int,
        rounding rule: RoundingRule
    ) throws(ValueError) -> ExactDecimal {
        guard scales.contains(newScale) else { throw .decimalScale(newScale) }
        if magnitude.isZero { return ExactDecimal(unchecked: 0, scale: newScale) }
        let dropping = scale - newScale
        if dropping < 0 {
            guard magnitude.digitCount - dropping <= maximumPrecision else {
                throw .decimalOverflow("a value of \(magnitude.digitCount - dropping) digits at scale \(newScale)")
            }
            return try ExactDecimal(
                magnitude: magnitude.shifted(left: -dropping),
                isNegative: isNegative,
                scale: newScale
            )
        }
        return try ExactDecimal(
            magnitude: rounded(magnitude, .none, isNegative, dropping: dropping, rounding: rule),
            isNegative: isNegative,
            scale: newScale
        )
    }

    /// A number of up to 77 digits with at most so many of them.
    static func rounded(
        _ magnitude: UInt256,
        _ residue: Residue = .none,
        isNegative: Bool,
        scale: Int,
        toPrecision precision: Int,
        rounding rule: RoundingRule
    ) throws(ValueError) -> ExactDecimal {
        guard (1...maximumPrecision).contains(precision) else { throw .decimalPrecision(precision) }
        let dropping = max(0, magnitude.digitCount - precision)
        let kept = rounded(magnitude, residue, isNegative, dropping: dropping, rounding: rule)
        if kept.digitCount > precision {
            // 999… became 1000…: the last digit is a zero, and goes.
            return try ExactDecimal(
                magnitude: .powerOfTen(precision - 1),
                isNegative: isNegative,
                scale: scale - dropping - 1
            )
        }
        return try ExactDecimal(magnitude: kept, isNegative: isNegative, scale: scale - dropping)
    }
}
