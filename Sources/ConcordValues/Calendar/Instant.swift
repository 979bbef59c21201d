/// A point in time with the offset it came with, such as `2026-03-02T09:00:00+01:00`.
///
/// The text form is the `date-time` of RFC 3339 §5.6, kept exactly: `Z`, `+00:00` and `-00:00` are three things
/// (``UTCOffset``), and a fraction of one to nine digits keeps its trailing zeros. The lower-case `t` and `z` and the
/// space that RFC 3339 lets applications allow are refused.
///
/// Equality is of this representation: `09:00:00+01:00` and `08:00:00Z` are the same point and two values. Order agrees
/// with it: first by point in time, then by the number of fraction digits, then by offset. To ask about the point alone,
/// use ``isSamePoint(as:)``.
///
/// Second 60 is accepted where leap seconds are inserted, at 23:59:60 UTC at the end of a month (RFC 3339 §5.7), and is
/// kept. It sorts after second 59 and before the next midnight, and is the same point as neither.
public struct Instant: TextValue {
    /// Seconds since 1970-01-01T00:00:00Z in days of 86,400 seconds; a leap second counts as the second before it.
    let seconds: Int64

    /// Nanoseconds (31 bits, a billion more within a leap second), fraction digits (4 bits) and the code of the offset
    /// (14 bits), highest first, so that their order is the order of instants in the same second.
    let detail: UInt64

    private static let nanosecondsShift: UInt64 = 18
    private static let digitsShift: UInt64 = 14

    @inline(__always)
    private init(seconds: Int64, nanoseconds: Int, fractionDigits: Int, offset: UInt16) {
        self.seconds = seconds
        detail =
            UInt64(truncatingIfNeeded: nanoseconds) << Self.nanosecondsShift
            | UInt64(truncatingIfNeeded: fractionDigits) << Self.digitsShift | UInt64(offset)
    }

    /// The instant at which local clocks with an offset show a date and time.
    ///
    /// - Parameters:
    ///   - dateTime: What the clocks show.
    ///   - offset: How far they are from UTC.
    public init(_ dateTime: LocalDateTime, offset: UTCOffset) {
        self.init(
            seconds: Int64(dateTime.date.dayNumber) * 86_400 + Int64(dateTime.time.secondOfDay)
                - Int64(offset.minutes) * 60,
            nanoseconds: dateTime.time.nanosecond,
            fractionDigits: dateTime.time.fractionDigits,
            offset: offset.code
        )
    }

    /// The instant a number of seconds after 1970-01-01T00:00:00Z.
    ///
    /// - Parameters:
    ///   - secondsSince1970: The whole seconds, in days of 86,400 seconds; negative before 1970.
    ///   - nanoseconds: The fraction of the second that follows, 0 to 999,999,999 billionths.
    ///   - fractionDigits: The number of digits to write the fraction with, 0 to 9; the fewest that state it if `nil`.
    ///   - offset: The offset to write the instant with.
    /// - Throws: ``ValueError`` with the code `instant.outOfRange` if the date in that offset is not in the years 0001 to
    ///   9999, and `time.noSuchTime` if the nanoseconds are not in their range or the digits too few to state them.
    public init(
        secondsSince1970: Int64,
        nanoseconds: Int = 0,
        fractionDigits: Int? = nil,
        offset: UTCOffset
    ) throws(ValueError) {
        guard let digits = LocalTime.fractionDigits(fractionDigits, stating: nanoseconds) else {
            throw ValueError(
                .timeNoSuchTime,
                expected: "0 to 999999999 nanoseconds, and as many fraction digits as state them",
                observed: "nanosecond \(nanoseconds)" + (fractionDigits.map { ", fraction digits \($0)" } ?? "")
            )
        }
        guard Self.isInRange(secondsSince1970, offset: offset) else {
            throw ValueError(
                .instantOutOfRange,
                expected: Self.existingYears,
                observed: "\(secondsSince1970) s at \(offset)"
            )
        }
        self.init(seconds: secondsSince1970, nanoseconds: nanoseconds, fractionDigits: digits, offset: offset.code)
    }

    /// Reads an RFC 3339 date-time.
    ///
    /// - Parameter text: The bytes of the text, nothing before and nothing after it.
    /// - Throws: ``ValueError`` with the code `instant.syntax` if the text has another form, `instant.noOffset` if only
    ///   the offset is missing, `date.noSuchDay`, `time.noSuchTime` or `offset.outOfRange` if a part has its form and
    ///   does not exist, and `instant.leapSecond` if second 60 is not where leap seconds are.
    public init(utf8 text: UnsafeBufferPointer<UInt8>) throws(ValueError) {
        guard let instant = Self.read(text, acceptsBasicOffset: false) else {
            throw Self.refusal(of: text, acceptsBasicOffset: false)
        }
        self = instant
    }

    /// Reads an RFC 3339 date-time whose offset may lack its colon, such as `2026-05-01T07:25:37.000+0000`.
    ///
    /// Some systems write the offset in the basic form of ISO 8601 inside an otherwise extended text. Every text that
    /// ``init(utf8:)`` accepts is accepted too. ``writeBasicOffset(to:)`` is the way back.
    ///
    /// - Parameter text: The bytes of the text, nothing before and nothing after it.
    /// - Throws: What ``init(utf8:)`` throws.
    public init(basicOffset text: UnsafeBufferPointer<UInt8>) throws(ValueError) {
        guard let instant = Self.read(text, acceptsBasicOffset: true) else {
            throw Self.refusal(of: text, acceptsBasicOffset: true)
        }
        self = instant
    }

    @inline(__always)
    private static func read(_ text: UnsafeBufferPointer<UInt8>, acceptsBasicOffset: Bool) -> Self? {
        let count = text.count
        guard count >= 20, count <= maximumTextLength, let start = text.baseAddress else {
            return nil
        }
        let date = CalendarText.date(at: start)
        let clock = CalendarText.clock(at: start + 11)
        guard date > 0, clock >= 0, start[10] == UInt8(ascii: "T") else {
            return nil
        }
        var index = 19
        var fraction = (nanoseconds: 0, digits: 0)
        if start[19] == UInt8(ascii: ".") {
            fraction = CalendarText.fraction(at: start + 20, upTo: count - 20)
            guard fraction.digits >= 1, fraction.digits <= 9 else {
                return nil
            }
            index = 20 + fraction.digits
        }
        let reading = UTCOffset.read(start + index, count: count - index, acceptsBasic: acceptsBasicOffset)
        guard reading >= 0 else {
            return nil
        }
        let offset = UTCOffset(code: UInt16(truncatingIfNeeded: reading))
        let seconds =
            Int64(LocalDate(packed: date).dayNumber) * 86_400 + Int64(clock & ~CalendarText.leapSecond)
            - Int64(offset.minutes) * 60
        if clock & CalendarText.leapSecond != 0 {
            guard mayLeap(after: seconds) else {
                return nil
            }
            fraction.nanoseconds += 1_000_000_000
        }
        return Self(
            seconds: seconds,
            nanoseconds: fraction.nanoseconds,
            fractionDigits: fraction.digits,
            offset: offset.code
        )
    }

    /// Whether a second is 23:59:59 UTC on the last day of a month, after which a leap second may be inserted.
    ///
    /// Which months really had one is not checked: the list grows, and is the host's to know.
    private static func mayLeap(after seconds: Int64) -> Bool {
        let next = dayAndSecond(of: seconds + 1)
        return next.second == 0 && Gregorian.date(ofDayNumber: next.day).day == 1
    }

    /// The day number, and the second of that day.
    private static func dayAndSecond(of seconds: Int64) -> (day: Int, second: Int) {
        let (quotient, remainder) = seconds.quotientAndRemainder(dividingBy: 86_400)
        return remainder < 0 ? (Int(quotient) - 1, Int(remainder) + 86_400) : (Int(quotient), Int(remainder))
    }

    private static func isInRange(_ seconds: Int64, offset: UTCOffset) -> Bool {
        let first = Int64(Gregorian.firstDayNumber) * 86_400
        let end = Int64(Gregorian.lastDayNumber + 1) * 86_400
        let shift = Int64(offset.minutes) * 60
        return seconds >= first - shift && seconds < end - shift
    }

    /// The most bytes that ``writeText(to:)`` and ``writeBasicOffset(to:)`` write: 35.
    public static var maximumTextLength: Int { 35 }

    /// Writes the date-time as it was written.
    ///
    /// - Parameter destination: Memory for at least ``maximumTextLength`` bytes.
    /// - Returns: The number of bytes written.
    public func writeText(to destination: UnsafeMutablePointer<UInt8>) -> Int {
        let length = writeDateTime(to: destination)
        return length + offset.writeText(to: destination + length)
    }

    /// Writes the date-time with an offset that lacks its colon, such as `2026-05-01T07:25:37.000+0000`.
    ///
    /// UTC, which has no basic form of its own, is written `+0000` where RFC 3339 writes `Z`. What
    /// ``init(basicOffset:)`` read from a text without a colon is written with the same bytes.
    ///
    /// - Parameter destination: Memory for at least ``maximumTextLength`` bytes.
    /// - Returns: The number of bytes written.
    public func writeBasicOffset(to destination: UnsafeMutablePointer<UInt8>) -> Int {
        let length = writeDateTime(to: destination)
        return length + offset.writeBasic(to: destination + length)
    }

    private func writeDateTime(to destination: UnsafeMutablePointer<UInt8>) -> Int {
        let local = Self.dayAndSecond(of: seconds + Int64(offset.minutes) * 60)
        let date = Gregorian.date(ofDayNumber: local.day)
        CalendarText.write(year: date.year, month: date.month, day: date.day, to: destination)
        destination[10] = UInt8(ascii: "T")
        CalendarText.write(second: local.second, leap: isLeapSecond ? 1 : 0, to: destination + 11)
        return 19
            + CalendarText.writeFraction(nanoseconds: nanosecond, digits: fractionDigits, to: destination + 19)
    }

    /// The whole seconds since 1970-01-01T00:00:00Z, in days of 86,400 seconds; negative before 1970.
    ///
    /// A leap second, for which this count has no number, counts as the second before it.
    public var secondsSince1970: Int64 { seconds }

    /// The fraction of the second in billionths, 0 to 999,999,999.
    public var nanosecond: Int {
        let nanoseconds = Int(detail >> Self.nanosecondsShift)
        return nanoseconds >= 1_000_000_000 ? nanoseconds - 1_000_000_000 : nanoseconds
    }

    /// The number of digits that the fraction is written with, 0 to 9.
    public var fractionDigits: Int { Int((detail >> Self.digitsShift) & 15) }

    /// The offset that the instant is written with.
    public var offset: UTCOffset { UTCOffset(code: UInt16(truncatingIfNeeded: detail & 0x3FFF)) }

    /// Whether the instant is written with second 60.
    public var isLeapSecond: Bool { detail >> Self.nanosecondsShift >= 1_000_000_000 }

    /// The date that local clocks with the instant's offset show.
    public var localDate: LocalDate {
        LocalDate(validDayNumber: Self.dayAndSecond(of: seconds + Int64(offset.minutes) * 60).day)
    }

    /// The date and time that local clocks with the instant's offset show; `nil` within a leap second, which they cannot.
    public var localDateTime: LocalDateTime? {
        guard !isLeapSecond else {
            return nil
        }
        let second = Self.dayAndSecond(of: seconds + Int64(offset.minutes) * 60).second
        let time = LocalTime(
            secondOfDay: Int32(truncatingIfNeeded: second),
            nanosecond: nanosecond,
            fractionDigits: fractionDigits
        )
        return LocalDateTime(date: localDate, time: time)
    }

    /// Whether two instants are the same point in time, however each is written.
    ///
    /// - Parameter other: The instant to compare with.
    /// - Returns: `true` if they are.
    public func isSamePoint(as other: Self) -> Bool {
        seconds == other.seconds && detail >> Self.nanosecondsShift == other.detail >> Self.nanosecondsShift
    }

    /// The same point in time written with another offset.
    ///
    /// - Parameter offset: The offset to write it with.
    /// - Returns: The other value.
    /// - Throws: ``ValueError`` with the code `instant.outOfRange` if the date in that offset is not in the years 0001 to
    ///   9999.
    public func at(_ offset: UTCOffset) throws(ValueError) -> Self {
        guard Self.isInRange(seconds, offset: offset) else {
            throw ValueError(.instantOutOfRange, expected: Self.existingYears, observed: "\(self) at \(offset)")
        }
        return Self(
            seconds: seconds,
            nanoseconds: Int(detail >> Self.nanosecondsShift),
            fractionDigits: fractionDigits,
            offset: offset.code
        )
    }

    private static let existingYears = "an instant whose date in its offset is in the years 0001 to 9999"
}

extension Instant: Comparable {
    /// Whether the first instant is earlier, or is the same point and sorts first by its digits and its offset.
    public static func < (left: Self, right: Self) -> Bool {
        left.seconds == right.seconds ? left.detail < right.detail : left.seconds < right.seconds
    }
}

extension ValueError.Code {
    /// `instant.syntax`: the text is not an RFC 3339 date-time.
    public static let instantSyntax = Self(rawValue: "instant.syntax")

    /// `instant.noOffset`: the text is a date-time without an offset, which is no instant.
    public static let instantNoOffset = Self(rawValue: "instant.noOffset")

    /// `instant.leapSecond`: second 60 is not at 23:59:60 UTC at the end of a month.
    public static let instantLeapSecond = Self(rawValue: "instant.leapSecond")

    /// `instant.outOfRange`: the date in the instant's offset is not in the years 0001 to 9999.
    public static let instantOutOfRange = Self(rawValue: "instant.outOfRange")
}
