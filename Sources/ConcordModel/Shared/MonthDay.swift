public import ConcordSchema
public import ConcordValues

/// A day that comes back every year, such as the first of a fiscal year: `--04-06`.
///
/// The text is that of `gMonthDay` in XML Schema 1.1 Part 2 §3.3.12, without a time zone.
public struct MonthDay: Sendable, Hashable {
    /// The month, from 1 to 12.
    public let month: Int

    /// The day of the month, counted from 1.
    public let day: Int

    private init(unchecked month: Int, _ day: Int) {
        self.month = month
        self.day = day
    }

    /// The first of January.
    public static let newYear = Self(unchecked: 1, 1)

    /// A day of a month.
    ///
    /// - Parameters:
    ///   - month: The month, from 1 to 12.
    ///   - day: The day, from 1 to the month's last; 29 for February.
    /// - Throws: ``ValueError`` with the code `monthDay.nonexistent` if no year has such a day.
    public init(month: Int, day: Int) throws(ValueError) {
        guard Self.exists(month: month, day: day) else {
            throw ValueError(.monthDayNonexistent, expected: Self.expected, observed: "month \(month), day \(day)")
        }
        self.init(unchecked: month, day)
    }

    private static let expected = "a day of a year like --04-06: two hyphens, the month, a hyphen, and the day"

    private static func exists(month: Int, day: Int) -> Bool {
        guard (1...12).contains(month) else { return false }
        let last = month == 2 ? 29 : [4, 6, 9, 11].contains(month) ? 30 : 31
        return (1...last).contains(day)
    }
}

extension MonthDay: TextValue {
    /// Reads two hyphens, two digits of a month, a hyphen, and two digits of a day.
    ///
    /// - Parameter text: The bytes of the day, nothing before and nothing after it.
    /// - Throws: ``ValueError`` with the code `monthDay.syntax` if the text has another form, `monthDay.nonexistent` if
    ///   no year has such a day.
    public init(utf8 text: UnsafeBufferPointer<UInt8>) throws(ValueError) {
        let hyphen = UInt8(ascii: "-")
        guard
            text.count == 7, text[0] == hyphen, text[1] == hyphen, text[4] == hyphen,
            let month = Self.number(text[2], text[3]), let day = Self.number(text[5], text[6])
        else {
            throw Self.refusal(.monthDaySyntax, text)
        }
        guard Self.exists(month: month, day: day) else { throw Self.refusal(.monthDayNonexistent, text) }
        self.init(unchecked: month, day)
    }

    private static func number(_ tens: UInt8, _ ones: UInt8) -> Int? {
        let tens = tens &- UInt8(ascii: "0")
        let ones = ones &- UInt8(ascii: "0")
        return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
    }

    /// An error about a text; only its head is decoded, however long it is.
    private static func refusal(_ code: ValueError.Code, _ text: UnsafeBufferPointer<UInt8>) -> ValueError {
        ValueError(code, expected: expected, observed: String(decoding: text.prefix(65 * 4), as: UTF8.self))
    }

    /// The bytes that ``writeText(to:)`` writes: 7.
    public static var maximumTextLength: Int { 7 }

    /// Writes two hyphens, the month, a hyphen, and the day.
    ///
    /// - Parameter destination: Memory for at least ``maximumTextLength`` bytes.
    /// - Returns: 7.
    public func writeText(to destination: UnsafeMutablePointer<UInt8>) -> Int {
        let hyphen = UInt8(ascii: "-")
        let zero = UInt8(ascii: "0")
        destination[0] = hyphen
        destination[1] = hyphen
        destination[2] = zero + UInt8(month / 10)
        destination[3] = zero + UInt8(month % 10)
        destination[4] = hyphen
        destination[5] = zero + UInt8(day / 10)
        destination[6] = zero + UInt8(day % 10)
        return 7
    }
}

extension MonthDay: FieldValue {
    /// The first of January.
    public static var placeholder: MonthDay { .newYear }

    /// A day of every year (XML Schema `gMonthDay`).
    public static var shape: FieldShape { .text(format: "month-day", examples: ["--01-01", "--04-06", "--10-01"]) }
}

extension MonthDay: Comparable {
    /// Whether the first day comes earlier in the year.
    public static func < (left: MonthDay, right: MonthDay) -> Bool {
        (left.month, left.day) < (right.month, right.day)
    }
}

extension ValueError.Code {
    /// `monthDay.syntax`: the text is not two hyphens, a month, a hyphen and a day.
    public static let monthDaySyntax = Self(rawValue: "monthDay.syntax")

    /// `monthDay.nonexistent`: no year has such a day.
    public static let monthDayNonexistent = Self(rawValue: "monthDay.nonexistent")
}
