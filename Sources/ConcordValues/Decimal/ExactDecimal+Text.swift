extension ExactDecimal: TextValue {
    /// Reads a number in canonical plain notation: `-?(0|[1-9][0-9]*)(\.[0-9]+)?`.
    ///
    /// Trailing zeros are kept as scale. Refused are an exponent, a plus sign, leading zeros, a point without digits on
    /// both sides, and a negative zero, because none of them would be written back. For those use
    /// ``init(scientific:)-(UnsafeBufferPointer<UInt8>)``.
    ///
    /// - Parameter text: The bytes of the number, nothing before and nothing after it.
    /// - Throws: ``ValueError/Code/decimalSyntax``; ``ValueError/Code/decimalOverflow`` if it has more than 38
    ///   significant digits; ``ValueError/Code/decimalScale`` if it has more than 400 decimals.
    public init(utf8 text: UnsafeBufferPointer<UInt8>) throws(ValueError) {
        let count = text.count
        guard let bytes = text.baseAddress, count > 0 else { throw Self.syntax(text) }
        let isNegative = bytes[0] == UInt8(ascii: "-")
        let start = isNegative ? 1 : 0
        // Nineteen digits fit in 64 bits: nearly every amount and rate is read without wider arithmetic or checks.
        guard count &- start <= 19 else {
            try self.init(long: text, start: start)
            return
        }
        var magnitude: UInt64 = 0
        var point = -1
        var index = start
        while index < count {
            let digit = bytes[index] &- UInt8(ascii: "0")
            if digit < 10 {
                magnitude = magnitude &* 10 &+ UInt64(truncatingIfNeeded: digit)
            } else if digit == Self.pointDigit, point < 0 {
                point = index
            } else {
                throw Self.syntax(text)
            }
            index &+= 1
        }
        guard Self.isCanonical(text, start: start, point: point), !(isNegative && magnitude == 0) else {
            throw Self.syntax(text)
        }
        let coefficient = Int128(truncatingIfNeeded: magnitude)
        self.init(
            unchecked: isNegative ? 0 &- coefficient : coefficient,
            scale: point < 0 ? 0 : count &- point &- 1
        )
    }

    /// The rest of ``init(utf8:)``, for texts that need more than 64 bits.
    private init(long text: UnsafeBufferPointer<UInt8>, start: Int) throws(ValueError) {
        var digits = DecimalDigits()
        var point = -1
        for index in start..<text.count {
            let digit = text[index] &- UInt8(ascii: "0")
            if digit < 10 {
                digits.append(digit)
            } else if digit == Self.pointDigit, point < 0 {
                point = index
            } else {
                throw Self.syntax(text)
            }
        }
        let isNegative = start > 0
        guard Self.isCanonical(text, start: start, point: point), !(isNegative && digits.magnitude == 0) else {
            throw Self.syntax(text)
        }
        let scale = point < 0 ? 0 : text.count - point - 1
        try self.init(digits, isNegative: isNegative, scale: scale, text)
    }

    /// Joins the digits that were read with their sign and scale.
    init(
        _ digits: DecimalDigits,
        isNegative: Bool,
        scale: Int,
        _ text: UnsafeBufferPointer<UInt8>
    ) throws(ValueError) {
        if digits.areTooMany {
            throw ValueError(.decimalOverflow, expected: "a decimal of at most 38 digits", observedUTF8: text)
        }
        guard Self.scales.contains(scale) else {
            throw ValueError(.decimalScale, expected: "a decimal with a scale from -400 to 400", observedUTF8: text)
        }
        let coefficient = Int128(truncatingIfNeeded: digits.magnitude)
        self.init(unchecked: isNegative ? 0 &- coefficient : coefficient, scale: scale)
    }

    /// What a point becomes when it is taken for a digit.
    private static var pointDigit: UInt8 { UInt8(ascii: ".") &- UInt8(ascii: "0") }

    /// Whether digits with at most one point stand as the canonical notation wants them.
    private static func isCanonical(_ text: UnsafeBufferPointer<UInt8>, start: Int, point: Int) -> Bool {
        let end = point < 0 ? text.count : point
        // Digits before the point, digits after it, and no zero before another digit.
        return start < end && point != text.count &- 1 && (text[start] != UInt8(ascii: "0") || end &- start == 1)
    }

    private static func syntax(_ text: UnsafeBufferPointer<UInt8>) -> ValueError {
        ValueError(.decimalSyntax, expected: "a decimal in plain notation like -1250.00", observedUTF8: text)
    }

    /// A sign, 38 digits and 400 zeros.
    public static var maximumTextLength: Int { 439 }

    /// Writes the number in plain notation, with as many decimals as its scale says.
    ///
    /// A number with a negative scale is written as the whole number that it is: `1E+3` as `1000`. Its scale is the one
    /// thing that plain notation cannot say; ``scientificDescription`` can.
    ///
    /// - Parameter destination: Memory for at least ``maximumTextLength`` bytes.
    /// - Returns: The number of bytes written.
    public func writeText(to destination: UnsafeMutablePointer<UInt8>) -> Int {
        var out = destination
        if isNegative {
            out[0] = UInt8(ascii: "-")
            out += 1
        }
        let magnitude = coefficient.magnitude
        let count = magnitude.digitCount
        if scale <= 0 {
            magnitude.writeDigits(to: out, count: count)
            out += count
            if !isZero, scale < 0 {
                out.update(repeating: UInt8(ascii: "0"), count: -scale)
                out -= scale
            }
        } else if count > scale {
            // One place to the right, then the whole part back to the left, so that the point fits between.
            magnitude.writeDigits(to: out + 1, count: count)
            let whole = count - scale
            out.update(from: out + 1, count: whole)
            out[whole] = UInt8(ascii: ".")
            out += count + 1
        } else {
            out[0] = UInt8(ascii: "0")
            out[1] = UInt8(ascii: ".")
            out += 2
            out.update(repeating: UInt8(ascii: "0"), count: scale - count)
            magnitude.writeDigits(to: out + (scale - count), count: count)
            out += scale
        }
        return out - destination
    }
}
