// Exact arithmetic: the result is the number that mathematics says, at the scale that schoolbook arithmetic gives it,
// or an error. Nothing here rounds.
extension ExactDecimal {
    /// The exact sum, at the larger of the two scales: 1.10 + 2 = 3.10.
    ///
    /// - Throws: ``ValueError/Code/decimalOverflow`` if the sum needs more than 38 digits at that scale.
    public func adding(_ other: ExactDecimal) throws(ValueError) -> ExactDecimal {
        if scale == other.scale {
            // Two magnitudes below 10³⁸ can exceed 128 bits with a sign, but not without.
            let (sum, overflows) = coefficient.addingReportingOverflow(other.coefficient)
            guard !overflows, sum.magnitude < Self.magnitudeLimit else { throw Self.overflow(self, "+", other) }
            return ExactDecimal(unchecked: sum, scale: scale)
        }
        let scale = Swift.max(scale, other.scale)
        guard let left = aligned(toScale: scale), let right = other.aligned(toScale: scale) else {
            throw Self.overflow(self, "+", other)
        }
        let sum = Self.sum(left, isNegative, right, other.isNegative)
        guard sum.magnitude < UInt256(Self.magnitudeLimit) else { throw Self.overflow(self, "+", other) }
        return try ExactDecimal(magnitude: sum.magnitude, isNegative: sum.isNegative, scale: scale)
    }

    /// The exact difference, at the larger of the two scales: 3.10 - 2 = 1.10.
    ///
    /// - Throws: ``ValueError/Code/decimalOverflow`` if the difference needs more than 38 digits at that scale.
    public func subtracting(_ other: ExactDecimal) throws(ValueError) -> ExactDecimal {
        try adding(other.negated)
    }

    /// The exact product, whose scale is the sum of the two scales: 1.10 × 2.5 = 2.750.
    ///
    /// Trailing zeros are not stripped to make it fit. Where the product is to be rounded anyway, use
    /// ``multiplying(by:scale:rounding:)``, which has no such limit in between.
    ///
    /// - Throws: ``ValueError/Code/decimalOverflow`` if the product needs more than 38 digits;
    ///   ``ValueError/Code/decimalScale`` if its scale is not from -400 to 400.
    public func multiplying(by factor: ExactDecimal) throws(ValueError) -> ExactDecimal {
        let product = UInt256(product: coefficient.magnitude, factor.coefficient.magnitude)
        guard product < UInt256(Self.magnitudeLimit) else { throw Self.overflow(self, "*", factor) }
        return try ExactDecimal(
            magnitude: product,
            isNegative: isNegative != factor.isNegative,
            scale: scale + factor.scale
        )
    }

    /// The exact quotient, if there is one: 1 ÷ 8 = 0.125, but there is none of 1 ÷ 3.
    ///
    /// Its scale is the difference of the two scales (GDA's ideal exponent), or as much more as it takes to be exact.
    ///
    /// - Throws: ``ValueError/Code/decimalDivisionByZero``; ``ValueError/Code/decimalInexact`` if the quotient has no
    ///   end or more than 38 digits; ``ValueError/Code/decimalScale`` if its scale is not from -400 to 400.
    public func dividing(exactlyBy divisor: ExactDecimal) throws(ValueError) -> ExactDecimal {
        let (quotient, isExact) = try quotient(by: divisor, precision: Self.maximumPrecision, rounding: .down)
        guard isExact else {
            throw ValueError(
                .decimalInexact,
                expected: "a quotient of at most 38 digits",
                observed: "\(scientificDescription) / \(divisor.scientificDescription)"
            )
        }
        return quotient
    }

    /// What is left of the number when as many whole `divisor`s as possible are taken away: 7.5 of 2 leaves 1.5.
    ///
    /// The remainder has the sign of the number and the larger of the two scales. It always fits: the whole quotient
    /// may have any number of digits, because it is not computed.
    ///
    /// - Throws: ``ValueError/Code/decimalDivisionByZero``.
    public func remainder(dividingBy divisor: ExactDecimal) throws(ValueError) -> ExactDecimal {
        if divisor.isZero { throw .decimalDivisionByZero(self) }
        let (dividend, modulus) = (coefficient.magnitude, divisor.coefficient.magnitude)
        let scale = Swift.max(scale, divisor.scale)
        var remainder: UInt128
        if divisor.scale < scale {
            // A divisor so large that it cannot be aligned is larger than the dividend.
            let aligned = divisor.aligned(toScale: scale)
            remainder = aligned.map { $0 > UInt256(dividend) ? dividend : dividend % $0.low } ?? dividend
        } else {
            // The dividend grows step by step, and is taken modulo the divisor before it can outgrow 256 bits.
            remainder = dividend % modulus
            var shift = scale - self.scale
            while shift > 0, remainder != 0 {
                let step = Swift.min(shift, 38)
                remainder =
                    UInt256(product: remainder, .powerOfTen(step)).quotientAndRemainder(dividingBy: modulus).remainder
                shift -= step
            }
        }
        return try ExactDecimal(magnitude: UInt256(remainder), isNegative: isNegative, scale: scale)
    }
}

extension ExactDecimal {
    /// The exact sum.
    ///
    /// - Throws: What ``adding(_:)`` throws.
    public static func + (left: ExactDecimal, right: ExactDecimal) throws(ValueError) -> ExactDecimal {
        try left.adding(right)
    }

    /// The exact difference.
    ///
    /// - Throws: What ``subtracting(_:)`` throws.
    public static func - (left: ExactDecimal, right: ExactDecimal) throws(ValueError) -> ExactDecimal {
        try left.subtracting(right)
    }

    /// The exact product.
    ///
    /// - Throws: What ``multiplying(by:)`` throws.
    public static func * (left: ExactDecimal, right: ExactDecimal) throws(ValueError) -> ExactDecimal {
        try left.multiplying(by: right)
    }

    /// The number with the other sign.
    public static prefix func - (operand: ExactDecimal) -> ExactDecimal {
        operand.negated
    }
}

extension ExactDecimal {
    /// The magnitude of the coefficient at a scale that is not smaller, if it is below 10⁷⁶.
    func aligned(toScale scale: Int) -> UInt256? {
        if isZero { return UInt256(0) }
        let shift = scale - self.scale
        guard precision + shift <= 76 else { return nil }
        return UInt256(coefficient.magnitude).shifted(left: shift)
    }

    /// The sum of two numbers given as magnitude and sign.
    static func sum(
        _ left: UInt256,
        _ isLeftNegative: Bool,
        _ right: UInt256,
        _ isRightNegative: Bool
    ) -> (magnitude: UInt256, isNegative: Bool) {
        if isLeftNegative == isRightNegative { return (left &+ right, isLeftNegative) }
        return left < right ? (right &- left, isRightNegative) : (left &- right, isLeftNegative)
    }

    private static func overflow(_ left: ExactDecimal, _ operation: String, _ right: ExactDecimal) -> ValueError {
        .decimalOverflow("\(left.scientificDescription) \(operation) \(right.scientificDescription)")
    }
}
