import ConcordModel
import ConcordValues

/// The VAT numbers of the member states of the European Union whose rule is one form and one check digit.
///
/// The forms are those that VIES asks for; the check digits those of the states' tax authorities.
enum EuropeanVAT {
    /// One scheme for each member state, in the order of their prefixes.
    static let schemes: [IdentifierScheme] = [
        state("AT", "Austrian", "ATU and 8 digits", "ATU13585627", austria),
        state("BE", "Belgian", "BE and 10 digits, the first 0 or 1", "BE0403019261", belgium),
        state("BG", "Bulgarian", "BG and 9 digits, or 10 of a person", "BG175074752", BulgarianVAT.check),
        state("CY", "Cypriot", "CY and 8 digits and a letter", "CY10259033P", cyprus),
        state("CZ", "Czech", "CZ and 8 digits, or 9 or 10 of a person", "CZ25123891", CzechVAT.check),
        state("DE", "German", "DE and 9 digits, the first not 0", "DE136695976", germany),
        state("DK", "Danish", "DK and 8 digits, the first not 0", "DK13585628", denmark),
        state("EE", "Estonian", "EE and 9 digits", "EE100931558", BalticVAT.estonia),
        state("EL", "Greek", "EL and 9 digits", "EL094259216", greece, country: "GR"),
        state(
            "ES",
            "Spanish",
            "ES and 9 characters, the first, the last or both a letter",
            "ESB58378431",
            SpanishVAT.check
        ),
        state("FI", "Finnish", "FI and 8 digits", "FI20774740", finland),
        state(
            "FR",
            "French",
            "FR and 2 digits or letters and the 9 digits of the SIREN",
            "FR40303265045",
            FrenchVAT.check
        ),
        state("HR", "Croatian", "HR and 11 digits", "HR33392005961", croatia),
        state("HU", "Hungarian", "HU and 8 digits", "HU12892312", hungary),
        state("IE", "Irish", "IE and 7 digits and 1 or 2 letters, or an older form", "IE6433435F", IrishVAT.check),
        state("IT", "Italian", "IT and 11 digits", "IT00743110157", italy),
        state(
            "LT",
            "Lithuanian",
            "LT and 9 digits, or 12 if registered for a time",
            "LT119511515",
            BalticVAT.lithuania
        ),
        state("LU", "Luxembourgish", "LU and 8 digits", "LU15027442", luxembourg),
        state("LV", "Latvian", "LV and 11 digits", "LV40003521600", BalticVAT.latvia),
        state("MT", "Maltese", "MT and 8 digits, the first not 0", "MT11679112", malta),
        state("NL", "Dutch", "NL and 9 digits, B and 2 digits", "NL004495445B01", DutchVAT.check),
        state("PL", "Polish", "PL and 10 digits", "PL8567346215", poland),
        state("PT", "Portuguese", "PT and 9 digits, the first not 0", "PT501964843", portugal),
        state(
            "RO",
            "Romanian",
            "RO and 2 to 10 digits, the first not 0, or 13 of a person",
            "RO18547290",
            RomanianVAT.check
        ),
        state("SE", "Swedish", "SE and 12 digits, the last two 01 to 94", "SE123456789701", sweden),
        state("SI", "Slovenian", "SI and 8 digits, the first not 0", "SI50223054", slovenia),
        state("SK", "Slovak", "SK and 10 digits, the third one of 2, 3, 4, 7, 8, 9", "SK2022749619", CzechVAT.slovakia),
    ]

    private static func state(
        _ prefix: String,
        _ adjective: String,
        _ form: String,
        _ example: String,
        _ rule: @escaping @Sendable (IdentifierSymbols) -> IdentifierVerdict,
        country: String? = nil
    ) -> IdentifierScheme {
        IdentifierScheme(
            "vat.\(prefix)",
            "\(adjective) VAT number",
            country: .init(letters: country ?? prefix),
            kind: .vat,
            prefixes: [prefix] + (country.map { [$0] } ?? []),
            keepsPrefix: true,
            form: form,
            example: example,
            rule: rule
        )
    }

    @Sendable private static func austria(_ number: IdentifierSymbols) -> IdentifierVerdict {
        guard number.fits("Udddddddd") else {
            return .wrongForm
        }
        var sum = 4
        for index in 1...7 {
            let product = number.digit(index) * (index % 2 == 0 ? 2 : 1)
            sum += product / 10 + product % 10
        }
        return number.expecting((10 - sum % 10) % 10, at: 8)
    }

    @Sendable private static func belgium(_ number: IdentifierSymbols) -> IdentifierVerdict {
        guard number.fits("dddddddddd"), number.digit(0) < 2 else {
            return .wrongForm
        }
        return number.expecting(pair: 97 - number.number(0..<8) % 97, at: 8)
    }

    @Sendable private static func cyprus(_ number: IdentifierSymbols) -> IdentifierVerdict {
        guard number.fits("dddddddda"), number.number(0..<2) != 12 else {
            return .wrongForm
        }
        // The digits in odd places count as another number, so that swapped neighbours give another letter.
        let odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21]
        var sum = 0
        for index in 0..<8 {
            let digit = number.digit(index)
            sum += index % 2 == 0 ? odd[digit] : digit
        }
        return number.expecting(sum % 26, of: "ABCDEFGHIJKLMNOPQRSTUVWXYZ", at: 8)
    }

    @Sendable private static func germany(_ number: IdentifierSymbols) -> IdentifierVerdict {
        guard number.fits("ddddddddd"), number.digit(0) != 0 else {
            return .wrongForm
        }
        return number.expecting(number.hybrid(0..<8), at: 8)
    }

    @Sendable private static func denmark(_ number: IdentifierSymbols) -> IdentifierVerdict {
        guard number.fits("dddddddd"), number.digit(0) != 0 else {
            return .wrongForm
        }
        return number.expecting((11 - number.weighted([2, 7, 6, 5, 4, 3, 2]) % 11) % 11, at: 7)
    }

    @Sendable private static func greece(_ number: IdentifierSymbols) -> IdentifierVerdict {
        guard number.fits("ddddddddd") else {
            return .wrongForm
        }
        return number.expecting(number.weighted([256, 128, 64, 32, 16, 8, 4, 2]) % 11 % 10, at: 8)
    }

    @Sendable private static func finland(_ number: IdentifierSymbols) -> IdentifierVerdict {
        guard number.fits("dddddddd") else {
            return .wrongForm
        }
        return number.expecting((11 - number.weighted([7, 9, 10, 5, 8, 4, 2]) % 11) % 11, at: 7)
    }

    @Sendable private static func croatia(_ number: IdentifierSymbols) -> IdentifierVerdict {
        guard number.fits("ddddddddddd") else {
            return .wrongForm
        }
        return number.expecting(number.hybrid(0..<10), at: 10)
    }

    @Sendable private static func hungary(_ number: IdentifierSymbols) -> IdentifierVerdict {
        guard number.fits("dddddddd") else {
            return .wrongForm
        }
        return number.expecting((10 - number.weighted([9, 7, 3, 1, 9, 7, 3]) % 10) % 10, at: 7)
    }

    @Sendable private static func italy(_ number: IdentifierSymbols) -> IdentifierVerdict {
        guard number.fits("ddddddddddd") else {
            return .wrongForm
        }
        switch number.number(7..<10) {
        case 1...100, 120, 121, 888, 999: break
        default: return .wrongFormExpecting("a number whose eighth to tenth digits are a tax office's, 001 to 100")
        }
        guard number.number(0..<7) != 0 else {
            return .wrongForm
        }
        return number.expecting(number.luhn(0..<10), at: 10)
    }

    @Sendable private static func luxembourg(_ number: IdentifierSymbols) -> IdentifierVerdict {
        guard number.fits("dddddddd") else {
            return .wrongForm
        }
        return number.expecting(pair: number.number(0..<6) % 89, at: 6)
    }

    @Sendable private static func malta(_ number: IdentifierSymbols) -> IdentifierVerdict {
        guard number.fits("dddddddd"), number.digit(0) != 0 else {
            return .wrongForm
        }
        return number.expecting(pair: 37 - number.weighted([3, 4, 6, 7, 8, 9]) % 37, at: 6)
    }

    @Sendable private static func poland(_ number: IdentifierSymbols) -> IdentifierVerdict {
        guard number.fits("dddddddddd") else {
            return .wrongForm
        }
        return number.expecting(number.weighted([6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11, at: 9)
    }

    @Sendable private static func portugal(_ number: IdentifierSymbols) -> IdentifierVerdict {
        guard number.fits("ddddddddd"), number.digit(0) != 0 else {
            return .wrongForm
        }
        return number.expecting((11 - number.weighted([9, 8, 7, 6, 5, 4, 3, 2]) % 11) % 11 % 10, at: 8)
    }

    @Sendable private static func sweden(_ number: IdentifierSymbols) -> IdentifierVerdict {
        guard number.fits("dddddddddddd"), (1...94).contains(number.number(10..<12)) else {
            return .wrongForm
        }
        return number.expecting(number.luhn(0..<9), at: 9)
    }

    @Sendable private static func slovenia(_ number: IdentifierSymbols) -> IdentifierVerdict {
        guard number.fits("dddddddd"), number.digit(0) != 0 else {
            return .wrongForm
        }
        let check = 11 - number.weighted([8, 7, 6, 5, 4, 3, 2]) % 11
        return number.expecting(check == 10 ? 0 : check, at: 7)
    }
}
