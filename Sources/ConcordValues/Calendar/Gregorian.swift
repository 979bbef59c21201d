/// The proleptic Gregorian calendar: days counted from 1970-01-01, in both directions.
enum Gregorian {
    /// The years that a date can have: those that ISO 8601 writes with four digits, from the first of the common era.
    static let years = 1...9999

    /// The day number of 0001-01-01.
    static let firstDayNumber = -719_162

    /// The day number of 9999-12-31.
    static let lastDayNumber = 2_932_896

    static func isLeap(_ year: Int) -> Bool {
        // A multiple of 100 that is one of 16 is one of 400.
        year & 3 == 0 && (year % 25 != 0 || year & 15 == 0)
    }

    /// The number of days of a month from 1 to 12.
    static func days(inMonth month: Int, of year: Int) -> Int {
        if month == 2 {
            return isLeap(year) ? 29 : 28
        }
        // Odd months have 31 days until July, even ones from August.
        return 30 + ((month ^ (month >> 3)) & 1)
    }

    /// The number of days from 1970-01-01 to a date.
    ///
    /// Years are counted from March, so that the leap day is a year's last. Years are never negative here, so all is
    /// unsigned: divisions by constants become multiplications.
    static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let isEarly = month <= 2
        let year = UInt32(truncatingIfNeeded: isEarly ? year &- 1 : year)
        let month = UInt32(truncatingIfNeeded: isEarly ? month &+ 12 : month)
        let century = year / 100
        let daysBeforeYear = year &* 1461 / 4 &- century &+ century / 4
        // 979/32 is near enough to the 153 days of five months, from March (3) to February (14).
        let daysBeforeMonth = (979 &* month &- 2919) >> 5
        return Int(daysBeforeYear &+ daysBeforeMonth) &+ day &- 719_469
    }

    /// The date that is a number of days from 1970-01-01; the inverse of ``dayNumber(year:month:day:)``.
    ///
    /// The multiplications that stand for divisions are those of C. Neri and L. Schneider, Euclidean affine functions and
    /// their application to calendar algorithms (2022).
    static func date(ofDayNumber dayNumber: Int) -> (year: Int, month: Int, day: Int) {
        let quarters = UInt32(truncatingIfNeeded: dayNumber &+ 719_468) &* 4 &+ 3
        let century = quarters / 146_097
        let quartersOfCentury = quarters % 146_097 | 3
        let product = UInt64(quartersOfCentury) &* 2_939_745
        let yearOfCentury = UInt32(truncatingIfNeeded: product >> 32)
        let dayOfYear = UInt32(truncatingIfNeeded: product) / 2_939_745 / 4
        let scaled = 2_141 &* dayOfYear &+ 197_913
        let month = scaled >> 16
        let day = (scaled & 0xFFFF) / 2_141
        let isEarly = dayOfYear >= 306
        return (
            Int(century &* 100 &+ yearOfCentury) &+ (isEarly ? 1 : 0),
            Int(isEarly ? month &- 12 : month),
            Int(day) &+ 1
        )
    }
}
