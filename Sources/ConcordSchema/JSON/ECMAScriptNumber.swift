/// The text of a double as ECMAScript writes it (ECMA-262 §6.1.6.1.20, which RFC 8785 §3.2.2.3 demands).
///
/// The digits are the fewest that read back as the same double, and of those the closest to it; the standard library
/// finds them. What is done here is to put them in the standard's form.
enum ECMAScriptNumber {
    /// Writes a number; it must be finite.
    static func write(_ value: Double, to writer: inout JSONWriter) {
        guard value != 0, value.isFinite else {
            // Negative zero has no sign (step 2 of the standard's steps).
            writer.put(UInt8(ascii: "0"))
            return
        }
        if value < 0 { writer.put(UInt8(ascii: "-")) }
        var text = value.magnitude.description
        text.withUTF8 { text in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { room in
                let (count, point) = significantDigits(of: text, into: room)
                write(UnsafeBufferPointer(rebasing: room[..<count]), point: point, to: &writer)
            }
        }
    }

    /// Takes a decimal text apart.
    ///
    /// - Parameters:
    ///   - text: Digits, with a point or not, with an exponent or not.
    ///   - digits: Receives the digits between the first and the last that are not zero; it has room for the text.
    /// - Returns: How many these are, and behind how many of them the point stands; that may be before the first, or
    ///   behind the last.
    private static func significantDigits(
        of text: UnsafeBufferPointer<UInt8>,
        into digits: UnsafeMutableBufferPointer<UInt8>
    ) -> (count: Int, point: Int) {
        var count = 0
        var point = 0
        var exponent = 0
        var isNegative = false
        var isBehindPoint = false
        var isInExponent = false
        for byte in text {
            switch byte {
            case UInt8(ascii: "."): isBehindPoint = true
            case UInt8(ascii: "e"): isInExponent = true
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if isInExponent {
                    exponent = exponent * 10 + Int(byte - UInt8(ascii: "0"))
                } else if count == 0, byte == UInt8(ascii: "0") {
                    if isBehindPoint { point -= 1 }
                } else {
                    digits[count] = byte
                    count += 1
                    if !isBehindPoint { point += 1 }
                }
            default: break
            }
        }
        while count > 1, digits[count - 1] == UInt8(ascii: "0") { count -= 1 }
        return (count, point + (isNegative ? -exponent : exponent))
    }

    /// Writes digits with a point or an exponent where the standard wants them.
    private static func write(_ digits: UnsafeBufferPointer<UInt8>, point: Int, to writer: inout JSONWriter) {
        let zero = UInt8(ascii: "0")
        switch point {
        case ...21 where point >= digits.count:
            for digit in digits { writer.put(digit) }
            for _ in digits.count..<point { writer.put(zero) }
        case 1...21:
            for digit in digits[..<point] { writer.put(digit) }
            writer.put(UInt8(ascii: "."))
            for digit in digits[point...] { writer.put(digit) }
        case -5...0:
            writer.put(zero)
            writer.put(UInt8(ascii: "."))
            for _ in point..<0 { writer.put(zero) }
            for digit in digits { writer.put(digit) }
        default:
            writer.put(digits[0])
            if digits.count > 1 {
                writer.put(UInt8(ascii: "."))
                for digit in digits[1...] { writer.put(digit) }
            }
            writer.put(UInt8(ascii: "e"))
            if point > 0 { writer.put(UInt8(ascii: "+")) }
            writer.write(Int64(point - 1))
        }
    }
}
