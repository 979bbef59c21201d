import ConcordValues
import Testing

@Suite("Money")
struct MoneyTests {
    private func eur(_ amount: String) throws -> Money { Money(try decimal(amount), .eur) }

    @Test func amountsInOneCurrencyAddUp() throws {
        #expect(try eur("1.10") + eur("2") == eur("3.10"))
        #expect(try eur("1.10") - eur("2") == eur("-0.90"))
        #expect(try eur("95.50") * decimal("7.5") == eur("716.250"))
        #expect(try eur("716.250").rounded(.halfUp) == eur("716.25"))
        #expect(try eur("1.1").rounded(.down) == eur("1.10"))
        #expect(try Money(decimal("1234.5"), .jpy).rounded(.halfEven) == Money(1_234, .jpy))
        #expect(try eur("1.1").compare(eur("1.10")) == .same)
        #expect(try eur("1.1") != eur("1.10"))
        #expect(try eur("-1.10").negated == eur("1.10") && eur("-1.10").magnitude == eur("1.10"))
        #expect(try eur("0.00").isZero && Money.zero(.usd).isZero && eur("-0.01").isNegative)
        #expect(try eur("1.10").description == "1.10 EUR")
    }

    @Test func currenciesDoNotMix() throws {
        let (left, right) = (try eur("1.10"), try Money(decimal("1.10"), .usd))
        #expect(thrownCode { try left + right } == .moneyCurrencyMismatch)
        #expect(thrownCode { try left - right } == .moneyCurrencyMismatch)
        #expect(thrownCode { try left.compare(right) } == .moneyCurrencyMismatch)
        #expect(left != right)
    }

    @Test func aCurrencyWithoutMinorUnitsNeedsAScale() throws {
        let gold = Money(1, try CurrencyCode("XAU"))
        #expect(thrownCode { try gold.rounded(.down) } == .moneyNoMinorUnits)
        let third = try Percentage(decimal("33"))
        #expect(thrownCode { try third.of(gold, rounding: .down) } == .moneyNoMinorUnits)
        #expect(try third.of(gold, scale: 3, rounding: .down).amount == decimal("0.330"))
    }

    @Test(arguments: [
        ("10.00", ["1", "1", "1"], ["3.34", "3.33", "3.33"]),
        ("0.05", ["3", "7"], ["0.02", "0.03"]),
        ("-10.00", ["1", "1", "1"], ["-3.34", "-3.33", "-3.33"]),
        ("100", ["0.5", "0.25", "0.25"], ["50.00", "25.00", "25.00"]),
        ("10", ["0", "1", "2"], ["0.00", "3.33", "6.67"]),
        ("0.01", ["1", "1"], ["0.01", "0.00"]),
        ("1.005", ["1", "1"], ["0.503", "0.502"]),
        ("0", ["1", "2"], ["0.00", "0.00"]),
        ("7.77", ["5"], ["7.77"]),
    ])
    func allocation(_ amount: String, _ weights: [String], _ parts: [String]) throws {
        #expect(try eur(amount).allocated(by: weights.map(decimal)) == parts.map(eur))
    }

    @Test func allocationToAScale() throws {
        #expect(try eur("10.00").allocated(by: [1, 1, 1], scale: 0) == [eur("4"), eur("3"), eur("3")])
        #expect(try eur("1E+3").allocated(by: [1, 3], scale: -1) == [eur("2.5E+2"), eur("7.5E+2")])
        let odd = try eur("10.05")
        #expect(thrownCode { try odd.allocated(by: [1, 1], scale: 1) } == .moneyAllocationScale)
        #expect(thrownCode { try odd.allocated(by: [1, 1], scale: .max) } == .decimalScale)
    }

    @Test(arguments: [[], ["0"], ["0", "0.00"], ["1", "-1"], ["-1"]])
    func weightsThatSayNothing(_ weights: [String]) throws {
        let (amount, weights) = (try eur("10.00"), try weights.map(decimal))
        #expect(thrownCode { try amount.allocated(by: weights) } == .moneyWeights)
    }

    @Test(arguments: [7, 8, 9] as [UInt64])
    func allocationsAddUp(_ seed: UInt64) throws {
        var random = DecimalRandom(seed: seed)
        for round in 0..<1_500 {
            let comment: Comment = "seed \(seed), round \(round)"
            let digits = round % 3 == 0 ? 38 : 9
            let total = Money(try random.decimal(digits: digits, scales: 2...4), .eur)
            var weights: [ExactDecimal] = []
            for _ in 0..<Int.random(in: 1...12, using: &random) {
                weights.append(try random.decimal(digits: round % 5 == 0 ? 32 : 4, scales: 0...3).magnitude)
            }
            guard weights.contains(where: { !$0.isZero }) else { continue }
            let parts = try total.allocated(by: weights)
            var sum = Money.zero(.eur)
            for part in parts { sum = try sum + part }
            #expect(try sum.compare(total) == .same, comment)
            #expect(parts.count == weights.count, comment)

            // No part is a unit or more away from its exact share: |part × all − total × weight| < unit × all.
            var all = ExactDecimal.zero
            for weight in weights { all = try all + weight }
            let unit = try ExactDecimal(coefficient: 1, scale: total.amount.scale)
            for (part, weight) in zip(parts, weights) {
                #expect(!weight.isZero || part.isZero, comment)
                if digits == 9, round % 5 != 0 {
                    let distance = try part.amount * all - total.amount * weight
                    #expect(try distance.magnitude.compare(unit * all) == .less, comment)
                }
            }
        }
    }

    @Test func percentages() throws {
        let rate = try Percentage("12.5")
        #expect(rate.description == "12.5")
        #expect(try rate.fraction() == decimal("0.125"))
        #expect(try rate.of(80) == decimal("10.000"))
        #expect(try rate.of(eur("80.00")) == eur("10.00000"))
        #expect(try Percentage(19).of(eur("9.99"), rounding: .halfUp) == eur("1.90"))
        #expect(try Percentage(19).of(eur("9.99"), scale: 4, rounding: .halfUp) == eur("1.8981"))
        #expect(try Percentage("12.50") != rate && Percentage("12.50") < rate)
        #expect(thrownCode { try Percentage("12.5%") } == .decimalSyntax)
    }
}

@Suite("Exchange rates")
struct ExchangeRateTests {
    private func rate(
        _ source: CurrencyCode,
        _ target: CurrencyCode,
        _ rate: String,
        _ operation: ExchangeRate.Operation = .multiply,
        baseUnits: ExactDecimal = 1
    ) throws -> ExchangeRate {
        try ExchangeRate(
            from: source,
            to: target,
            rate: decimal(rate),
            operation: operation,
            baseUnits: baseUnits,
            date: LocalDate("2026-03-02"),
            kind: .spot,
            provider: "ECB"
        )
    }

    @Test func conversionRoundsOnce() throws {
        let dollars = try rate(.eur, .usd, "1.0850")
        #expect(try dollars.convert(Money(100, .eur), rounding: .halfUp) == Money(decimal("108.50"), .usd))
        #expect(try dollars.convert(Money(decimal("0.01"), .eur), rounding: .up) == Money(decimal("0.02"), .usd))
        #expect(try dollars.convert(Money(1, .eur), scale: 4, rounding: .down) == Money(decimal("1.0850"), .usd))
        // The exact product has more digits than a decimal.
        let long = Money(try decimal("1234567890123456789012345678901234.56"), .eur)
        #expect(
            try dollars.convert(long, rounding: .halfEven).amount == decimal("1339506160783950616078395061607839.50")
        )
    }

    @Test func bothQuotationsConvert() throws {
        let yen = try rate(.jpy, .eur, "0.61", baseUnits: 100)
        #expect(try yen.convert(Money(10_000, .jpy), rounding: .halfUp) == Money(decimal("61.00"), .eur))
        let euros = try rate(.eur, .jpy, "0.61", .divide, baseUnits: 100)
        #expect(try euros.convert(Money(61, .eur), rounding: .halfUp) == Money(10_000, .jpy))
        #expect(try euros.convert(Money(1, .eur), rounding: .halfUp) == Money(164, .jpy))
        #expect(yen.description == "100 JPY = 0.61 EUR (spot, 2026-03-02, ECB)")
        #expect(euros.description == "0.61 EUR = 100 JPY (spot, 2026-03-02, ECB)")
    }

    @Test func aWrongPairIsAnError() throws {
        let dollars = try rate(.eur, .usd, "1.0850")
        #expect(thrownCode { try dollars.convert(Money(1, .usd), rounding: .up) } == .exchangeRateWrongPair)
        #expect(thrownCode { try dollars.convert(Money(0, .gbp), rounding: .up) } == .exchangeRateWrongPair)
        let gold = try rate(.eur, CurrencyCode("XAU"), "0.0004")
        #expect(thrownCode { try gold.convert(Money(1, .eur), rounding: .up) } == .moneyNoMinorUnits)
    }

    @Test func aRateIsPositive() throws {
        for text in ["0", "0.00", "-1"] {
            #expect(throws: ValueError(.exchangeRateNotPositive, expected: "", observed: "")) {
                try rate(.eur, .usd, text)
            }
            #expect(throws: ValueError(.exchangeRateNotPositive, expected: "", observed: "")) {
                try rate(.eur, .usd, "1", baseUnits: decimal(text))
            }
        }
    }

    @Test func kindsAreOpen() {
        #expect(ExchangeRateKind(rawValue: "spot") == .spot)
        #expect(ExchangeRateKind(rawValue: "Treasury Q1").description == "Treasury Q1")
    }
}
