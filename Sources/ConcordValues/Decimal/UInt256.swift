/// A magnitude of twice the width, for products and shifted numerators of 38-digit decimals.
///
/// Only what ``ExactDecimal`` needs. Callers keep every value below 10⁷⁷, which fits; nothing here traps.
struct UInt256 {
    var high: UInt128
    var low: UInt128

    init(high: UInt128, low: UInt128) {
        self.high = high
        self.low = low
    }

    init(_ low: UInt128) {
        self.init(high: 0, low: low)
    }

    init(product left: UInt128, _ right: UInt128) {
        let (high, low) = left.multipliedFullWidth(by: right)
        self.init(high: high, low: low)
    }

    var isZero: Bool { high | low == 0 }
}

extension UInt256: Comparable {
    static func < (left: UInt256, right: UInt256) -> Bool {
        left.high != right.high ? left.high < right.high : left.low < right.low
    }
}

extension UInt256 {
    static func &+ (left: UInt256, right: UInt256) -> UInt256 {
        let (low, carries) = left.low.addingReportingOverflow(right.low)
        return UInt256(high: left.high &+ right.high &+ (carries ? 1 : 0), low: low)
    }

    static func &- (left: UInt256, right: UInt256) -> UInt256 {
        let (low, borrows) = left.low.subtractingReportingOverflow(right.low)
        return UInt256(high: left.high &- right.high &- (borrows ? 1 : 0), low: low)
    }

    static func &* (left: UInt256, right: UInt128) -> UInt256 {
        var product = UInt256(product: left.low, right)
        product.high &+= left.high &* right
        return product
    }

    /// The quotient and the remainder of a division by anything but zero.
    func quotientAndRemainder(dividingBy divisor: UInt128) -> (quotient: UInt256, remainder: UInt128) {
        if high == 0 {
            let (quotient, remainder) = low.quotientAndRemainder(dividingBy: divisor)
            return (UInt256(quotient), remainder)
        }
        // Long division in digits of 128 bits: the first remainder is below the divisor, so the second quotient fits.
        let (first, carried) = high.quotientAndRemainder(dividingBy: divisor)
        let (second, remainder) = divisor.dividingFullWidth((carried, low))
        return (UInt256(high: first, low: second), remainder)
    }

    /// Ten to a power from 0 to 77.
    static func powerOfTen(_ exponent: Int) -> UInt256 {
        if exponent <= 38 { return UInt256(.powerOfTen(exponent)) }
        let power = UInt256(product: .powerOfTen(38), .powerOfTen(min(exponent - 38, 38)))
        return exponent == 77 ? power &* 10 : power
    }

    /// The number of decimal digits; 1 for zero.
    var digitCount: Int {
        if high == 0 { return low.digitCount }
        // As in UInt128.digitCount; 1233/4096 is close enough to log10(2) for 256 bits too.
        let bits = 256 - high.leadingZeroBitCount
        let estimate = (bits &* 1_233) &>> 12
        return self >= .powerOfTen(estimate) ? estimate + 1 : estimate
    }

    /// The last decimal digit.
    var lastDigit: Int {
        // 2¹²⁸ ends in 6.
        Int(truncatingIfNeeded: (high % 10 * 6 + low % 10) % 10)
    }

    /// This value times ten to a power from 0 to 77; the caller knows that it fits.
    func shifted(left digits: Int) -> UInt256 {
        let first = min(digits, 38)
        let shifted = high == 0 ? UInt256(product: low, .powerOfTen(first)) : self &* .powerOfTen(first)
        return digits > first ? shifted.shifted(left: digits - first) : shifted
    }

    /// This value without its last digits, and what they were worth.
    func shifted(right digits: Int) -> (kept: UInt256, residue: Residue) {
        if digits <= 0 { return (self, .none) }
        // Any value is below half of 10⁷⁸.
        if digits > 77 { return (UInt256(0), isZero ? .none : .belowHalf) }
        var kept = self
        var residue = Residue.none
        var left = digits
        while left > 0 {
            let step = min(left, 38)
            let divisor = UInt128.powerOfTen(step)
            let (quotient, remainder) = kept.quotientAndRemainder(dividingBy: divisor)
            residue = Residue(remainder: remainder, divisor: divisor).following(residue)
            kept = quotient
            left -= step
        }
        return (kept, residue)
    }
}
