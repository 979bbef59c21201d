/// A time of day, such as `09:00:00` or `17:45:56.600`, on no particular day and in no time zone.
///
/// The text form is the `partial-time` of RFC 3339 §5.6: hour, minute and second are required, a fraction of one to nine
/// digits is kept as it was written. So `17:45:56.6` and `17:45:56.600` are two values; the shorter one sorts first.
/// Second 60 is refused: a leap second has a place in UTC only, and a local time does not say where that is.
public struct LocalTime: TextValue {
    /// Seconds since midnight, nanoseconds (30 bits) and fraction digits (4 bits), highest first.
    let packed: UInt64

    @inline(__always)
    init(secondOfDay: Int32, nanosecond: Int, fractionDigits: Int) {
        packed =
            UInt64(truncatingIfNeeded: secondOfDay) << 34 | UInt64(truncatingIfNeeded: nanosecond) << 4
            | UInt64(truncatingIfNeeded: fractionDigits)
    }

    /// The time of an hour, minute, second and fraction.
    ///
    /// - Parameters:
    ///   - hour: The hour, 0 to 23.
    ///   - minute: The minute, 0 to 59.
    ///   - second: The second, 0 to 59.
    ///   - nanosecond: The fraction of the second, 0 to 999,999,999 billionths.
    ///   - fractionDigits: The number of digits to write the fraction with, 0 to 9; the fewest that state it if `nil`.
    /// - Throws: ``ValueError`` with the code `time.noSuchTime` if a number is out of its range, or if the digits are too
    ///   few to state the nanoseconds.
    public init(
        hour: Int,
        minute: Int,
        second: Int = 0,
        nanosecond: Int = 0,
        fractionDigits: Int? = nil
    ) throws(ValueError) {
        guard
            (0...23).contains(hour),
            (0...59).contains(minute),
            (0...59).contains(second),
            let digits = Self.fractionDigits(fractionDigits, stating: nanosecond)
        else {
            throw ValueError(
                .timeNoSuchTime,
                expected: "hour 0 to 23, minute and second 0 to 59, and nanoseconds that the fraction digits can state",
                observed: "hour \(hour), minute \(minute), second \(second), nanosecond \(nanosecond)"
                    + (fractionDigits.map { ", fraction digits \($0)" } ?? "")
            )
        }
        self.init(
            secondOfDay: Int32(truncatingIfNeeded: hour * 3600 + minute * 60 + second),
            nanosecond: nanosecond,
            fractionDigits: digits
        )
    }

    /// Reads `hh:mm:ss` with an optional fraction.
    ///
    /// - Parameter text: The bytes of the text, nothing before and nothing after it.
    /// - Throws: ``ValueError`` with the code `time.syntax` if the text has another form, and `time.noSuchTime` if no
    ///   day has such a time.
    public init(utf8 text: UnsafeBufferPointer<UInt8>) throws(ValueError) {
        guard let start = text.baseAddress, let time = Self(text: start, count: text.count) else {
            throw Self.refusal(of: text)
        }
        self = time
    }

    /// Reads a time that takes the whole of the given bytes.
    @inline(__always)
    init?(text: UnsafePointer<UInt8>, count: Int) {
        guard count >= 8, count <= Self.maximumTextLength else {
            return nil
        }
        let clock = CalendarText.clock(at: text)
        // Rejects the two negative readings and the leap second alike.
        guard UInt32(bitPattern: clock) < 86_400 else {
            return nil
        }
        if count == 8 {
            self.init(secondOfDay: clock, nanosecond: 0, fractionDigits: 0)
            return
        }
        guard text[8] == UInt8(ascii: ".") else {
            return nil
        }
        let fraction = CalendarText.fraction(at: text + 9, upTo: count - 9)
        guard fraction.digits >= 1, fraction.digits == count - 9 else {
            return nil
        }
        self.init(secondOfDay: clock, nanosecond: fraction.nanoseconds, fractionDigits: fraction.digits)
    }

    /// The most bytes that ``writeText(to:)`` writes: 18.
    public static var maximumTextLength: Int { 18 }

    /// Writes `hh:mm:ss` and the fraction as it was written.
    ///
    /// - Parameter destination: Memory for at least ``maximumTextLength`` bytes.
    /// - Returns: The number of bytes written.
    public func writeText(to destination: UnsafeMutablePointer<UInt8>) -> Int {
        CalendarText.write(second: hour * 3600 + minute * 60 + second, to: destination)
        return 8
            + CalendarText.writeFraction(nanoseconds: nanosecond, digits: fractionDigits, to: destination + 8)
    }

    /// 00:00:00.
    public static let midnight = Self(secondOfDay: 0, nanosecond: 0, fractionDigits: 0)

    /// The hour, 0 to 23.
    public var hour: Int { secondOfDay / 3600 }

    /// The minute, 0 to 59.
    public var minute: Int { secondOfDay / 60 % 60 }

    /// The second, 0 to 59.
    public var second: Int { secondOfDay % 60 }

    /// The fraction of the second in billionths, 0 to 999,999,999.
    public var nanosecond: Int { Int((packed >> 4) & 0x3FFF_FFFF) }

    /// The number of digits that the fraction is written with, 0 to 9.
    public var fractionDigits: Int { Int(packed & 15) }

    /// The whole seconds since midnight, 0 to 86,399.
    public var secondOfDay: Int { Int(packed >> 34) }

    /// Whether two times are the same, however many digits each fraction is written with.
    ///
    /// - Parameter other: The time to compare with.
    /// - Returns: `true` if they are.
    public func isSameTime(as other: Self) -> Bool {
        packed >> 4 == other.packed >> 4
    }

    /// The number of digits to write nanoseconds with, or `nil` if the asked number cannot state them.
    static func fractionDigits(_ asked: Int?, stating nanoseconds: Int) -> Int? {
        guard (0...999_999_999).contains(nanoseconds) else {
            return nil
        }
        let fewest = CalendarText.fewestDigits(forNanoseconds: nanoseconds)
        guard let asked else {
            return fewest
        }
        return (fewest...9).contains(asked) ? asked : nil
    }

    @inline(never)
    private static func refusal(of text: UnsafeBufferPointer<UInt8>) -> ValueError {
        refusal(ofTime: text, whole: text, syntax: .timeSyntax, example: "09:00:00")
    }

    /// Says what is wrong with the time in a text, for every value that contains one.
    ///
    /// - Parameters:
    ///   - text: The bytes of the time.
    ///   - whole: The text that is refused with it.
    ///   - syntax: The code to use if the form is wrong.
    ///   - example: What the whole text should look like.
    /// - Returns: The error to throw.
    static func refusal(
        ofTime text: UnsafeBufferPointer<UInt8>,
        whole: UnsafeBufferPointer<UInt8>,
        syntax: ValueError.Code,
        example: String
    ) -> ValueError {
        if text.count >= 8, let start = text.baseAddress {
            let clock = CalendarText.clock(at: start)
            if clock >= CalendarText.leapSecond {
                return ValueError(
                    .timeNoSuchTime,
                    expected: "a second from 00 to 59: a leap second exists in UTC only, at 23:59:60Z",
                    refused: whole
                )
            }
            if clock == CalendarText.nonexistent {
                return ValueError(
                    .timeNoSuchTime,
                    expected: "an hour from 00 to 23, and a minute and a second from 00 to 59",
                    refused: whole
                )
            }
            if clock >= 0, text.count > 9, text[8] == UInt8(ascii: ".") {
                let fraction = CalendarText.fraction(at: start + 9, upTo: text.count - 9)
                if fraction.digits > 9 {
                    return ValueError(syntax, expected: "at most nine digits after the point", refused: whole)
                }
            }
        }
        if text.count == 5, text[2] == UInt8(ascii: ":") {
            return ValueError(syntax, expected: "seconds too, as in \(example)", refused: whole)
        }
        return ValueError(
            syntax,
            expected: "a text like \(example), with one to nine digits after a point if there is a fraction",
            refused: whole
        )
    }
}

extension LocalTime: Comparable {
    /// Whether the first time is earlier, or the same and written with fewer fraction digits.
    public static func < (left: Self, right: Self) -> Bool {
        left.packed < right.packed
    }
}

extension ValueError.Code {
    /// `time.syntax`: the text is not of the form `hh:mm:ss` with an optional fraction.
    public static let timeSyntax = Self(rawValue: "time.syntax")

    /// `time.noSuchTime`: no day has such a time, such as 24:00:00.
    public static let timeNoSuchTime = Self(rawValue: "time.noSuchTime")
}
