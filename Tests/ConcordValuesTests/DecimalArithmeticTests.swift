import ConcordValues
import Testing

@Suite("Decimal arithmetic")
struct DecimalArithmeticTests {
    static let seeds: [UInt64] = [1, 2, 3, 42]

    @Test func scalesAreThoseOfPaperAndPencil() throws {
        #expect(try decimal("1.10") + 2 == decimal("3.10"))
        #expect(try decimal("1.10") - decimal("1.1") == decimal("0.00"))
        #expect(try decimal("1.10") * decimal("2.5") == decimal("2.750"))
        #expect(try decimal("1E+3") + 1 == 1_001)
        #expect(try -decimal("1.10") == decimal("-1.10"))
        #expect(ExactDecimal.zero.negated == 0)
        #expect(ExactDecimal(Int.min).description == String(Int.min))
        #expect(try decimal("-1.10").magnitude == decimal("1.10"))
        #expect(try decimal("1200.00").reduced == decimal("1.2E+3"))
        #expect(try decimal("0.00").reduced == 0)
        #expect(try decimal("10E+400").reduced == decimal("10E+400"))
        #expect(try decimal("3.00").isWhole && decimal("3E+2").isWhole && !decimal("3.01").isWhole)
    }

    @Test func whatDoesNotFitIsAnError() throws {
        let nines = try decimal(String(repeating: "9", count: 38))
        #expect(thrownCode { try nines + 1 } == .decimalOverflow)
        #expect(thrownCode { try nines + nines } == .decimalOverflow)
        #expect(thrownCode { try -nines - nines } == .decimalOverflow)
        #expect(thrownCode { try nines * 10 } == .decimalOverflow)
        #expect(thrownCode { try nines * nines } == .decimalOverflow)
        let (far, fine) = (try decimal("1E+300"), try decimal("1E-300"))
        #expect(thrownCode { try far + fine } == .decimalOverflow)
        #expect(thrownCode { try fine * fine } == .decimalScale)
        #expect(thrownCode { try nines.quantized(toScale: 1, rounding: .down) } == .decimalOverflow)
        #expect(thrownCode { try nines.quantized(toScale: .max, rounding: .down) } == .decimalScale)
        #expect(thrownCode { try nines.quantized(toScale: .min, rounding: .down) } == .decimalScale)
        #expect(thrownCode { try nines.rounded(toPrecision: 0, rounding: .down) } == .decimalPrecision)
        #expect(thrownCode { try nines.rounded(toPrecision: 39, rounding: .down) } == .decimalPrecision)
        #expect(thrownCode { try nines.dividing(by: 0, scale: 2, rounding: .down) } == .decimalDivisionByZero)
        #expect(thrownCode { try nines.dividing(by: 3, scale: .max, rounding: .down) } == .decimalScale)
        #expect(thrownCode { try nines.dividing(by: fine, scale: 2, rounding: .down) } == .decimalOverflow)
        #expect(thrownCode { try nines.dividing(by: 0, precision: 9, rounding: .down) } == .decimalDivisionByZero)
        #expect(thrownCode { try nines.remainder(dividingBy: 0) } == .decimalDivisionByZero)
        #expect(thrownCode { try ExactDecimal(1).dividing(exactlyBy: 3) } == .decimalInexact)
    }

    @Test func aResultThatFitsIsFoundPastIntermediatesThatDoNot() throws {
        // 10³⁸ aligned has 39 digits; the difference has 38.
        let nines = try decimal(String(repeating: "9", count: 38))
        #expect(try decimal("1E+38").subtracting(nines) == 1)
        let long = try decimal("1.2345678901234567890123456789012345678")
        #expect(try long.multiplying(by: long, scale: 10, rounding: .halfEven) == decimal("1.5241578753"))
        #expect(try nines.multiplying(by: nines, dividingBy: nines, scale: 0, rounding: .down) == nines)
        #expect(try decimal("1E-400").dividing(by: decimal("1E-400"), scale: 0, rounding: .down) == 1)
        #expect(try decimal("1E-400").dividing(by: decimal("1E+400"), scale: 2, rounding: .up) == decimal("0.01"))
        #expect(try ExactDecimal(1).dividing(exactlyBy: 8) == decimal("0.125"))
        #expect(try decimal("6.00").dividing(exactlyBy: 2) == decimal("3.00"))
        #expect(try decimal("1E+400").remainder(dividingBy: 7) == decimal("4"))
    }

    @Test(arguments: seeds)
    func laws(_ seed: UInt64) throws {
        var random = DecimalRandom(seed: seed)
        var sums = 0
        for round in 0..<4_000 {
            let comment: Comment = "seed \(seed), round \(round)"
            let scales = round % 2 == 0 ? 0...8 : -45...45
            let (left, right) = (try random.decimal(scales: scales), try random.decimal(scales: scales))

            #expect(try ExactDecimal(scientific: left.scientificDescription) == left, comment)
            if left.scale >= 0 { #expect(try ExactDecimal(left.description) == left, comment) }
            #expect(left.negated.negated == left, comment)
            #expect(left.reduced.isNumericallyEqual(to: left), comment)
            #expect(left.reduced.reduced == left.reduced, comment)

            #expect(left.compare(right) == right.compare(left).reversed, comment)
            #expect(left.negated.compare(right.negated) == right.compare(left), comment)
            #expect((left < right) == (right > left), comment)
            #expect([left < right, left == right, left > right].count(where: \.self) == 1, comment)
            #expect((left.reduced == right.reduced) == left.isNumericallyEqual(to: right), comment)

            #expect((try? left + right) == (try? right + left), comment)
            #expect((try? left * right) == (try? right * left), comment)
            if let sum = try? left + right {
                sums += 1
                #expect(sum.compare(left) == right.compare(.zero), comment)
                #expect((try? sum - right).map { $0.isNumericallyEqual(to: left) } ?? true, comment)
                let precise = try left.adding(right, precision: 38, rounding: .halfEven)
                #expect(precise == sum, comment)
            }
            if let difference = try? left - right {
                #expect(left.compare(right) == difference.compare(.zero), comment)
            }
            if !right.isZero {
                let remainder = try left.remainder(dividingBy: right)
                #expect(remainder.magnitude.compare(right.magnitude) == .less, comment)
                #expect(remainder.isZero || remainder.isNegative == left.isNegative, comment)
                if let product = try? left * right {
                    #expect(try product.remainder(dividingBy: right).isZero == left.isWhole, comment)
                    #expect(try product.dividing(exactlyBy: right).isNumericallyEqual(to: left), comment)
                }
            }
            for rule in RoundingRule.allCases {
                let scale = Int.random(in: -20...20, using: &random)
                if let quantized = try? left.quantized(toScale: scale, rounding: rule) {
                    #expect(quantized.scale == scale, comment)
                    #expect(try quantized.quantized(toScale: scale, rounding: rule) == quantized, comment)
                }
                let rounded = try left.rounded(toPrecision: 7, rounding: rule)
                #expect(
                    try rounded.precision <= 7 && rounded.rounded(toPrecision: 7, rounding: rule) == rounded,
                    comment
                )
            }
        }
        #expect(sums > 1_000)
    }

    /// Products and quotients of full length against arithmetic on digits, as on paper.
    @Test(arguments: seeds)
    func wideArithmeticAgreesWithPaper(_ seed: UInt64) throws {
        var random = DecimalRandom(seed: seed)
        for round in 0..<2_000 {
            let comment: Comment = "seed \(seed), round \(round)"
            let (left, right) = (try random.decimal(scales: 0...40), try random.decimal(scales: 0...40))
            let paper = PaperNumber(left.magnitude.coefficient) * PaperNumber(right.magnitude.coefficient)

            let product = try left.multiplying(by: right, precision: 38, rounding: .down).magnitude
            #expect(PaperNumber(product.coefficient).digits == paper.digits.prefix(38), comment)
            #expect(product.scale == left.scale + right.scale - max(0, paper.digits.count - 38), comment)
            #expect((try? left * right) == nil || paper.digits.count <= 38, comment)

            let scale = Int.random(in: -40...80, using: &random)
            if !right.isZero, let quotient = try? left.dividing(by: right, scale: scale, rounding: .down).magnitude {
                // quotient ≤ left ÷ right < quotient + 1, in units of its last digit.
                let shift = scale + right.scale - left.scale
                let dividend = PaperNumber(left.magnitude.coefficient).shifted(max(0, shift))
                let divisor = PaperNumber(right.magnitude.coefficient).shifted(max(0, -shift))
                #expect(PaperNumber(quotient.coefficient) * divisor <= dividend, comment)
                #expect(dividend < PaperNumber(quotient.coefficient + 1) * divisor, comment)
                let upwards = try left.dividing(by: right, scale: scale, rounding: .up).magnitude
                let isExact = PaperNumber(quotient.coefficient) * divisor == dividend
                #expect(upwards.coefficient == quotient.coefficient + (isExact ? 0 : 1), comment)
            }
        }
    }

    @Test(arguments: [
        ("7.5", "2", "1.5"), ("-7.5", "2", "-1.5"), ("7", "2.5", "2.0"), ("1", "3", "1"), ("10", "0.3", "0.1"),
        ("0.3", "1E+300", "0.3"), ("5E+2", "1E+2", "0E+2"), ("5.5E+2", "1E+2", "5E+1"),
    ])
    func remainder(_ dividend: String, _ divisor: String, _ remainder: String) throws {
        #expect(try decimal(dividend).remainder(dividingBy: decimal(divisor)) == decimal(remainder))
    }

    @Test func orderIsTotal() throws {
        let ordered = try [
            "-10", "-1", "-1.0", "-1.00", "-0.5", "0.00", "0.0", "0", "0E+1", "0.5", "1.00", "1.0", "1", "1E+1",
        ]
        .map(decimal)
        #expect(ordered.shuffled().sorted() == ordered)
        for (index, left) in ordered.enumerated() {
            for (other, right) in ordered.enumerated() {
                #expect((left < right) == (index < other))
                #expect((left == right) == (index == other))
            }
        }
        #expect(try decimal("1E+400").compare(decimal("1E-400")) == .greater)
        #expect(try decimal("-1E+400").compare(decimal("1E-400")) == .less)
    }
}

/// A whole number as its decimal digits, the first one first; zero is one zero.
private struct PaperNumber: Comparable {
    let digits: ArraySlice<Int>

    init(_ number: Int128) {
        self.init(digits: String(number).map { $0.wholeNumberValue ?? 0 })
    }

    private init(digits: [Int]) {
        let trimmed = digits.drop { $0 == 0 }
        self.digits = trimmed.isEmpty ? [0] : trimmed
    }

    func shifted(_ places: Int) -> PaperNumber {
        PaperNumber(digits: digits + Array(repeating: 0, count: places))
    }

    static func * (left: PaperNumber, right: PaperNumber) -> PaperNumber {
        var product = Array(repeating: 0, count: left.digits.count + right.digits.count)
        for (i, leftDigit) in left.digits.reversed().enumerated() {
            var carry = 0
            for (j, rightDigit) in right.digits.reversed().enumerated() {
                let sum = product[i + j] + leftDigit * rightDigit + carry
                product[i + j] = sum % 10
                carry = sum / 10
            }
            product[i + right.digits.count] += carry
        }
        return PaperNumber(digits: product.reversed())
    }

    static func < (left: PaperNumber, right: PaperNumber) -> Bool {
        left.digits.count != right.digits.count
            ? left.digits.count < right.digits.count : left.digits.lexicographicallyPrecedes(right.digits)
    }
}
