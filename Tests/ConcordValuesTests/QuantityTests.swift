import ConcordValues
import Testing

@Suite("Units and quantities")
struct QuantityTests {
    private func quantity(_ value: String, _ unit: UnitCode) throws -> Quantity { Quantity(try decimal(value), unit) }

    @Test func codesKeepTheirText() throws {
        for text in ["HUR", "C62", "P1", "LS", "XBX", "4L", "A", "0", "ZZZ"] {
            #expect(try UnitCode(text).description == text)
        }
        #expect(try UnitCode("HUR") == .hour && UnitCode("LS") == .lumpSum)
        #expect(try UnitCode("E") != UnitCode("EA"))
        #expect(MemoryLayout<UnitCode>.size == 4)
    }

    @Test(arguments: ["", "hur", "HOUR", "H R", "H-", "Ä", "\u{0}", "HU\u{0}"])
    func otherTextsAreRefused(_ text: String) {
        #expect(thrownCode { try UnitCode(text) } == .unitSyntax)
    }

    @Test func listedUnitsHaveNames() throws {
        #expect(UnitCode.hour.name == "hour" && UnitCode.mile.name == "mile (statute)")
        #expect(try !UnitCode("XBX").isListed)
        for unit in UnitCode.listed { #expect(try UnitCode(unit.description) == unit && unit.isListed) }
        #expect(UnitCode.listed.first == .activity)
    }

    @Test func oneUnitAddsUp() throws {
        let (hours, days) = (try quantity("7.5", .hour), Quantity(1, .day))
        #expect(try hours.adding(quantity("0.25", .hour)) == quantity("7.75", .hour))
        #expect(try hours.subtracting(quantity("8", .hour)) == quantity("-0.5", .hour))
        #expect(try hours.compare(quantity("7.50", .hour)) == .same)
        #expect(hours.negated.negated == hours && hours.description == "7.5 HUR")
        #expect(thrownCode { try hours.adding(days) } == .quantityUnitMismatch)
        #expect(thrownCode { try hours.subtracting(days) } == .quantityUnitMismatch)
        #expect(thrownCode { try hours.compare(days) } == .quantityUnitMismatch)
    }

    @Test(arguments: [
        ("90", UnitCode.minute, UnitCode.hour, "1.5"), ("1.5", .hour, .minute, "90.0"), ("1", .hour, .second, "3600"),
        ("45", .second, .minute, "0.75"), ("-9", .second, .hour, "-0.0025"), ("4", .day, .hour, "30.0"),
        ("15", .hour, .day, "2"), ("450", .minute, .day, "1"), ("3", .lumpSum, .lumpSum, "3"),
    ])
    func exactConversion(_ value: String, _ from: UnitCode, _ to: UnitCode, _ expected: String) throws {
        let converted = try quantity(value, from).converted(to: to, hoursPerDay: decimal("7.5"))
        #expect(try converted.unit == to && converted.value.isNumericallyEqual(to: decimal(expected)))
    }

    @Test func whatHasNoExactFormIsRoundedByNameOnly() throws {
        let minutes = Quantity(20, .minute)
        #expect(thrownCode { try minutes.converted(to: .hour) } == .decimalInexact)
        #expect(try minutes.converted(to: .hour, scale: 2, rounding: .halfUp) == quantity("0.33", .hour))
        #expect(try minutes.converted(to: .minute, scale: 1, rounding: .halfUp) == quantity("20.0", .minute))
        #expect(
            try Quantity(10, .hour).converted(to: .day, hoursPerDay: decimal("7.5"), scale: 2, rounding: .up)
                == quantity("1.34", .day)
        )
    }

    @Test func unitsWithoutAFixedRelation() throws {
        let (hours, month) = (Quantity(8, .hour), Quantity(1, .month))
        #expect(thrownCode { try month.converted(to: .hour, hoursPerDay: 8) } == .quantityNoConversion)
        #expect(thrownCode { try hours.converted(to: .piece) } == .quantityNoConversion)
        #expect(thrownCode { try hours.converted(to: .day) } == .quantityHoursPerDay)
        #expect(thrownCode { try hours.converted(to: .day, hoursPerDay: 0) } == .quantityHoursPerDay)
        #expect(thrownCode { try hours.converted(to: .day, hoursPerDay: -8) } == .quantityHoursPerDay)
    }
}

@Suite("Minutes")
struct MinutesTests {
    @Test(arguments: ["0", "7", "-7", "450", "9223372036854775807", "-9223372036854775808"])
    func textIsWrittenBack(_ text: String) throws {
        #expect(try Minutes(text).description == text)
    }

    @Test(arguments: ["", "-", "-0", "00", "07", "-07", "+7", "7.0", "7 ", "1e3", "x"])
    func otherTextsAreRefused(_ text: String) {
        #expect(thrownCode { try Minutes(text) } == .minutesSyntax)
    }

    @Test(arguments: ["9223372036854775808", "-9223372036854775809", "99999999999999999999999999999999999999999"])
    func whatDoesNotFitIsRefused(_ text: String) {
        #expect(thrownCode { try Minutes(text) } == .minutesOverflow)
    }

    @Test func hoursThatAreWholeMinutes() throws {
        #expect(try Minutes(hours: decimal("7.25")) == Minutes(435))
        #expect(try Minutes(hours: decimal("0.050")) == Minutes(3))
        #expect(try Minutes(hours: decimal("-1E+1")) == Minutes(-600))
        for text in ["0.33", "0.01", "-0.001", "1E-400", "0.33333333333333333333333333333333333333"] {
            let hours = try decimal(text)
            #expect(thrownCode { try Minutes(hours: hours) } == .minutesNotWhole)
        }
        for text in ["1E+30", "-1E+400", "153722867280912931"] {
            let hours = try decimal(text)
            #expect(thrownCode { try Minutes(hours: hours) } == .minutesOverflow)
        }
    }

    @Test func minutesAsHours() throws {
        #expect(try Minutes(90).hours == decimal("1.5"))
        #expect(Minutes(600).hours == 10)
        #expect(Minutes(20).hours == nil)
        #expect(try Minutes(20).hours(scale: 2, rounding: .halfEven) == decimal("0.33"))
        for count in -200...200 {
            let minutes = Minutes(Int64(count))
            #expect((minutes.hours != nil) == (count % 3 == 0))
            if let hours = minutes.hours { #expect(try Minutes(hours: hours) == minutes) }
        }
    }

    @Test func sums() throws {
        #expect(try Minutes(60) + Minutes(30) == Minutes(90))
        #expect(try Minutes(60) - Minutes(90) == Minutes(-30))
        #expect(Minutes(1) < Minutes(2) && Minutes.zero.isZero)
        #expect(thrownCode { try Minutes(.max) + Minutes(1) } == .minutesOverflow)
        #expect(thrownCode { try Minutes(.min) - Minutes(1) } == .minutesOverflow)
    }
}
