/// A decimal number that is what it says: an integer of at most 38 digits and the number of its decimals.
///
/// `1.10` has the coefficient 110 and the scale 2, and stays `1.10`: reading, storing and writing never change it.
/// Arithmetic is exact or rounds by a named rule to a named scale, and a result that does not fit is an error.
///
/// ## Two kinds of equality
///
/// `==` and hashing compare the representation: 1.0 and 1.00 are two values, because the precision that was stated is
/// part of what was said, as in FHIR's `decimal`. `<` is the total order that agrees with it. Ask ``compare(_:)`` or
/// ``isNumericallyEqual(to:)`` for the order of the numbers.
///
/// ## What is not here
///
/// There is no conversion from or to `Double`, on purpose. A binary fraction is hardly ever the decimal it was written
/// as, so such a conversion would let wrong digits in silently; go through text, and decide on the digits there.
/// There is no NaN, no infinity and no negative zero: an operation without a result throws.
public struct ExactDecimal: Sendable, Hashable {
    /// The number without its decimal point: 110 for `1.10`.
    ///
    /// Its magnitude is below 10³⁸.
    public var coefficient: Int128 {
        Int128(truncatingIfNeeded: high) &<< 64 | Int128(truncatingIfNeeded: low)
    }

    // The coefficient's two halves. An `Int128` would align every value with an amount in it to 16 bytes, and the
    // compiler (6.3, without optimisation) makes closures that capture such values and crash.
    private let low: UInt64
    private let high: Int64

    private let storedScale: Int16

    /// The number of decimals: 2 for `1.10`.
    ///
    /// A negative scale, from -1 to -400, is a count of zeros before the point that are not significant: -3 for `1E+3`.
    /// It arises from scientific text and from rounding, never from plain text.
    public var scale: Int { Int(storedScale) }

    /// The number `coefficient` × 10 to the power of -`scale`.
    ///
    /// - Parameters:
    ///   - coefficient: All digits and the sign; at most 38 digits.
    ///   - scale: The number of decimals, from -400 to 400.
    /// - Throws: ``ValueError/Code/decimalOverflow`` or ``ValueError/Code/decimalScale``.
    public init(coefficient: Int128, scale: Int) throws(ValueError) {
        try self.init(magnitude: UInt256(coefficient.magnitude), isNegative: coefficient < 0, scale: scale)
    }

    /// A whole number, with scale 0.
    public init(_ integer: Int) {
        self.init(unchecked: Int128(integer), scale: 0)
    }

    /// A number whose parts are known to be in range.
    init(unchecked coefficient: Int128, scale: Int) {
        low = UInt64(truncatingIfNeeded: coefficient)
        high = Int64(truncatingIfNeeded: coefficient &>> 64)
        self.storedScale = Int16(truncatingIfNeeded: scale)
    }

    /// A number from a sign and a magnitude that may be too large.
    init(magnitude: UInt256, isNegative: Bool, scale: Int) throws(ValueError) {
        guard Self.scales.contains(scale) else { throw .decimalScale(scale) }
        guard magnitude.high == 0, magnitude.low < Self.magnitudeLimit else {
            throw .decimalOverflow("a value of \(magnitude.digitCount) digits or more")
        }
        let coefficient = Int128(truncatingIfNeeded: magnitude.low)
        self.init(unchecked: isNegative ? 0 &- coefficient : coefficient, scale: scale)
    }
}

extension ExactDecimal {
    /// The most digits that a coefficient has: 38, as in SQL's widest common `NUMERIC`.
    public static let maximumPrecision = 38

    /// The scales there are: from -400 to 400.
    ///
    /// Wide enough for every number that a double-precision float can be written as.
    public static let scales = -400...400

    /// Zero, with scale 0.
    public static let zero = ExactDecimal(0)

    /// One, with scale 0.
    public static let one = ExactDecimal(1)

    /// 10³⁸: what every magnitude is below.
    static var magnitudeLimit: UInt128 { .powerOfTen(38) }

    /// Whether the number is zero, whatever its scale.
    public var isZero: Bool { coefficient == 0 }

    /// Whether the number is less than zero.
    public var isNegative: Bool { coefficient < 0 }

    /// Whether the number has no fraction: true of `3`, `3.00` and `3E+2`.
    public var isWhole: Bool {
        scale <= 0 || isZero || UInt256(coefficient.magnitude).shifted(right: scale).residue == .none
    }

    /// The number of digits of the coefficient, from 1 to 38; 1 for zero.
    public var precision: Int { coefficient.magnitude.digitCount }

    /// The number without its sign, at the same scale.
    public var magnitude: ExactDecimal {
        isNegative ? negated : self
    }

    /// The number with the other sign, at the same scale; zero stays zero.
    public var negated: ExactDecimal {
        // The range is symmetric, so this cannot overflow.
        ExactDecimal(unchecked: 0 &- coefficient, scale: scale)
    }

    /// The same number without trailing zeros in its coefficient: `1.1` for `1.10`, `1.2E+3` for `1200`, `0` for
    /// `0.00`.
    ///
    /// This is GDA's `reduce`. Only zeros beyond a scale of -400 stay. Numerically equal numbers have the same reduced
    /// form, which makes it a key to group by.
    public var reduced: ExactDecimal {
        reduced(downTo: Self.scales.lowerBound)
    }

    /// Without trailing zeros as far as a least scale; a zero goes to scale 0 or as near as the least scale lets it.
    func reduced(downTo leastScale: Int) -> ExactDecimal {
        if isZero { return ExactDecimal(unchecked: 0, scale: Swift.max(0, leastScale)) }
        var coefficient = coefficient
        var scale = scale
        while scale > leastScale {
            let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: 10)
            if remainder != 0 { break }
            coefficient = quotient
            scale -= 1
        }
        return ExactDecimal(unchecked: coefficient, scale: scale)
    }
}

extension ExactDecimal: ExpressibleByIntegerLiteral {
    /// A whole number, with scale 0.
    public init(integerLiteral value: Int) {
        self.init(value)
    }
}
