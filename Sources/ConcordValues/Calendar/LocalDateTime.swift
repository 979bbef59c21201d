/// A day and a time of that day, such as `2026-03-02T09:00:00`, in no time zone.
///
/// It is what a clock on a wall shows, and no instant: with a zone it is a ``ZonedDateTime``, with an offset an
/// ``Instant``. The text form is a ``LocalDate``, an upper-case `T` and a ``LocalTime``.
public struct LocalDateTime: TextValue {
    /// The day.
    public let date: LocalDate

    /// The time of the day.
    public let time: LocalTime

    /// The date-time of a day and a time.
    ///
    /// - Parameters:
    ///   - date: The day.
    ///   - time: The time of the day.
    public init(date: LocalDate, time: LocalTime) {
        self.date = date
        self.time = time
    }

    /// Reads `YYYY-MM-DDThh:mm:ss` with an optional fraction.
    ///
    /// - Parameter text: The bytes of the text, nothing before and nothing after it.
    /// - Throws: ``ValueError`` with the code `dateTime.syntax` if the text has another form, `date.noSuchDay` if the
    ///   calendar has no such day, and `time.noSuchTime` if no day has such a time.
    public init(utf8 text: UnsafeBufferPointer<UInt8>) throws(ValueError) {
        guard text.count >= 19, let start = text.baseAddress else {
            throw Self.refusal(of: text)
        }
        let date = CalendarText.date(at: start)
        guard
            date > 0,
            start[10] == UInt8(ascii: "T"),
            let time = LocalTime(text: start + 11, count: text.count - 11)
        else {
            throw Self.refusal(of: text)
        }
        self.init(date: LocalDate(packed: date), time: time)
    }

    /// The most bytes that ``writeText(to:)`` writes: 29.
    public static var maximumTextLength: Int { 29 }

    /// Writes `YYYY-MM-DDThh:mm:ss` and the fraction as it was written.
    ///
    /// - Parameter destination: Memory for at least ``maximumTextLength`` bytes.
    /// - Returns: The number of bytes written.
    public func writeText(to destination: UnsafeMutablePointer<UInt8>) -> Int {
        let length = date.writeText(to: destination)
        destination[length] = UInt8(ascii: "T")
        return length + 1 + time.writeText(to: destination + length + 1)
    }

    @inline(never)
    private static func refusal(of text: UnsafeBufferPointer<UInt8>) -> ValueError {
        let example = "2026-03-02T09:00:00"
        guard text.count > 10, let start = text.baseAddress else {
            return ValueError(.dateTimeSyntax, expected: "a date and a time like \(example)", refused: text)
        }
        switch CalendarText.date(at: start) {
        case CalendarText.nonexistent:
            return ValueError(.dateNoSuchDay, expected: LocalDate.existingDay, refused: text)
        case CalendarText.malformed:
            return ValueError(.dateTimeSyntax, expected: "a date and a time like \(example)", refused: text)
        default:
            break
        }
        guard text[10] == UInt8(ascii: "T") else {
            return ValueError(
                .dateTimeSyntax,
                expected: "an upper-case T between date and time, as in \(example)",
                refused: text
            )
        }
        let time = UnsafeBufferPointer(rebasing: text[11...])
        if time.count > 8, time.last == UInt8(ascii: "Z") || time.dropFirst(8).contains(where: isSign) {
            return ValueError(
                .dateTimeSyntax,
                expected: "a local date-time without an offset, like \(example)",
                refused: text
            )
        }
        return LocalTime.refusal(ofTime: time, whole: text, syntax: .dateTimeSyntax, example: example)
    }

    private static func isSign(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
    }
}

extension LocalDateTime: Comparable {
    /// Whether the first date-time is earlier, or the same and written with fewer fraction digits.
    public static func < (left: Self, right: Self) -> Bool {
        left.date == right.date ? left.time < right.time : left.date < right.date
    }
}

extension ValueError.Code {
    /// `dateTime.syntax`: the text is not of the form `YYYY-MM-DDThh:mm:ss` with an optional fraction.
    public static let dateTimeSyntax = Self(rawValue: "dateTime.syntax")
}
