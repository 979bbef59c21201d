import ConcordValues

/// The three forms of a date in a header, of which a reader takes all (RFC 9110 §5.6.7).
enum HTTPDate {
    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    /// The instant of a date.
    ///
    /// - Parameters:
    ///   - text: `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` or `Sun Nov  6 08:49:37 1994`.
    ///   - now: The time, by which a year of two digits is taken to be no more than 50 years ahead.
    /// - Returns: The instant; nil if it has none of the forms.
    static func instant(_ text: String, now: Instant) -> Instant? {
        let words = text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "-" }).map(String.init)
        // The name of the day says nothing that the date does not.
        if words.count == 6, words[5].uppercased() == "GMT" {
            return instant(year: words[3], month: words[2], day: words[1], time: words[4], now: now)
        }
        if words.count == 5 { return instant(year: words[4], month: words[1], day: words[2], time: words[3], now: now) }
        return nil
    }

    private static func instant(
        year: String,
        month: String,
        day: String,
        time: String,
        now: Instant
    ) -> Instant? {
        guard let month = months.firstIndex(of: month.lowercased()), let day = Int(day), var number = Int(year)
        else { return nil }
        if year.utf8.count == 2 {
            let current = now.localDate.year
            number += current - current % 100
            if number > current + 50 { number -= 100 }
        }
        guard let date = try? LocalDate(year: number, month: month + 1, day: day) else { return nil }
        let clock = time.split(separator: ":").compactMap { Int($0) }
        guard clock.count == 3, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]), (0...60).contains(clock[2])
        else { return nil }
        let seconds = clock[0] * 3_600 + clock[1] * 60 + clock[2]
        return try? Instant(secondsSince1970: Int64(date.dayNumber) * 86_400 + Int64(seconds), offset: .utc)
    }
}
