import ConcordModel
import ConcordValues

extension IdentifierScheme {
    /// The numbers of the Swiss register of enterprises.
    public static let swissUID = IdentifierScheme(
        "uid.CH",
        "Swiss enterprise number (UID)",
        country: .switzerland,
        kind: .company,
        prefixes: ["CHE"],
        keepsPrefix: true,
        form: "CHE and 9 digits",
        example: "CHE-109.322.551",
        rule: SwissUID.check
    )

    /// Swiss VAT numbers: the enterprise number with MWST, TVA, IVA or TPV behind it.
    public static let swissVAT = IdentifierScheme(
        "vat.CH",
        "Swiss VAT number",
        country: .switzerland,
        kind: .vat,
        prefixes: ["CHE"],
        keepsPrefix: true,
        form: "CHE, 9 digits and MWST, TVA, IVA or TPV",
        example: "CHE-109.322.551 MWST",
        rule: SwissUID.checkVAT
    )

    /// The VAT numbers of Liechtenstein.
    public static let liechtensteinVAT = IdentifierScheme(
        "vat.LI",
        "Liechtenstein VAT number",
        country: .init(letters: "LI"),
        kind: .vat,
        prefixes: ["LI"],
        keepsPrefix: true,
        form: "LI and 5 digits",
        example: "LI50123"
    ) { $0.fits("ddddd") ? .notChecked(.unpublished) : .wrongForm }

    /// The numbers of the Norwegian register of entities.
    public static let norwegianOrganisation = IdentifierScheme(
        "orgnr.NO",
        "Norwegian organisation number",
        country: .norway,
        kind: .company,
        prefixes: ["NO"],
        form: "9 digits",
        example: "988077917",
        rule: NorwegianNumber.check
    )

    /// Norwegian VAT numbers: the organisation number with MVA behind it.
    public static let norwegianVAT = IdentifierScheme(
        "vat.NO",
        "Norwegian VAT number",
        country: .norway,
        kind: .vat,
        prefixes: ["NO"],
        keepsPrefix: true,
        form: "NO, 9 digits and MVA",
        example: "NO988077917MVA"
    ) { $0.ends(with: "MVA") ? NorwegianNumber.check($0.slice(0..<$0.count - 3)) : .wrongForm }

    /// Icelandic VAT numbers.
    public static let icelandicVAT = IdentifierScheme(
        "vat.IS",
        "Icelandic VAT number (VSK)",
        country: .init(letters: "IS"),
        kind: .vat,
        prefixes: ["IS"],
        keepsPrefix: true,
        form: "IS and 5 or 6 digits",
        example: "IS00621"
    ) { $0.fits("ddddd") || $0.fits("dddddd") ? .notChecked(.unpublished) : .wrongForm }

    /// Icelandic identity numbers of persons and organisations.
    public static let icelandicKennitala = IdentifierScheme(
        "kennitala.IS",
        "Icelandic identity number (kennitala)",
        country: .init(letters: "IS"),
        kind: .company,
        form: "10 digits, a day, four digits and 9 or 0",
        example: "450401-3150",
        rule: icelandicIdentity
    )

    @Sendable private static func icelandicIdentity(_ number: IdentifierSymbols) -> IdentifierVerdict {
        // Organisations have 40 added to the day.
        let day = number.number(0..<2)
        guard number.fits("dddddddddd"), number.digit(9) == 9 || number.digit(9) == 0,
            IdentifierSymbols.isDay(
                year: number.number(4..<6),
                month: number.number(2..<4),
                day: day > 40 ? day - 40 : day
            )
        else {
            return .wrongForm
        }
        return number.expecting((11 - number.weighted([3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11, at: 8)
    }
}

/// The number of the Swiss register, whose ninth digit checks the others by 11.
enum SwissUID {
    @Sendable static func check(_ number: IdentifierSymbols) -> IdentifierVerdict {
        guard number.fits("ddddddddd") else {
            return .wrongForm
        }
        return number.expecting((11 - number.weighted([5, 4, 3, 2, 7, 6, 5, 4]) % 11) % 11, at: 8)
    }

    @Sendable static func checkVAT(_ number: IdentifierSymbols) -> IdentifierVerdict {
        if number.ends(with: "MWST") {
            return check(number.slice(0..<number.count - 4))
        }
        guard number.ends(with: "TVA") || number.ends(with: "IVA") || number.ends(with: "TPV") else {
            return .wrongForm
        }
        return check(number.slice(0..<number.count - 3))
    }
}

/// The number of the Norwegian register, whose ninth digit checks the others by 11.
enum NorwegianNumber {
    @Sendable static func check(_ number: IdentifierSymbols) -> IdentifierVerdict {
        guard number.fits("ddddddddd") else {
            return .wrongForm
        }
        return number.expecting((11 - number.weighted([3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11, at: 8)
    }
}
