/// A day of the proleptic Gregorian calendar, such as `2026-03-02`, in no time zone.
///
/// The text form is the extended calendar date of ISO 8601 and the `full-date` of RFC 3339 §5.6: always ten bytes, years
/// 0001 to 9999. A date is not an instant: which moments belong to it depends on a place that it does not name.
///
/// ```swift
/// let signed = try LocalDate("2026-02-27")
/// try signed.adding(days: 3)         // 2026-03-02
/// signed.weekday                     // .friday
/// ```
public struct LocalDate: TextValue {
    /// Year, month and day in one number whose order is the order of days; always positive.
    let packed: Int32

    /// Takes what ``pack(year:month:day:)`` gave.
    @inline(__always)
    init(packed: Int32) {
        self.packed = packed
    }

    /// The date of a year, month and day.
    ///
    /// - Parameters:
    ///   - year: The year, 1 to 9999.
    ///   - month: The month, 1 to 12.
    ///   - day: The day of the month, 1 to 31 as the month has them.
    /// - Throws: ``ValueError`` with the code `date.noSuchDay` if the calendar has no such day in those years.
    public init(year: Int, month: Int, day: Int) throws(ValueError) {
        guard
            Gregorian.years.contains(year),
            (1...12).contains(month),
            day >= 1,
            day <= Gregorian.days(inMonth: month, of: year)
        else {
            throw ValueError(
                .dateNoSuchDay,
                expected: "a day that exists, in the years 0001 to 9999",
                observed: "year \(year), month \(month), day \(day)"
            )
        }
        self.init(packed: Self.pack(year: year, month: month, day: day))
    }

    /// The date that is a number of days after 1970-01-01, or before it if negative.
    ///
    /// - Parameter dayNumber: The number of days, −719,162 to 2,932,896.
    /// - Throws: ``ValueError`` with the code `date.outOfRange` if the day is not in the years 0001 to 9999.
    public init(dayNumber: Int) throws(ValueError) {
        guard dayNumber >= Gregorian.firstDayNumber, dayNumber <= Gregorian.lastDayNumber else {
            throw ValueError(
                .dateOutOfRange,
                expected: "a day from 0001-01-01 (−719162) to 9999-12-31 (2932896)",
                observed: "day number \(dayNumber)"
            )
        }
        self.init(validDayNumber: dayNumber)
    }

    /// Takes a day number that is known to be in range.
    init(validDayNumber: Int) {
        let (year, month, day) = Gregorian.date(ofDayNumber: validDayNumber)
        self.init(packed: Self.pack(year: year, month: month, day: day))
    }

    /// Reads `YYYY-MM-DD`.
    ///
    /// - Parameter text: The bytes of the text, nothing before and nothing after it.
    /// - Throws: ``ValueError`` with the code `date.syntax` if the text has another form, and `date.noSuchDay` if the
    ///   calendar has no such day.
    public init(utf8 text: UnsafeBufferPointer<UInt8>) throws(ValueError) {
        guard text.count == 10, let start = text.baseAddress else {
            throw Self.refusal(of: text, reading: CalendarText.malformed)
        }
        let reading = CalendarText.date(at: start)
        guard reading > 0 else {
            throw Self.refusal(of: text, reading: reading)
        }
        self.init(packed: reading)
    }

    /// The most bytes that ``writeText(to:)`` writes: 10.
    public static var maximumTextLength: Int { 10 }

    /// Writes `YYYY-MM-DD` and returns 10.
    ///
    /// - Parameter destination: Memory for ten bytes.
    /// - Returns: The number of bytes written.
    public func writeText(to destination: UnsafeMutablePointer<UInt8>) -> Int {
        CalendarText.write(year: year, month: month, day: day, to: destination)
        return 10
    }

    /// The first day that there is: 0001-01-01.
    public static let first = Self(packed: pack(year: 1, month: 1, day: 1))

    /// The last day that there is: 9999-12-31.
    public static let last = Self(packed: pack(year: 9999, month: 12, day: 31))

    /// The year, 1 to 9999.
    public var year: Int { Int(packed >> 9) }

    /// The month, 1 to 12.
    public var month: Int { Int((packed >> 5) & 15) }

    /// The day of the month, 1 to 31.
    public var day: Int { Int(packed & 31) }

    /// The number of days since 1970-01-01, negative before it.
    public var dayNumber: Int { Gregorian.dayNumber(year: year, month: month, day: day) }

    /// The day of the year, 1 to 366: the ordinal date of ISO 8601.
    public var dayOfYear: Int { dayNumber - Gregorian.dayNumber(year: year, month: 1, day: 1) + 1 }

    /// The day of the week.
    public var weekday: Weekday {
        // 0001-01-01 was a Monday, and no day before it can be stated.
        let daysSinceMonday = (dayNumber - Gregorian.firstDayNumber) % 7
        return Weekday(rawValue: daysSinceMonday + 1) ?? .monday
    }

    /// Whether the date's year has a 29th of February.
    public var isInLeapYear: Bool { Gregorian.isLeap(year) }

    /// The number of days of the date's month, 28 to 31.
    public var daysInMonth: Int { Gregorian.days(inMonth: month, of: year) }

    /// The first day of the date's month.
    public var startOfMonth: Self { Self(packed: Self.pack(year: year, month: month, day: 1)) }

    /// The last day of the date's month.
    public var endOfMonth: Self { Self(packed: Self.pack(year: year, month: month, day: daysInMonth)) }

    /// The date a number of days later, or earlier if negative.
    ///
    /// - Parameter days: The number of days.
    /// - Returns: The other date.
    /// - Throws: ``ValueError`` with the code `date.outOfRange` if the day is not in the years 0001 to 9999.
    public func adding(days: Int) throws(ValueError) -> Self {
        let (dayNumber, overflow) = dayNumber.addingReportingOverflow(days)
        guard !overflow, dayNumber >= Gregorian.firstDayNumber, dayNumber <= Gregorian.lastDayNumber else {
            throw ValueError(
                .dateOutOfRange,
                expected: "a day from 0001-01-01 to 9999-12-31",
                observed: "\(self) and \(days) days"
            )
        }
        return Self(validDayNumber: dayNumber)
    }

    /// The number of days from this date to another one; negative if the other one is earlier.
    ///
    /// - Parameter other: The date to count to.
    /// - Returns: The number of midnights between the two.
    public func days(until other: Self) -> Int {
        other.dayNumber - dayNumber
    }

    @inline(__always)
    static func pack(year: Int, month: Int, day: Int) -> Int32 {
        Int32(truncatingIfNeeded: year << 9 | month << 5 | day)
    }

    @inline(never)
    private static func refusal(of text: UnsafeBufferPointer<UInt8>, reading: Int32) -> ValueError {
        if reading == CalendarText.nonexistent {
            return ValueError(.dateNoSuchDay, expected: Self.existingDay, refused: text)
        }
        // The commonest mistake is a date-time where a date should be: say so rather than describe the form again.
        if text.count > 10, let start = text.baseAddress, CalendarText.date(at: start) > 0, text[10] | 0x20 == 0x74 {
            return ValueError(
                .dateSyntax,
                expected: "a date alone like 2026-03-02; which day an instant falls on depends on a time zone",
                refused: text
            )
        }
        return ValueError(
            .dateSyntax,
            expected: "a calendar date like 2026-03-02 (year, month and day, all digits written)",
            refused: text
        )
    }

    /// What to expect where a day does not exist, for every value that contains a date.
    static let existingDay = "a day that exists in the Gregorian calendar, in the years 0001 to 9999"
}

extension LocalDate: Comparable {
    /// Whether the first date is earlier.
    public static func < (left: Self, right: Self) -> Bool {
        left.packed < right.packed
    }
}

extension ValueError.Code {
    /// `date.syntax`: the text is not of the form `YYYY-MM-DD`.
    public static let dateSyntax = Self(rawValue: "date.syntax")

    /// `date.noSuchDay`: the calendar has no such day, such as 2026-02-30.
    public static let dateNoSuchDay = Self(rawValue: "date.noSuchDay")

    /// `date.outOfRange`: a calculation led out of the years 0001 to 9999.
    public static let dateOutOfRange = Self(rawValue: "date.outOfRange")
}
