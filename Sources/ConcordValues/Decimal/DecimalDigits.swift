/// The digits of a number while its text is read: leading zeros are free, more than 38 significant digits are too many.
struct DecimalDigits {
    private(set) var magnitude: UInt128 = 0
    private(set) var areTooMany = false

    mutating func append(_ digit: UInt8) {
        if magnitude >= .powerOfTen(37) {
            areTooMany = true
        } else {
            magnitude = magnitude &* 10 &+ UInt128(truncatingIfNeeded: digit)
        }
    }
}

extension UInt128 {
    /// Writes the last `count` decimal digits.
    func writeDigits(to destination: UnsafeMutablePointer<UInt8>, count: Int) {
        var count = count
        var rest = self
        // 128-bit division is slow, so take 19 digits at a time into 64 bits.
        while rest > UInt128(UInt64.max) {
            let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: .powerOfTen(19))
            let block = Swift.min(count, 19)
            UInt64(truncatingIfNeeded: remainder).writeDigits(to: destination + (count - block), count: block)
            count -= block
            rest = quotient
        }
        UInt64(truncatingIfNeeded: rest).writeDigits(to: destination, count: count)
    }
}

extension UInt64 {
    /// Writes the last `count` decimal digits, with leading zeros if there are fewer.
    func writeDigits(to destination: UnsafeMutablePointer<UInt8>, count: Int) {
        var rest = self
        var index = count
        while index > 0 {
            index &-= 1
            let quotient = rest / 10
            destination[index] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest &- quotient &* 10)
            rest = quotient
        }
    }
}
