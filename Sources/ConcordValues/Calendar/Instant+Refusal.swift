extension Instant {
    /// Finds out why a text was refused; called only then, so it may read the text again.
    @inline(never)
    static func refusal(of text: UnsafeBufferPointer<UInt8>, acceptsBasicOffset: Bool) -> ValueError {
        let example = acceptsBasicOffset ? "2026-03-02T09:00:00.000+0000" : "2026-03-02T09:00:00Z"
        let form = "an instant like \(example)\(acceptsBasicOffset ? "" : " or 2026-03-02T09:00:00.000+01:00")"
        func syntax(_ expected: String) -> ValueError {
            ValueError(.instantSyntax, expected: expected, refused: text)
        }

        guard text.count >= 10, let start = text.baseAddress else {
            return syntax(form)
        }
        let date = CalendarText.date(at: start)
        if date == CalendarText.nonexistent {
            return ValueError(.dateNoSuchDay, expected: LocalDate.existingDay, refused: text)
        }
        guard date > 0 else {
            return syntax(form)
        }
        guard text.count > 10 else {
            return ValueError(.instantNoOffset, expected: "\(form); a date alone is not an instant", refused: text)
        }
        guard text[10] == UInt8(ascii: "T") else {
            return syntax("an upper-case T between date and time, as in \(example)")
        }
        guard text.count >= 19 else {
            return syntax("hours, minutes and seconds of two digits each, as in \(example)")
        }
        let clock = CalendarText.clock(at: start + 11)
        if clock == CalendarText.nonexistent {
            return ValueError(
                .timeNoSuchTime,
                expected: "an hour from 00 to 23, and a minute and second from 00 to 59 (60 in a leap second)",
                refused: text
            )
        }
        guard clock >= 0 else {
            return syntax("hours, minutes and seconds of two digits each, as in \(example)")
        }
        var rest = UnsafeBufferPointer(rebasing: text[19...])
        if rest.first == UInt8(ascii: ".") {
            let fraction = CalendarText.fraction(at: start + 20, upTo: text.count - 20)
            guard fraction.digits >= 1, fraction.digits <= 9 else {
                return syntax("one to nine digits after the point, as in 2026-03-02T09:00:00.000Z")
            }
            rest = UnsafeBufferPointer(rebasing: rest[(fraction.digits + 1)...])
        }
        guard let offsetStart = rest.baseAddress, !rest.isEmpty else {
            return ValueError(
                .instantNoOffset,
                expected: "an offset at the end, Z or like +01:00: without one the text names no point in time",
                refused: text
            )
        }
        switch UTCOffset.read(offsetStart, count: rest.count, acceptsBasic: true) {
        case CalendarText.nonexistent:
            return ValueError(.offsetOutOfRange, expected: UTCOffset.existingOffset, refused: text)
        case CalendarText.malformed where rest.count == 1 && rest[0] == UInt8(ascii: "z"):
            return syntax("an upper-case Z at the end, as in 2026-03-02T09:00:00Z")
        case CalendarText.malformed:
            return syntax("an offset at the end, Z or like +01:00, and nothing after it")
        default:
            break
        }
        if !acceptsBasicOffset, rest.count == 5 {
            return syntax("a colon between the hours and minutes of the offset, as in +01:00")
        }
        return ValueError(
            .instantLeapSecond,
            expected: "a second from 00 to 59; 60 is a leap second, which exists only at 23:59:60 UTC as a month ends",
            refused: text
        )
    }
}
