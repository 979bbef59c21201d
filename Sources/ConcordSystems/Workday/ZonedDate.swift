import ConcordMapping
import ConcordValues

extension Workday {
    /// A date as XML Schema part 2 §3.2.9 has it: with an offset behind it, or without one.
    ///
    /// The offset says where on earth the day is meant, and not that it is another day: it is read past.
    struct ZonedDate: Sendable, Hashable {
        /// The day.
        let date: LocalDate
    }
}

extension Workday.ZonedDate: SourceConvertible {
    /// Reads `2026-05-01`, `2026-05-01Z` and `2026-05-01-07:00`.
    init(source: SourceValue) throws(ValueError) {
        func mistake() -> ValueError {
            ValueError(
                .sourceType,
                expected: "a date like \"2026-05-01\" or \"2026-05-01-07:00\"",
                observed: source.json ?? "nothing"
            )
        }
        guard let text = source.text, text.utf8.count >= 10 else { throw mistake() }
        let zone = String(decoding: text.utf8.dropFirst(10), as: UTF8.self)
        if !zone.isEmpty { _ = try UTCOffset(zone) }
        date = try LocalDate(String(decoding: text.utf8.prefix(10), as: UTF8.self))
    }

    /// The day in quotes, without an offset.
    var sourceJSON: String { "\"\(date)\"" }
}
