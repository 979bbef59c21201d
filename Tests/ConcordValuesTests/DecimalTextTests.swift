import ConcordValues
import Testing

@Suite("Decimal text")
struct DecimalTextTests {
    @Test(arguments: [
        "0", "0.0", "0.00", "1", "-1", "10", "1.10", "-1250.00", "0.010", "100.00", "-0.01", "999999999999999999",
        "9999999999999999999", "-9999999999999999999", "18446744073709551616", "0.000000000000000001",
        "12345678901234567890123456789012345678", "-99999999999999999999999999999999999999",
        "0.12345678901234567890123456789012345678", "1234567890123456789.0123456789012345678",
        "0.0000000000000000000000000000000000000000000012345678901234567890123456789012345678",
    ])
    func plainTextIsWrittenBackByteForByte(_ text: String) throws {
        #expect(try ExactDecimal(text).description == text)
    }

    @Test func theLongestTextsFit() throws {
        let finest = "-0." + String(repeating: "0", count: 362) + String(repeating: "9", count: 38)
        #expect(try ExactDecimal(finest).description == finest)
        let greatest = try ExactDecimal(coefficient: -99_999_999_999_999_999_999_999_999_999_999_999_999, scale: -400)
        #expect(greatest.description.utf8.count == ExactDecimal.maximumTextLength)
    }

    @Test(arguments: [
        "", "-", "+1", "-0", "-0.00", "00", "01", "-01", "01.5", ".5", "5.", "-.5", ".", "1e3", "1E+3", "1.0.0", " 1",
        "1 ", "1,5", "NaN", "Infinity", "--1", "1-", "0x1", "١", "1_000", "1\u{0}", "12345678901234567890.",
        "-00000000000000000000000000", "000000000000000000000000001", "-0.00000000000000000000000000",
        "1234567890123456789012345678901234567890x",
    ])
    func otherNotationsAreRefused(_ text: String) {
        #expect(thrownCode { try ExactDecimal(text) } == .decimalSyntax)
    }

    @Test func whatDoesNotFitIsRefusedAndNotRounded() {
        #expect(thrownCode { try ExactDecimal("100000000000000000000000000000000000000") } == .decimalOverflow)
        #expect(thrownCode { try ExactDecimal("1." + String(repeating: "0", count: 38)) } == .decimalOverflow)
        #expect(thrownCode { try ExactDecimal("0." + String(repeating: "0", count: 401)) } == .decimalScale)
        #expect(thrownCode { try ExactDecimal(coefficient: .min, scale: 0) } == .decimalOverflow)
        #expect(thrownCode { try ExactDecimal(coefficient: 1, scale: .max) } == .decimalScale)
        #expect(thrownCode { try ExactDecimal(coefficient: 1, scale: .min) } == .decimalScale)
    }

    @Test(arguments: [
        ("1", 1, 0), ("-1.10", -110, 2), ("1e3", 1, -3), ("1.0E3", 10, -2), ("1E-7", 1, 7), ("12.5e+1", 125, 0),
        ("-0", 0, 0), ("-0.00", 0, 2), ("0E+5", 0, -5), ("+7", 7, 0), (".5", 5, 1), ("5.", 5, 0), ("007", 7, 0),
        ("1E0000000000000000000000000000000001", 1, -1),
    ])
    func scientificText(_ text: String, coefficient: Int, scale: Int) throws {
        let value = try ExactDecimal(scientific: text)
        #expect(value.coefficient == Int128(coefficient))
        #expect(value.scale == scale)
    }

    @Test(arguments: [
        "", "-", "+", ".", "E5", "1E", "1E+", "1E-", "1E5.0", "1E5 ", "1F5", "1%5", "NaN", "-Infinity", "0x10", "1EE5",
        "e",
    ])
    func otherScientificTextsAreRefused(_ text: String) {
        #expect(thrownCode { try ExactDecimal(scientific: text) } == .decimalSyntax)
    }

    @Test(arguments: [
        "1E401", "1E-401", "0E401", "1E99999999999999999999", "1E-99999999999999999999", "0.1E-400",
    ])
    func exponentsOutOfRangeAreRefused(_ text: String) {
        #expect(thrownCode { try ExactDecimal(scientific: text) } == .decimalScale)
    }

    @Test(arguments: [
        // The examples of General Decimal Arithmetic, "to-scientific-string".
        (123, 0, "123"), (-123, 0, "-123"), (123, -1, "1.23E+3"), (123, -3, "1.23E+5"), (123, 1, "12.3"),
        (123, 5, "0.00123"), (123, 10, "1.23E-8"), (-123, 12, "-1.23E-10"), (0, 0, "0"), (0, 2, "0.00"),
        (0, -2, "0E+2"), (5, 6, "0.000005"), (50, 7, "0.0000050"), (5, 7, "5E-7"),
    ])
    func scientificDescription(_ coefficient: Int, _ scale: Int, _ text: String) throws {
        #expect(try ExactDecimal(coefficient: Int128(coefficient), scale: scale).scientificDescription == text)
    }

    @Test func aNegativeScaleIsWrittenAsAWholeNumber() throws {
        #expect(try decimal("1E+3").description == "1000")
        #expect(try decimal("-1.25E+4").description == "-12500")
        #expect(try decimal("0E+3").description == "0")
    }

    @Test func theErrorSaysWhatWasFound() {
        let long = String(repeating: "1", count: 100_000) + "x"
        #expect(throws: ValueError(.decimalSyntax, expected: "", observed: "")) { try ExactDecimal(long) }
        do {
            _ = try ExactDecimal("1,5")
        } catch {
            #expect(error.observed == "1,5")
            #expect(error.expected.contains("-1250.00"))
        }
    }

    @Test func noBytesTrapAndAcceptedOnesAreWrittenBack() {
        let seed: UInt64 = 20_260_301
        var random = DecimalRandom(seed: seed)
        let alphabet = Array("0123456789.-+eE 0019".utf8)
        var accepted = 0
        for round in 0..<60_000 {
            let length = Int.random(in: 0...(round % 50 == 0 ? 900 : round % 5 == 0 ? 60 : 8), using: &random)
            let bytes = (0..<length)
                .map { _ in
                    round % 7 == 0
                        ? UInt8.random(in: .min ... .max, using: &random) : alphabet.randomElement(using: &random)!
                }
            bytes.withUnsafeBufferPointer { buffer in
                if let value = try? ExactDecimal(utf8: buffer) {
                    accepted += 1
                    #expect(Array(value.description.utf8) == bytes, "seed \(seed), round \(round)")
                    #expect((try? ExactDecimal(scientific: buffer)) == value, "seed \(seed), round \(round)")
                }
                if let value = try? ExactDecimal(scientific: buffer) {
                    #expect(
                        (try? ExactDecimal(scientific: value.scientificDescription)) == value,
                        "seed \(seed), round \(round)"
                    )
                }
            }
        }
        #expect(accepted > 3_000)
    }
}
