/// The powers of ten that fit in 64 bits.
private let powers: [UInt64] = [
    1,
    10,
    100,
    1_000,
    10_000,
    100_000,
    1_000_000,
    10_000_000,
    100_000_000,
    1_000_000_000,
    10_000_000_000,
    100_000_000_000,
    1_000_000_000_000,
    10_000_000_000_000,
    100_000_000_000_000,
    1_000_000_000_000_000,
    10_000_000_000_000_000,
    100_000_000_000_000_000,
    1_000_000_000_000_000_000,
    10_000_000_000_000_000_000,
]

extension UInt128 {
    /// Ten to a power from 0 to 38.
    static func powerOfTen(_ exponent: Int) -> UInt128 {
        if exponent < 20 { return UInt128(truncatingIfNeeded: powers[exponent]) }
        let (high, low) = powers[19].multipliedFullWidth(by: powers[exponent - 19])
        return UInt128(truncatingIfNeeded: high) &<< 64 | UInt128(truncatingIfNeeded: low)
    }

    /// The number of decimal digits; 1 for zero.
    var digitCount: Int {
        // log10(2) is a little more than 1233/4096; the estimate is the count or one less.
        let bits = Self.bitWidth - (self | 1).leadingZeroBitCount
        let estimate = (bits &* 1_233) &>> 12
        // 10³⁸ is the greatest power of ten that fits.
        return estimate <= 38 && self >= .powerOfTen(estimate) ? estimate + 1 : Swift.max(estimate, 1)
    }
}
