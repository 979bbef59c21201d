import ConcordValues
import Testing

/// Each rule against its definition, spelled out with whole numbers.
@Suite("Decimal rounding")
struct DecimalRoundingTests {
    /// What numerator ÷ denominator is as a whole number; the denominator is positive.
    private static func reference(_ numerator: Int, _ denominator: Int, _ rule: RoundingRule) -> Int {
        let towardsZero = numerator / denominator
        if numerator % denominator == 0 { return towardsZero }
        let awayFromZero = towardsZero + (numerator < 0 ? -1 : 1)
        let distance = abs(2 * (numerator % denominator)) - denominator
        let nearest = distance > 0 ? awayFromZero : towardsZero
        return switch rule {
        case .halfEven: distance != 0 ? nearest : towardsZero % 2 == 0 ? towardsZero : awayFromZero
        case .halfUp: distance != 0 ? nearest : awayFromZero
        case .halfDown: distance != 0 ? nearest : towardsZero
        case .up: awayFromZero
        case .down: towardsZero
        case .ceiling: max(towardsZero, awayFromZero)
        case .floor: min(towardsZero, awayFromZero)
        case .zeroFiveUp: towardsZero % 5 == 0 ? awayFromZero : towardsZero
        }
    }

    @Test(arguments: RoundingRule.allCases)
    func quantizing(_ rule: RoundingRule) throws {
        for coefficient in -1_250...1_250 {
            for digits in 0...5 {
                let value = try ExactDecimal(coefficient: Int128(coefficient), scale: digits)
                let expected = Self.reference(coefficient, Self.powerOfTen(digits), rule)
                #expect(try value.quantized(toScale: 0, rounding: rule) == ExactDecimal(expected), "\(value)")
            }
        }
    }

    @Test(arguments: RoundingRule.allCases)
    func dividing(_ rule: RoundingRule) throws {
        for dividend in -60...60 {
            for divisor in -25...25 where divisor != 0 {
                let sign = divisor.signum()
                for scale in -1...1 {
                    // Below the point the dividend grows, above it the divisor.
                    let expected = Self.reference(
                        dividend * sign * (scale > 0 ? 10 : 1),
                        divisor * sign * (scale < 0 ? 10 : 1),
                        rule
                    )
                    let quotient = try ExactDecimal(dividend)
                        .dividing(by: ExactDecimal(divisor), scale: scale, rounding: rule)
                    #expect(
                        try quotient == ExactDecimal(coefficient: Int128(expected), scale: scale),
                        "\(dividend) / \(divisor) to scale \(scale)"
                    )
                }
            }
        }
    }

    @Test(arguments: RoundingRule.allCases)
    func multiplyingToAScale(_ rule: RoundingRule) throws {
        for left in -60...60 {
            for right in -45...45 {
                let factors = (
                    try ExactDecimal(coefficient: Int128(left), scale: 1),
                    try ExactDecimal(coefficient: Int128(right), scale: 2)
                )
                let product = try factors.0.multiplying(by: factors.1, scale: 1, rounding: rule)
                let expected = Self.reference(left * right, 100, rule)
                #expect(try product == ExactDecimal(coefficient: Int128(expected), scale: 1), "\(left) * \(right)")
            }
        }
    }

    @Test(arguments: RoundingRule.allCases)
    func roundingToDigits(_ rule: RoundingRule) throws {
        for coefficient in -11_000...11_000 {
            let dropped = max(0, String(abs(coefficient)).count - 3)
            let expected = Self.reference(coefficient, Self.powerOfTen(dropped), rule)
            let rounded = try ExactDecimal(coefficient).rounded(toPrecision: 3, rounding: rule)
            #expect(rounded.precision <= 3)
            #expect(
                try rounded.isNumericallyEqual(to: ExactDecimal(coefficient: Int128(expected), scale: -dropped)),
                "\(coefficient)"
            )
        }
    }

    /// Round-half-even after the rule that may be rounded again is round-half-even at once.
    @Test func zeroFiveUpMayBeRoundedAgain() throws {
        for coefficient in 0...99_999 {
            let value = ExactDecimal(coefficient)
            let twice = try value.rounded(toPrecision: 4, rounding: .zeroFiveUp)
                .quantized(toScale: -2, rounding: .halfEven)
            #expect(try twice == value.quantized(toScale: -2, rounding: .halfEven), "\(coefficient)")
        }
    }

    /// Far apart, a sum is the nearer number with a trace of the other.
    @Test(arguments: [
        (RoundingRule.halfEven, "1.0000E+300", "1.0000E+300"), (.up, "1.0001E+300", "1.0000E+300"),
        (.ceiling, "1.0001E+300", "1.0000E+300"), (.down, "1.0000E+300", "9.9999E+299"),
        (.floor, "1.0000E+300", "9.9999E+299"), (.zeroFiveUp, "1.0001E+300", "9.9999E+299"),
    ])
    func distantSums(_ rule: RoundingRule, _ sum: String, _ difference: String) throws {
        let (far, fine) = (try decimal("1E+300"), try decimal("1E-300"))
        #expect(try far.adding(fine, precision: 5, rounding: rule) == decimal(sum))
        #expect(try fine.adding(far, precision: 5, rounding: rule) == decimal(sum))
        #expect(try far.subtracting(fine, precision: 5, rounding: rule) == decimal(difference))
        #expect(try fine.subtracting(far, precision: 5, rounding: rule).negated.precision == 5)
    }

    private static func powerOfTen(_ exponent: Int) -> Int {
        (0..<exponent).reduce(1) { power, _ in power * 10 }
    }
}
