import ConcordValues
import Testing

@Suite("Calendar: dates")
struct CalendarDateTests {
    /// Walks 400 years day by day, which is the calendar's whole cycle, with nothing but the lengths of months.
    @Test func dayArithmeticAgreesWithCountingOver400Years() throws {
        let start = try LocalDate(year: 1800, month: 1, day: 1)
        // 1800-01-01 was a Wednesday.
        var weekday = Weekday.wednesday
        var count = 0
        var wrong: [String] = []
        for year in 1800..<2200 {
            var dayOfYear = 0
            for month in 1...12 {
                let length = CalendarReference.days(inMonth: month, of: year)
                for day in 1...length {
                    dayOfYear += 1
                    let date = try LocalDate(year: year, month: month, day: day)
                    let isRight =
                        try date == start.adding(days: count) && start.days(until: date) == count
                        && date.adding(days: -count) == start && date.dayNumber == start.dayNumber + count
                        && LocalDate(dayNumber: date.dayNumber) == date && date.weekday == weekday
                        && date.dayOfYear == dayOfYear && date.daysInMonth == length
                        && (date.year, date.month, date.day) == (year, month, day)
                        && date.startOfMonth.day == 1 && date.endOfMonth.day == length
                        && date.startOfMonth.month == month && date.endOfMonth.month == month
                    if !isRight {
                        wrong.append(date.description)
                    }
                    weekday = Weekday(rawValue: weekday.rawValue % 7 + 1) ?? .monday
                    count += 1
                }
            }
        }
        #expect(count == 146_097)
        #expect(wrong.isEmpty, "\(wrong.prefix(5))")
    }

    @Test func knownDays() throws {
        #expect(try LocalDate("1970-01-01").dayNumber == 0)
        #expect(try LocalDate("2000-02-29").dayNumber == 11_016)
        #expect(LocalDate.first.dayNumber == -719_162)
        #expect(LocalDate.last.dayNumber == 2_932_896)
        #expect(LocalDate.first.weekday == .monday)
        #expect(LocalDate.last.weekday == .friday)
        #expect(try LocalDate("2024-12-31").dayOfYear == 366)
        #expect(try LocalDate("2000-01-01").isInLeapYear)
        #expect(try !LocalDate("1900-01-01").isInLeapYear)
    }

    @Test func daysBeyondTheYearsAreRefused() throws {
        #expect(throws: ValueError(.dateOutOfRange, expected: "", observed: "")) { try LocalDate.last.adding(days: 1) }
        #expect(throws: ValueError(.dateOutOfRange, expected: "", observed: "")) {
            try LocalDate.first.adding(days: -1)
        }
        #expect(throws: ValueError(.dateOutOfRange, expected: "", observed: "")) {
            try LocalDate.first.adding(days: .min)
        }
        #expect(throws: ValueError(.dateOutOfRange, expected: "", observed: "")) {
            try LocalDate.last.adding(days: .max)
        }
        #expect(throws: ValueError(.dateOutOfRange, expected: "", observed: "")) { try LocalDate(dayNumber: .max) }
        #expect(try LocalDate.first.adding(days: 3_652_058) == .last)
    }

    @Test(arguments: [
        (0, 1, 1), (10_000, 1, 1), (2026, 0, 1), (2026, 13, 1), (2026, 2, 29), (2026, 4, 31), (2026, 1, 0),
    ])
    func noSuchDay(year: Int, month: Int, day: Int) {
        #expect(throws: ValueError(.dateNoSuchDay, expected: "", observed: "")) {
            try LocalDate(year: year, month: month, day: day)
        }
    }

    @Test func extremeNumbersAreRefusedNotTrapped() {
        for extreme in [Int.min, Int.max] {
            #expect(throws: ValueError.self) { try LocalDate(year: extreme, month: 1, day: 1) }
            #expect(throws: ValueError.self) { try LocalDate(year: 2026, month: extreme, day: 1) }
            #expect(throws: ValueError.self) { try LocalDate(year: 2026, month: 1, day: extreme) }
            #expect(throws: ValueError.self) { try LocalTime(hour: extreme, minute: 0) }
            #expect(throws: ValueError.self) { try LocalTime(hour: 0, minute: 0, nanosecond: extreme) }
            #expect(throws: ValueError.self) {
                try LocalTime(hour: 0, minute: 0, nanosecond: 0, fractionDigits: extreme)
            }
            #expect(throws: ValueError.self) { try UTCOffset(minutes: extreme) }
            #expect(throws: ValueError.self) {
                try Instant(secondsSince1970: Int64(clamping: extreme), offset: .utc)
            }
        }
    }

    @Test(arguments: [
        ("2026-02-30", "date.noSuchDay"), ("2026-2-03", "date.syntax"), ("02026-02-03", "date.syntax"),
        ("2026/02/03", "date.syntax"), ("", "date.syntax"), ("0000-01-01", "date.noSuchDay"),
        ("2026-03-02T09:00:00Z", "date.syntax"), ("2026-03-0٢", "date.syntax"), ("+026-03-02", "date.syntax"),
    ])
    func refusedDates(text: String, code: String) {
        #expect(CalendarFuzz.errorCode(LocalDate.self, text) == code)
    }

    @Test func advice() throws {
        let error = #expect(throws: ValueError.self) { try LocalDate("2026-03-02T09:00:00Z") }
        #expect(error?.expected.contains("a date alone") == true)
        let long = String(repeating: "9", count: 1000)
        let cut = #expect(throws: ValueError.self) { try LocalDate(long) }
        #expect(cut?.observed == String(repeating: "9", count: 64) + "…")
    }
}

@Suite("Calendar: times")
struct CalendarTimeTests {
    @Test func fractionsAreKeptAsWritten() throws {
        let short = try LocalTime("17:45:56.6")
        let long = try LocalTime("17:45:56.600")
        #expect(short != long)
        #expect(short < long)
        #expect(short.isSameTime(as: long))
        #expect(long.description == "17:45:56.600")
        #expect((long.hour, long.minute, long.second) == (17, 45, 56))
        #expect(long.nanosecond == 600_000_000)
        #expect(long.fractionDigits == 3)
        #expect(try LocalTime("23:59:59.999999999").nanosecond == 999_999_999)
        #expect(try LocalTime("00:00:00.000").description == "00:00:00.000")
        #expect(try LocalTime(hour: 9, minute: 0).description == "09:00:00")
        #expect(try LocalTime(hour: 9, minute: 0, nanosecond: 500_000_000).description == "09:00:00.5")
        #expect(
            try LocalTime(hour: 9, minute: 0, nanosecond: 500_000_000, fractionDigits: 3).description == "09:00:00.500"
        )
        #expect(throws: ValueError(.timeNoSuchTime, expected: "", observed: "")) {
            try LocalTime(hour: 9, minute: 0, nanosecond: 1, fractionDigits: 8)
        }
    }

    @Test(arguments: [
        ("17:45", "time.syntax", "seconds"), ("24:00:00", "time.noSuchTime", "hour"),
        ("23:59:60", "time.noSuchTime", "leap"), ("09:00:00.", "time.syntax", "digits"),
        ("09:00:00.0123456789", "time.syntax", "nine"), ("09:00:00Z", "time.syntax", "09:00:00"),
        ("9:00:00", "time.syntax", "09:00:00"), ("09:00:00,5", "time.syntax", "point"),
    ])
    func refusedTimes(text: String, code: String, advice: String) {
        let error = #expect(throws: ValueError.self) { try LocalTime(text) }
        #expect(error?.code.rawValue == code)
        #expect(error?.expected.contains(advice) == true, "\(error?.expected ?? "")")
    }

    @Test(arguments: [
        ("2026-03-02 09:00:00", "dateTime.syntax", "upper-case T"),
        ("2026-03-02t09:00:00", "dateTime.syntax", "upper-case T"),
        ("2026-03-02T09:00", "dateTime.syntax", "seconds"),
        ("2026-03-02T09:00:00Z", "dateTime.syntax", "without an offset"),
        ("2026-03-02T09:00:00.5+01:00", "dateTime.syntax", "without an offset"),
        ("2026-02-30T09:00:00", "date.noSuchDay", "exists"),
        ("2026-03-02T25:00:00", "time.noSuchTime", "hour"),
        ("2026-03-02", "dateTime.syntax", "a date and a time"),
    ])
    func refusedDateTimes(text: String, code: String, advice: String) {
        let error = #expect(throws: ValueError.self) { try LocalDateTime(text) }
        #expect(error?.code.rawValue == code)
        #expect(error?.expected.contains(advice) == true, "\(error?.expected ?? "")")
    }
}

@Suite("Calendar: zones")
struct CalendarZoneTests {
    @Test(arguments: [
        "Europe/Berlin", "Etc/UTC", "Etc/GMT+5", "America/Argentina/ComodRivadavia", "America/Port-au-Prince",
        "EST5EDT",
        "UTC", "Antarctica/DumontDUrville", "GB-Eire",
    ])
    func acceptedZones(text: String) throws {
        #expect(try TimeZoneID(text).description == text)
        let zoned = try ZonedDateTime("2026-03-02T09:00:00[\(text)]")
        #expect(zoned.zone.name == text)
        #expect(zoned.dateTime.description == "2026-03-02T09:00:00")
        #expect(zoned.description == "2026-03-02T09:00:00[\(text)]")
        #expect(zoned == ZonedDateTime(zoned.dateTime, in: zoned.zone))
    }

    @Test(arguments: [
        "", "/", "Europe/", "/Berlin", "Europe//Berlin", "..", "../etc", "Europe/..", ".", "+01:00", "5EST",
        "Europe/Köln",
        "Europe Berlin", "!Europe/Berlin", "Europe/Berlin]", String(repeating: "a", count: 65),
    ])
    func refusedZones(text: String) {
        #expect(CalendarFuzz.errorCode(TimeZoneID.self, text) == "timeZone.syntax")
        #expect(CalendarFuzz.errorCode(ZonedDateTime.self, "2026-03-02T09:00:00[\(text)]") == "timeZone.syntax")
    }

    @Test(arguments: [
        ("2026-03-02T09:00:00", "zonedDateTime.syntax"), ("2026-03-02T09:00:00[Etc/UTC", "zonedDateTime.syntax"),
        ("2026-03-02T09:00:00Etc/UTC]", "zonedDateTime.syntax"), ("[Etc/UTC]", "dateTime.syntax"),
        ("", "zonedDateTime.syntax"),
        ("2026-03-02T09:00:00+01:00[Europe/Berlin]", "dateTime.syntax"),
        ("2026-03-02T09:00:00Z[Etc/UTC]", "dateTime.syntax"),
        ("2026-03-02T09:00:00[Etc/UTC][u-ca=iso8601]", "timeZone.syntax"),
    ])
    func refusedZonedDateTimes(text: String, code: String) {
        #expect(CalendarFuzz.errorCode(ZonedDateTime.self, text) == code)
    }
}

@Suite("Calendar: intervals")
struct CalendarIntervalTests {
    @Test func endsAreInclusiveAndMayBeOpen() throws {
        let year = try DateInterval(from: LocalDate("2026-01-01"), through: LocalDate("2026-12-31"))
        #expect(try year.contains(LocalDate("2026-12-31")))
        #expect(try !year.contains(LocalDate("2027-01-01")))
        #expect(year.dayCount == 365)
        #expect(!year.isOpen)
        #expect(year.description == "2026-01-01/2026-12-31")
        let since = try DateInterval(from: LocalDate("2026-07-01"), through: nil)
        #expect(since.isOpen)
        #expect(since.dayCount == nil)
        #expect(since.contains(.last))
        #expect(since.description == "2026-07-01/..")
        #expect(year.intersection(since)?.description == "2026-07-01/2026-12-31")
        #expect(DateInterval.always.description == "../..")
        #expect(DateInterval.always.contains(year))
        #expect(!year.contains(.always))
        #expect(try !year.intersects(DateInterval(on: LocalDate("2025-12-31"))))
        #expect(try year.intersection(DateInterval(on: LocalDate("2025-12-31"))) == nil)
        #expect(throws: ValueError(.intervalReversed, expected: "", observed: "")) {
            try DateInterval(from: LocalDate("2026-01-02"), through: LocalDate("2026-01-01"))
        }
        // The first and last days that exist are days, not open ends.
        let all = try DateInterval(from: .first, through: .last)
        #expect(!all.isOpen && all != .always && all.dayCount == 3_652_059)
    }

    /// Compares with membership day by day in a small window.
    @Test func intersectionIsWhatBothContain() throws {
        let seed: UInt64 = 20_260_302
        var random = CalendarFuzz.SplitMix64(seed: seed)
        let window = try (0..<12).map { try LocalDate(dayNumber: 20_000 + $0) }
        func interval() -> DateInterval? {
            let ends = (0..<2).map { _ in Bool.random(using: &random) ? window.randomElement(using: &random) : nil }
            return try? DateInterval(from: ends[0], through: ends[1])
        }
        for _ in 0..<2000 {
            guard let left = interval(), let right = interval() else {
                continue
            }
            let common = left.intersection(right)
            let both = window.filter { left.contains($0) && right.contains($0) }
            #expect(window.filter { common?.contains($0) ?? false } == both, "seed \(seed)")
            #expect((common != nil) == left.intersects(right), "seed \(seed)")
            #expect(left.intersection(right) == right.intersection(left), "seed \(seed)")
        }
    }
}

@Suite("Calendar: layout")
struct CalendarLayoutTests {
    @Test func sizes() {
        #expect(MemoryLayout<LocalDate>.size == 4)
        #expect(MemoryLayout<LocalTime>.size == 8)
        #expect(MemoryLayout<LocalDateTime>.size == 16)
        #expect(MemoryLayout<Instant>.size == 16)
        #expect(MemoryLayout<DateInterval>.size == 8)
        #expect(MemoryLayout<CurrencyCode>.size == 4)
        #expect(MemoryLayout<CountryCode>.size == 2)
        #expect(_isPOD(Instant.self) && _isPOD(LocalDate.self) && _isPOD(DateInterval.self))
        #expect(_isPOD(CurrencyCode.self) && _isPOD(CountryCode.self) && _isPOD(CodeList.self))
    }
}
