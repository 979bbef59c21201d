import ConcordValues
import Testing

@Suite("Calendar: instants")
struct CalendarInstantTests {
    @Test func threeZerosAreThreeThings() throws {
        let texts = ["2026-03-02T09:00:00-00:00", "2026-03-02T09:00:00+00:00", "2026-03-02T09:00:00Z"]
        let instants = try texts.map { try Instant($0) }
        #expect(Set(instants).count == 3)
        #expect(instants.map(\.description) == texts)
        #expect(instants.sorted() == instants)
        #expect(instants.allSatisfy { $0.isSamePoint(as: instants[0]) })
        #expect(instants.map(\.offset) == [.unknown, try UTCOffset(minutes: 0), .utc])
    }

    @Test func knownPoints() throws {
        #expect(try Instant("1970-01-01T00:00:00Z").secondsSince1970 == 0)
        #expect(try Instant("1969-12-31T23:59:59.5Z").secondsSince1970 == -1)
        #expect(try Instant("1969-12-31T23:59:59.5Z").nanosecond == 500_000_000)
        #expect(try Instant("2000-02-29T00:00:00Z").secondsSince1970 == 951_782_400)
        #expect(try Instant("2026-03-02T09:00:00+01:00").secondsSince1970 == 1_772_438_400)
        #expect(try Instant("0001-01-01T00:00:00Z").secondsSince1970 == -62_135_596_800)
        #expect(try Instant("0001-01-01T00:00:00+23:59").secondsSince1970 == -62_135_683_140)
        #expect(try Instant("9999-12-31T23:59:59-23:59").secondsSince1970 == 253_402_387_139)
        #expect(try Instant("0001-01-01T00:00:00+23:59").description == "0001-01-01T00:00:00+23:59")
        #expect(try Instant("9999-12-31T23:59:59-23:59").description == "9999-12-31T23:59:59-23:59")
    }

    @Test func buildingFromNumbers() throws {
        let berlin = try UTCOffset(minutes: 60)
        let instant = try Instant(secondsSince1970: 1_772_438_400, nanoseconds: 0, fractionDigits: 3, offset: berlin)
        #expect(instant.description == "2026-03-02T09:00:00.000+01:00")
        #expect(try Instant(LocalDateTime("2026-03-02T09:00:00.000"), offset: berlin) == instant)
        #expect(try instant.localDateTime == LocalDateTime("2026-03-02T09:00:00.000"))
        #expect(try instant.localDate == LocalDate("2026-03-02"))
        #expect(try instant.at(.utc).description == "2026-03-02T08:00:00.000Z")
        #expect(try instant.at(.utc).isSamePoint(as: instant))
        #expect(
            try Instant(secondsSince1970: -1, nanoseconds: 1, offset: .utc).description
                == "1969-12-31T23:59:59.000000001Z"
        )
        let range = ValueError(.instantOutOfRange, expected: "", observed: "")
        #expect(throws: range) { try Instant(secondsSince1970: 253_402_300_800, offset: .utc) }
        #expect(throws: range) { try Instant(secondsSince1970: -62_135_596_801, offset: .utc) }
        #expect(throws: range) { try Instant(secondsSince1970: 253_402_300_799, offset: berlin) }
        #expect(throws: range) { try Instant("9999-12-31T23:59:59Z").at(berlin) }
        #expect(try Instant(secondsSince1970: 253_402_300_799, offset: .utc).description == "9999-12-31T23:59:59Z")
    }

    @Test(arguments: [
        "1990-12-31T23:59:60Z", "1990-12-31T15:59:60-08:00", "2016-12-31T23:59:60.999999999Z",
        "2015-07-01T00:59:60+01:00",
        "1998-12-31T15:59:60.123-08:00", "2017-01-01T05:29:60+05:30", "9999-12-31T23:59:60Z",
        "0001-01-01T00:59:60+01:00",
    ])
    func leapSecondsAreKept(text: String) throws {
        let instant = try Instant(text)
        #expect(instant.isLeapSecond)
        #expect(instant.description == text)
        #expect(instant.localDateTime == nil)
        #expect(instant.nanosecond < 1_000_000_000)
    }

    @Test func leapSecondsSortBetweenTheirNeighbours() throws {
        let before = try Instant("2016-12-31T23:59:59.999999999Z")
        let leap = try Instant("2016-12-31T23:59:60Z")
        let late = try Instant("2016-12-31T23:59:60.999Z")
        let after = try Instant("2017-01-01T00:00:00Z")
        #expect(before < leap && leap < late && late < after)
        #expect(!leap.isSamePoint(as: after) && !leap.isSamePoint(as: before))
        #expect(try leap.at(UTCOffset(minutes: 60)).description == "2017-01-01T00:59:60+01:00")
    }

    @Test(arguments: [
        ("2026-03-02t09:00:00Z", "instant.syntax", "upper-case T"),
        ("2026-03-02 09:00:00Z", "instant.syntax", "upper-case T"),
        ("2026-03-02T09:00:00z", "instant.syntax", "upper-case Z"),
        ("2026-03-02T09:00:00", "instant.noOffset", "offset"),
        ("2026-03-02T09:00:00.000", "instant.noOffset", "offset"),
        ("2026-03-02", "instant.noOffset", "a date alone"),
        ("2026-03-02T09:00Z", "instant.syntax", "seconds"),
        ("2026-03-02T09:00:00.Z", "instant.syntax", "one to nine digits"),
        ("2026-03-02T09:00:00.0000000000Z", "instant.syntax", "one to nine digits"),
        ("2026-03-02T09:00:00+0100", "instant.syntax", "colon"),
        ("2026-03-02T09:00:00+01", "instant.syntax", "offset"),
        ("2026-03-02T09:00:00Z ", "instant.syntax", "nothing after"),
        ("2026-03-02T09:00:00+24:00", "offset.outOfRange", "00 to 23"),
        ("2026-02-29T09:00:00Z", "date.noSuchDay", "exists"),
        ("2026-03-02T24:00:00Z", "time.noSuchTime", "00 to 23"),
        ("2026-03-02T23:59:60Z", "instant.leapSecond", "leap second"),
        ("1998-12-31T23:58:60Z", "instant.leapSecond", "leap second"),
        ("1998-12-31T22:59:60Z", "instant.leapSecond", "leap second"),
        ("1998-12-31T23:59:60+01:00", "instant.leapSecond", "leap second"),
        ("1998-12-31T23:59:61Z", "time.noSuchTime", "leap second"),
        ("", "instant.syntax", "2026-03-02T09:00:00Z"),
        ("yesterday at noon", "instant.syntax", "2026-03-02T09:00:00Z"),
    ])
    func refused(text: String, code: String, advice: String) {
        let error = #expect(throws: ValueError.self) { try Instant(text) }
        #expect(error?.code.rawValue == code)
        #expect(error?.expected.contains(advice) == true, "\(error?.expected ?? "")")
    }

    @Test(arguments: [
        ("2026-05-01T07:25:37.000+0000", "2026-05-01T07:25:37.000+00:00", "2026-05-01T07:25:37.000+0000"),
        ("2026-05-01T07:25:37.000+00:00", "2026-05-01T07:25:37.000+00:00", "2026-05-01T07:25:37.000+0000"),
        ("2026-05-01T07:25:37Z", "2026-05-01T07:25:37Z", "2026-05-01T07:25:37+0000"),
        ("2026-05-01T07:25:37-0330", "2026-05-01T07:25:37-03:30", "2026-05-01T07:25:37-0330"),
        ("2026-05-01T07:25:37-0000", "2026-05-01T07:25:37-00:00", "2026-05-01T07:25:37-0000"),
        ("2016-12-31T15:59:60-0800", "2016-12-31T15:59:60-08:00", "2016-12-31T15:59:60-0800"),
    ])
    func basicOffsets(text: String, extended: String, basic: String) {
        let instant = CalendarFuzz.withExactMemory(Array(text.utf8)) { try? Instant(basicOffset: $0) }
        #expect(instant?.description == extended)
        let written = instant.map { CalendarFuzz.write(upTo: Instant.maximumTextLength, $0.writeBasicOffset(to:)) }
        #expect(written.map { String(decoding: $0, as: UTF8.self) } == basic)
    }

    /// Instants close to one another, so that all three kinds of order are met.
    @Test func orderAgreesWithEquality() throws {
        let seed: UInt64 = 3339
        var random = CalendarFuzz.SplitMix64(seed: seed)
        let offsets = ["Z", "+00:00", "-00:00", "+01:00", "-01:00"]
        let fractions = ["", ".0", ".00", ".1", ".10", ".000000001"]
        let instants = try (0..<300)
            .map { _ in
                let hour = Int.random(in: 8...10, using: &random)
                let fraction = fractions.randomElement(using: &random) ?? ""
                let offset = offsets.randomElement(using: &random) ?? ""
                return try Instant("2026-03-02T\(hour < 10 ? "0" : "")\(hour):00:00\(fraction)\(offset)")
            }
        var wrong: [String] = []
        for left in instants {
            for right in instants {
                let holds = [left < right, left == right, right < left].filter(\.self).count == 1
                let sameText = left.description == right.description
                let points = (
                    (left.secondsSince1970, left.nanosecond), (right.secondsSince1970, right.nanosecond)
                )
                let agrees =
                    holds && (left == right) == sameText && left.isSamePoint(as: right) == (points.0 == points.1)
                    && (points.0 >= points.1 || left < right)
                    && (left != right || left.hashValue == right.hashValue)
                if !agrees {
                    wrong.append("\(left) \(right)")
                }
            }
        }
        #expect(wrong.isEmpty, "seed \(seed): \(wrong.prefix(5))")
        #expect(instants.sorted() == instants.shuffled(using: &random).sorted(), "seed \(seed)")
    }
}
