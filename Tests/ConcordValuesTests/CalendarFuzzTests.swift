import ConcordValues
import Testing

@Suite("Calendar: texts")
struct CalendarFuzzTests {
    static let dates = ["2026-03-02", "2024-02-29", "0001-01-01", "9999-12-31", "2100-02-28"]
    static let times = ["09:00:00", "23:59:59.999999999", "00:00:00.000", "17:45:56.6"]
    static let offsets = ["Z", "+00:00", "-00:00", "+05:30", "-23:59"]
    static let instants = [
        "2026-03-02T09:00:00Z", "2026-03-02T09:00:00.000+01:00", "1990-12-31T23:59:60Z", "1990-12-31T15:59:60.5-08:00",
        "0001-01-01T00:00:00.123456789-00:00", "9999-12-31T23:59:59-23:59", "2015-07-01T00:59:60+01:00",
    ]

    private func report(_ name: String, _ tally: CalendarFuzz.Tally, seed: UInt64) {
        print("fuzz \(name): \(tally)")
        #expect(tally.accepted > 0, "seed \(seed)")
        #expect(tally.changed.isEmpty, "seed \(seed): \(tally.changed.prefix(5))")
        #expect(tally.disputed.isEmpty, "seed \(seed): \(tally.disputed.prefix(5))")
    }

    @Test func fuzzDates() {
        let tally = CalendarFuzz.run(
            LocalDate.self,
            seeds: Self.dates,
            seed: 1,
            rounds: 20_000,
            reference: CalendarReference.isDate
        )
        report("LocalDate", tally, seed: 1)
    }

    @Test func fuzzTimes() {
        let tally = CalendarFuzz.run(
            LocalTime.self,
            seeds: Self.times,
            seed: 2,
            rounds: 20_000,
            reference: CalendarReference.isTime
        )
        report("LocalTime", tally, seed: 2)
    }

    @Test func fuzzDateTimes() {
        let seeds = zip(Self.dates, Self.times).map { "\($0)T\($1)" }
        let tally = CalendarFuzz.run(
            LocalDateTime.self,
            seeds: seeds,
            seed: 3,
            rounds: 20_000,
            reference: CalendarReference.isDateTime
        )
        report("LocalDateTime", tally, seed: 3)
    }

    @Test func fuzzOffsets() {
        let tally = CalendarFuzz.run(
            UTCOffset.self,
            seeds: Self.offsets,
            seed: 4,
            rounds: 20_000,
            reference: CalendarReference.isOffset
        )
        report("UTCOffset", tally, seed: 4)
    }

    @Test func fuzzInstants() {
        let tally = CalendarFuzz.run(
            Instant.self,
            seeds: Self.instants,
            seed: 5,
            rounds: 20_000,
            reference: CalendarReference.isInstant
        )
        report("Instant", tally, seed: 5)
    }

    /// The reader of basic offsets is no `TextValue` of its own; this makes it one.
    private struct Basic: TextValue {
        let instant: Instant

        init(utf8 text: UnsafeBufferPointer<UInt8>) throws(ValueError) {
            instant = try Instant(basicOffset: text)
            // Texts with a colon or a Z are accepted and written in the basic form, which is another text.
            guard !text.suffix(6).contains(UInt8(ascii: ":")) || text[text.count - 5] != UInt8(ascii: ":"),
                text.last != UInt8(ascii: "Z"), text[text.count - 3] != UInt8(ascii: ":")
            else {
                throw ValueError(.instantSyntax, expected: "", observed: "")
            }
        }

        static var maximumTextLength: Int { Instant.maximumTextLength }

        func writeText(to destination: UnsafeMutablePointer<UInt8>) -> Int {
            instant.writeBasicOffset(to: destination)
        }
    }

    @Test func fuzzBasicOffsets() {
        let seeds = ["2026-05-01T07:25:37.000+0000", "2026-05-01T07:25:37-0330", "2016-12-31T15:59:60-0800"]
        let tally = CalendarFuzz.run(Basic.self, seeds: seeds, seed: 6, rounds: 20_000) { bytes in
            CalendarReference.isInstant(bytes, basic: true) && !CalendarReference.isInstant(bytes, basic: false)
        }
        report("Instant(basicOffset:)", tally, seed: 6)
    }

    @Test func fuzzZones() {
        let seeds = ["Europe/Berlin", "Etc/GMT+5", "UTC", "America/Port-au-Prince"]
        report("TimeZoneID", CalendarFuzz.run(TimeZoneID.self, seeds: seeds, seed: 7, rounds: 20_000), seed: 7)
        let zoned = seeds.map { "2026-03-02T09:00:00[\($0)]" }
        report("ZonedDateTime", CalendarFuzz.run(ZonedDateTime.self, seeds: zoned, seed: 8, rounds: 20_000), seed: 8)
    }

    /// Builds values from random parts, writes them, reads them, and writes them again.
    @Test func generatedValuesRoundTrip() throws {
        let seed: UInt64 = 9
        var random = CalendarFuzz.SplitMix64(seed: seed)
        var wrong: [String] = []
        func check<Value: TextValue>(_ value: Value) {
            let bytes = CalendarFuzz.write(value)
            let read = CalendarFuzz.read(Value.self, bytes)
            if read != value || read.map(CalendarFuzz.write) != bytes || bytes.count > Value.maximumTextLength
                || Array(value.description.utf8) != bytes
            {
                wrong.append(value.description)
            }
        }
        for _ in 0..<20_000 {
            let date = try LocalDate(dayNumber: Int.random(in: -719_162...2_932_896, using: &random))
            let digits = Int.random(in: 0...9, using: &random)
            let unit = [1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1000, 100, 10, 1][digits]
            let time = try LocalTime(
                hour: Int.random(in: 0...23, using: &random),
                minute: Int.random(in: 0...59, using: &random),
                second: Int.random(in: 0...59, using: &random),
                nanosecond: Int.random(in: 0..<(1_000_000_000 / unit), using: &random) * unit,
                fractionDigits: digits
            )
            let offset: UTCOffset =
                switch Int.random(in: 0...9, using: &random) {
                case 0: .utc
                case 1: .unknown
                default: try UTCOffset(minutes: Int.random(in: -1439...1439, using: &random))
                }
            let dateTime = LocalDateTime(date: date, time: time)
            let instant = Instant(dateTime, offset: offset)
            check(date)
            check(time)
            check(offset)
            check(dateTime)
            check(instant)
            check(ZonedDateTime(dateTime, in: .utc))
            let rebuilt = try Instant(
                secondsSince1970: instant.secondsSince1970,
                nanoseconds: instant.nanosecond,
                fractionDigits: instant.fractionDigits,
                offset: instant.offset
            )
            if rebuilt != instant || instant.localDateTime != dateTime || instant.localDate != date {
                wrong.append(instant.description)
            }
        }
        #expect(wrong.isEmpty, "seed \(seed): \(wrong.prefix(5))")
    }
}
