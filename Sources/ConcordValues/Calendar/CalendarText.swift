/// The fixed-width pieces of calendar texts: `2026-03-02`, `09:00:00`, and a fraction's digits.
///
/// Reading takes eight bytes at a time: the expected text is removed with an exclusive or, which leaves 0 to 9 where a
/// digit should stand and 0 where a separator should; one addition then finds every byte that is neither.
enum CalendarText {
    /// What a reader returns instead of a value if the text does not have the form.
    static let malformed: Int32 = -1

    /// What a reader returns instead of a value if the text has the form, and no such day or time exists.
    static let nonexistent: Int32 = -2

    /// Set in what ``clock(at:)`` returns if the second is 60; the rest then counts second 59.
    static let leapSecond: Int32 = 1 << 20

    /// Reads the ten bytes of `YYYY-MM-DD` as a packed date, or says what is wrong with a negative number.
    @inline(__always)
    static func date(at text: UnsafePointer<UInt8>) -> Int32 {
        let digits = word(at: text) ^ 0x2D30_302D_3030_3030
        let tens = text[8] &- 0x30
        let ones = text[9] &- 0x30
        guard (digits | (digits &+ 0x7F76_767F_7676_7676)) & 0x8080_8080_8080_8080 == 0, tens <= 9, ones <= 9 else {
            return malformed
        }
        let pairs = digits &* 10 &+ (digits >> 8)
        let year = Int(pairs & 0xFF) * 100 + Int((pairs >> 16) & 0xFF)
        let month = Int((pairs >> 40) & 0xFF)
        let day = Int(tens) * 10 + Int(ones)
        guard year >= 1, month >= 1, month <= 12, day >= 1, day <= Gregorian.days(inMonth: month, of: year) else {
            return nonexistent
        }
        return LocalDate.pack(year: year, month: month, day: day)
    }

    /// Reads the eight bytes of `hh:mm:ss` as seconds since midnight, or says what is wrong with a negative number.
    @inline(__always)
    static func clock(at text: UnsafePointer<UInt8>) -> Int32 {
        let digits = word(at: text) ^ 0x3030_3A30_303A_3030
        guard (digits | (digits &+ 0x7676_7F76_767F_7676)) & 0x8080_8080_8080_8080 == 0 else {
            return malformed
        }
        let pairs = digits &* 10 &+ (digits >> 8)
        let hour = Int32(truncatingIfNeeded: pairs & 0xFF)
        let minute = Int32(truncatingIfNeeded: (pairs >> 24) & 0xFF)
        let second = Int32(truncatingIfNeeded: (pairs >> 48) & 0xFF)
        guard hour <= 23, minute <= 59, second <= 60 else {
            return nonexistent
        }
        let seconds = hour * 3600 + minute * 60 + second
        return second == 60 ? (seconds - 1) | leapSecond : seconds
    }

    /// Reads the digits after a decimal point, up to the first byte that is no digit.
    ///
    /// - Returns: The nanoseconds and the number of digits; no digits at all are 0, and more than nine are 10.
    @inline(__always)
    static func fraction(at text: UnsafePointer<UInt8>, upTo count: Int) -> (nanoseconds: Int, digits: Int) {
        var value: UInt32 = 0
        var digits = 0
        while digits < count {
            let digit = text[digits] &- 0x30
            if digit > 9 {
                break
            }
            if digits == 9 {
                return (0, 10)
            }
            value = value &* 10 &+ UInt32(digit)
            digits += 1
        }
        return (Int(value) * nanosecondsPerUnit(ofDigits: digits), digits)
    }

    /// The nanoseconds in one unit of the last of 0 to 9 fraction digits.
    @inline(__always)
    static func nanosecondsPerUnit(ofDigits digits: Int) -> Int {
        switch digits {
        case 0: 1_000_000_000
        case 1: 100_000_000
        case 2: 10_000_000
        case 3: 1_000_000
        case 4: 100_000
        case 5: 10_000
        case 6: 1000
        case 7: 100
        case 8: 10
        default: 1
        }
    }

    /// The fewest fraction digits that state the nanoseconds exactly.
    static func fewestDigits(forNanoseconds nanoseconds: Int) -> Int {
        var digits = 0
        while nanoseconds % nanosecondsPerUnit(ofDigits: digits) != 0 {
            digits += 1
        }
        return digits
    }

    /// Writes `YYYY-MM-DD`, ten bytes.
    @inline(__always)
    static func write(year: Int, month: Int, day: Int, to destination: UnsafeMutablePointer<UInt8>) {
        let year = UInt32(truncatingIfNeeded: year)
        writePair(year / 100, to: destination)
        writePair(year % 100, to: destination + 2)
        destination[4] = UInt8(ascii: "-")
        writePair(UInt32(truncatingIfNeeded: month), to: destination + 5)
        destination[7] = UInt8(ascii: "-")
        writePair(UInt32(truncatingIfNeeded: day), to: destination + 8)
    }

    /// Writes `hh:mm:ss`, eight bytes.
    ///
    /// - Parameters:
    ///   - second: The second of the day, from 0.
    ///   - leap: 1 within a leap second, which is written behind the one that it is counted as.
    ///   - destination: Memory for eight bytes.
    @inline(__always)
    static func write(second: Int, leap: Int = 0, to destination: UnsafeMutablePointer<UInt8>) {
        let second = UInt32(truncatingIfNeeded: second)
        let minute = second / 60
        let hour = minute / 60
        writePair(hour, to: destination)
        destination[2] = UInt8(ascii: ":")
        writePair(minute &- hour &* 60, to: destination + 3)
        destination[5] = UInt8(ascii: ":")
        writePair(second &- minute &* 60 &+ UInt32(truncatingIfNeeded: leap), to: destination + 6)
    }

    /// Writes a decimal point and the digits, or nothing if there are no digits; returns the number of bytes written.
    @inline(__always)
    static func writeFraction(nanoseconds: Int, digits: Int, to destination: UnsafeMutablePointer<UInt8>) -> Int {
        guard digits > 0 else {
            return 0
        }
        destination[0] = UInt8(ascii: ".")
        var value = UInt32(truncatingIfNeeded: nanoseconds)
        if digits == 3 {
            // Milliseconds are what most systems write.
            value /= 1_000_000
            writePair(value / 10, to: destination + 1)
            destination[3] = 0x30 &+ UInt8(truncatingIfNeeded: value % 10)
            return 4
        }
        value /= UInt32(truncatingIfNeeded: nanosecondsPerUnit(ofDigits: digits))
        for index in stride(from: digits, to: 0, by: -1) {
            destination[index] = 0x30 &+ UInt8(truncatingIfNeeded: value % 10)
            value /= 10
        }
        return digits + 1
    }

    /// Writes a number from 0 to 99 as two digits.
    @inline(__always)
    static func writePair(_ value: UInt32, to destination: UnsafeMutablePointer<UInt8>) {
        // A hundred and three 1,024ths are a tenth, for numbers as small as these.
        let tens = (value &* 103) &>> 10
        let pair = UInt16(truncatingIfNeeded: 0x3030 &+ tens &+ (value &- tens &* 10) &<< 8)
        UnsafeMutableRawPointer(destination).storeBytes(of: UInt16(littleEndian: pair), as: UInt16.self)
    }

    @inline(__always)
    private static func word(at text: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(text).loadUnaligned(as: UInt64.self))
    }
}
