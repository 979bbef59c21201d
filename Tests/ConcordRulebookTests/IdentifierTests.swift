import ConcordModel
import ConcordRulebook
import ConcordTesting
import ConcordValues
import Testing

@Suite("Identifiers: published rules")
struct IdentifierTests {
    static let schemes = TaxIdentifier.schemes + IdentifierScheme.general

    @Test func schemesHaveNamesOfTheirOwn() {
        let names = Self.schemes.map(\.name)
        #expect(Set(names).count == names.count)
        for scheme in Self.schemes {
            #expect(IdentifierScheme.named(scheme.name)?.title == scheme.title)
            #expect(scheme.country != .unknown)
        }
        #expect(IdentifierScheme.named("vat.QQ") == nil)
    }

    @Test(arguments: schemes)
    func exampleOfSchemeStands(_ scheme: IdentifierScheme) throws {
        let normalised = try #require(scheme.check(scheme.example).normalised)
        #expect(scheme.check(normalised).normalised == normalised)
        #expect(scheme.check(normalised.lowercased()).normalised == normalised)
    }

    @Test func fixturesNameEveryScheme() {
        #expect(Set(IdentifierExample.all.map(\.scheme)) == Set(Self.schemes.map(\.name)))
    }

    @Test(arguments: IdentifierExample.all)
    func exampleStands(_ example: IdentifierExample) throws {
        let scheme = try #require(IdentifierScheme.named(example.scheme))
        let check = scheme.check(example.text)
        #expect(check.normalised == example.normalised)
        // What has no check digit is not called valid.
        #expect((check == .valid(example.normalised)) == (example.changesMissed != nil))
    }

    /// Every digit is changed into every other one, and every two neighbours are swapped.
    @Test(arguments: IdentifierExample.all.filter { $0.changesMissed != nil })
    func mistypedDigitsAreFound(_ example: IdentifierExample) throws {
        let scheme = try #require(IdentifierScheme.named(example.scheme))
        let digits = Array(example.normalised.utf8)
        var changes = 0
        var swaps = 0
        for index in digits.indices where isDigit(digits[index]) {
            for other in UInt8(ascii: "0")...UInt8(ascii: "9") where other != digits[index] {
                var changed = digits
                changed[index] = other
                changes += scheme.check(String(decoding: changed, as: UTF8.self)).isValid ? 1 : 0
            }
            if index + 1 < digits.count, isDigit(digits[index + 1]), digits[index] != digits[index + 1] {
                var swapped = digits
                swapped.swapAt(index, index + 1)
                swaps += scheme.check(String(decoding: swapped, as: UTF8.self)).isValid ? 1 : 0
            }
        }
        #expect(changes == example.changesMissed)
        #expect(swaps == example.swapsMissed)
    }

    @Test(arguments: RefusedIdentifier.all)
    func refusalSaysWhatIsExpected(_ refused: RefusedIdentifier) throws {
        let check = try #require(IdentifierScheme.named(refused.scheme)).check(refused.text)
        #expect(check.isRefused)
        #expect(check.description == refused.finding)
    }

    @Test func anyTextGetsAnAnswer() {
        let seed: UInt64 = 20_261_121
        var random = SeededGenerator(seed: seed)
        let alphabet = Array("0123456789ABCDEXMNZdeñÑ&+*-./ \u{A0}\u{2011}é🧾\0")
        for _ in 0..<400 {
            let text = String(
                (0..<Int.random(in: 0...70, using: &random))
                    .map { _ in
                        alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
                    }
            )
            for scheme in Self.schemes {
                let check = scheme.check(text)
                #expect(check.isRefused == (check.normalised == nil), "\(scheme) \(text) seed \(seed)")
            }
            _ = TaxIdentifier.check(text)
            _ = CardNumber.isUnmasked(text)
        }
        #expect(IdentifierScheme.iban.check(String(repeating: "9", count: 10_000)).isRefused)
    }

    @Test func separatorsAndCaseDoNotCount() {
        let vat = IdentifierCheck.valid("DE136695976")
        for text in [
            "DE 136,695 976", "de136695976", "DE-136.695.976", "136 695 976", "DE\u{A0}136\u{202F}695\u{2011}976",
        ] {
            #expect(IdentifierScheme.named("vat.DE")?.check(text) == vat)
        }
        #expect(IdentifierScheme.norwegianKID.check("123-45-6") == IdentifierScheme.norwegianKID.check("123456"))
        #expect(IdentifierScheme.belgianReference.check("090933755493") == .valid("090933755493"))
        #expect(IdentifierScheme.mexicanRFC.check("ñañ930714xxx").normalised == "ÑAÑ930714XXX")
    }

    @Test func norwegianReferencesMayEndInAHyphen() {
        let valid = (10...99).filter { IdentifierScheme.norwegianKID.check("\($0)-") == .valid("\($0)-") }
        #expect(!valid.isEmpty && valid.count < 20)
        #expect(IdentifierScheme.norwegianKID.check("-").isRefused)
    }

    @Test func cardNumbersAreFoundWhole() {
        #expect(CardNumber.isUnmasked("4111 1111 1111 1111"))
        #expect(CardNumber.isUnmasked("3782-822463-10005"))
        for text in ["411111******1111", "1111", "4111111111111112", "", "4111 1111 1111 1111 A"] {
            #expect(!CardNumber.isUnmasked(text), "\(text)")
        }
    }

    private func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

extension IdentifierCheck {
    /// Whether the rules prove the number.
    fileprivate var isValid: Bool {
        if case .valid = self { true } else { false }
    }
}
