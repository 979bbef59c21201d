import ConcordModel
import ConcordValues

extension IdentifierScheme {
    /// The numbers of employers in the United States.
    public static let employerIdentificationNumber = IdentifierScheme(
        "ein.US",
        "US employer identification number (EIN)",
        country: .unitedStates,
        kind: .employer,
        prefixes: ["US"],
        form: "9 digits, the first two a prefix that the IRS gives out",
        example: "91-1144442"
    ) { number in
        guard number.fits("ddddddddd") else {
            return .wrongForm
        }
        switch number.number(0..<2) {
        case 0, 7...9, 17...19, 28, 29, 49, 69, 70, 78, 79, 89, 96, 97: return .wrongForm
        default: return .notChecked(.noCheckDigit)
        }
    }

    /// The nine digits by which the Canada Revenue Agency knows a business.
    public static let canadianBusinessNumber = IdentifierScheme(
        "bn.CA",
        "Canadian business number (BN)",
        country: .canada,
        kind: .tax,
        prefixes: ["CA"],
        form: "9 digits",
        example: "123456782"
    ) { $0.fits("ddddddddd") ? $0.expecting($0.luhn(0..<8), at: 8) : .wrongForm }

    /// The account of a Canadian business for GST and HST.
    public static let canadianGST = IdentifierScheme(
        "gst.CA",
        "Canadian GST/HST number",
        country: .canada,
        kind: .vat,
        prefixes: ["CA"],
        form: "9 digits, RT and 4 digits",
        example: "123456782 RT 0001"
    ) { $0.fits("dddddddddRTdddd") ? $0.expecting($0.luhn(0..<8), at: 8) : .wrongForm }

    /// The numbers of the Mexican register of taxpayers.
    ///
    /// The authority gave out some whose last character does not fit, so that such a number is not refused. The two
    /// numbers that stand for the public and for customers abroad are valid.
    public static let mexicanRFC = IdentifierScheme(
        "rfc.MX",
        "Mexican taxpayer number (RFC)",
        country: .mexico,
        kind: .vat,
        prefixes: ["MX"],
        form: "3 letters, or 4 of a person, a date as 6 digits and 3 letters or digits",
        example: "GODE561231GR8",
        rule: MexicanRFC.check
    )
}

/// The number of the Mexican register of taxpayers.
enum MexicanRFC {
    private static let alphabet: StaticString = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ "

    @Sendable static func check(_ number: IdentifierSymbols) -> IdentifierVerdict {
        guard number.count == 12 || number.count == 13 else {
            return .wrongForm
        }
        if number.fits("XAXX010101000") || number.fits("XEXX010101000") {
            return .valid
        }
        let letters = number.count - 9
        for index in 0..<letters where value(number[index]) < 10 {
            return .wrongForm
        }
        let year = number.number(letters..<letters + 2)
        let month = number.number(letters + 2..<letters + 4)
        let day = number.number(letters + 4..<letters + 6)
        guard number.isDigits(letters..<letters + 6), IdentifierSymbols.isDay(year: year, month: month, day: day),
            number.slice(number.count - 3..<number.count).fits("xxx")
        else {
            return .wrongForm
        }
        // Organisations count with a blank in front, so that both kinds have twelve characters before the check.
        var sum = letters == 3 ? 13 * 37 : 0
        for index in 0..<number.count - 1 {
            sum += (number.count - index) * value(number[index])
        }
        let expected = IdentifierSymbols.symbol((11 - sum % 11) % 11, of: "0123456789A")
        return number[number.count - 1] == expected ? .valid : .notChecked(.unreliable)
    }

    /// The value of a character in the sum; below 10 for digits and what does not belong.
    private static func value(_ symbol: UInt8) -> Int {
        symbol == IdentifierSymbols.enye ? 38 : IdentifierSymbols.index(of: symbol, in: alphabet) ?? 0
    }
}
