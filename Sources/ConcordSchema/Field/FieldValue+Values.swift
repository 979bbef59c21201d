public import ConcordValues

// Each scalar value says what stands in its place before it is read, and what its text looks like; reading and writing
// come from its one text form.

extension ExactDecimal: FieldValue {
    /// Zero.
    public static var placeholder: ExactDecimal { .zero }
    /// A string with a decimal in plain notation, its scale kept.
    public static var shape: FieldShape { .text(format: "decimal", examples: ["0", "7.50", "-120.00", "1234567.891"]) }
}

extension Percentage: FieldValue {
    /// Zero per cent.
    public static var placeholder: Percentage { Percentage(.zero) }
    /// A string with a decimal, of a hundred.
    public static var shape: FieldShape { .text(format: "percentage", examples: ["0", "12.5", "100"]) }
    /// Per cent.
    public static var unit: UnitCode? { .percent }
}

extension CurrencyCode: FieldValue {
    /// The code for no currency, `XXX`.
    public static var placeholder: CurrencyCode { .none }
    /// A code of ISO 4217.
    public static var shape: FieldShape { .text(format: "currency", examples: ["EUR", "USD", "GBP", "JPY"]) }
}

extension CountryCode: FieldValue {
    /// `ZZ`, which ISO 3166-1 leaves to users.
    public static var placeholder: CountryCode { .unknown }
    /// A two-letter code of ISO 3166-1.
    public static var shape: FieldShape { .text(format: "country", examples: ["DE", "GB", "US", "FR"]) }
}

extension SubdivisionCode: FieldValue {
    /// A code of no country.
    public static var placeholder: SubdivisionCode { .unknown }
    /// A code of ISO 3166-2.
    public static var shape: FieldShape { .text(format: "subdivision", examples: ["US-TX", "DE-BY", "GB-ENG"]) }
}

extension LanguageTag: FieldValue {
    /// The tag for an undetermined language.
    public static var placeholder: LanguageTag { .undetermined }
    /// A language tag of BCP 47.
    public static var shape: FieldShape { .text(format: "language", examples: ["en", "de-CH", "fr-FR"]) }
}

extension LocalDate: FieldValue {
    /// The first day of the calendar.
    public static var placeholder: LocalDate { .first }
    /// A calendar date without a time.
    public static var shape: FieldShape { .text(format: "date", examples: ["2026-01-31", "2026-03-02", "2024-02-29"]) }
}

extension LocalTime: FieldValue {
    /// Midnight.
    public static var placeholder: LocalTime { .midnight }
    /// A time of day without a zone.
    public static var shape: FieldShape { .text(format: "time", examples: ["09:00:00", "17:30:00.250"]) }
}

extension LocalDateTime: FieldValue {
    /// The first moment of the calendar.
    public static var placeholder: LocalDateTime { LocalDateTime(date: .first, time: .midnight) }
    /// A date and a time of day without a zone.
    public static var shape: FieldShape { .text(format: "local-date-time", examples: ["2026-03-02T09:00:00"]) }
}

extension ZonedDateTime: FieldValue {
    /// The first moment of the calendar, in UTC.
    public static var placeholder: ZonedDateTime { ZonedDateTime(.placeholder, in: .utc) }
    /// A date and a time of day in a named zone (RFC 9557).
    public static var shape: FieldShape {
        .text(format: "zoned-date-time", examples: ["2026-03-02T09:00:00[Europe/Berlin]"])
    }
}

extension Instant: FieldValue {
    /// The first moment of the calendar, in UTC.
    public static var placeholder: Instant { Instant(.placeholder, offset: .utc) }
    /// A point in time with its offset (RFC 3339).
    public static var shape: FieldShape {
        .text(
            format: "date-time",
            examples: ["2026-03-04T17:21:09Z", "2026-03-04T18:00:00.123Z", "2026-03-04T19:00:00.500+01:00"]
        )
    }
}

extension TimeZoneID: FieldValue {
    /// UTC.
    public static var placeholder: TimeZoneID { .utc }
    /// The name of a time zone in the IANA database.
    public static var shape: FieldShape { .text(format: "time-zone", examples: ["Europe/Berlin", "America/New_York"]) }
}

extension UnitCode: FieldValue {
    /// The unit `C62`, one.
    public static var placeholder: UnitCode { .one }
    /// A unit of UN/ECE Recommendation 20.
    public static var shape: FieldShape { .text(format: "unit", examples: ["HUR", "DAY", "MON", "C62"]) }
}

extension TimeZoneID {
    /// Writes the name.
    public func write(to writer: inout JSONWriter) {
        writer.write(description)
    }

    /// Writes the name from where it stands.
    public static func write(at address: UnsafePointer<TimeZoneID>, to writer: inout JSONWriter) {
        // The name is all that a zone's identifier is made of.
        writer.write(at: UnsafeRawPointer(address).assumingMemoryBound(to: String.self))
    }

    /// Whether the name stands in the value itself.
    public var isPlain: Bool { description.isPlain }
}

extension SystemID: FieldValue {
    /// No system.
    public static var placeholder: SystemID { "unknown" }
    /// A configured instance of a system.
    public static var shape: FieldShape { .text(format: "system", examples: ["salesforce:emea", "netsuite"]) }

    /// Whether the name stands in the value itself.
    public var isPlain: Bool { text.isPlain }

    /// Reads a string.
    public mutating func read(from reader: inout JSONReader) throws(ReadFailure) {
        let body = try reader.beginText()
        guard SystemID.isWellFormed(body) else {
            throw ReadFailure(
                "system.syntax",
                at: reader.offset - body.count - 2,
                expected: "a system like netsuite or salesforce:emea, in lower case"
            )
        }
        self = SystemID(stringLiteral: reader.text(ascii: body))
    }

    /// Writes a string.
    public func write(to writer: inout JSONWriter) {
        writer.write(text)
    }

    /// Writes a string from where it stands.
    public static func write(at address: UnsafePointer<SystemID>, to writer: inout JSONWriter) {
        // The name is all that a system is made of.
        writer.write(at: UnsafeRawPointer(address).assumingMemoryBound(to: String.self))
    }
}

extension Minutes: FieldValue {
    /// No minutes.
    public static var placeholder: Minutes { Minutes(0) }
    /// A whole number of minutes.
    public static var shape: FieldShape { .integer(minimum: .min, maximum: .max) }
    /// Minutes.
    public static var unit: UnitCode? { .minute }

    /// Reads a whole number.
    public mutating func read(from reader: inout JSONReader) throws(ReadFailure) {
        _ = reader.isAtNull()
        self = Minutes(try reader.readInteger())
    }

    /// Writes a whole number.
    public func write(to writer: inout JSONWriter) {
        writer.write(count)
    }
}
