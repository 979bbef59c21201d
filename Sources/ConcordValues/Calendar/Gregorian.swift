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
    /// Years are counted from March, so that the leap day is a year's last; 400 years are always 146,097 days.
    static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let monthFromMarch = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The date that is a number of days from 1970-01-01; the inverse of ``dayNumber(year:month:day:)``.
    static func date(ofDayNumber dayNumber: Int) -> (year: Int, month: Int, day: Int) {
        let days = dayNumber + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}
