import ConcordModel
import ConcordValues

extension IdentifierScheme {
    /// The numbers of corporations in Japan.
    public static let japaneseCorporateNumber = IdentifierScheme(
        "corporate.JP",
        "Japanese corporate number",
        country: .japan,
        kind: .company,
        form: "13 digits, the first not 0",
        example: "5835678256246"
    ) { number in
        guard number.fits("ddddddddddddd"), number.digit(0) != 0 else {
            return .wrongForm
        }
        return number.expecting(japaneseCheckDigit(number), at: 0)
    }

    /// The numbers of registered issuers of qualified invoices in Japan.
    ///
    /// Corporations have their number with T in front. What the digits of others check by is not published, so that a
    /// digit that does not fit a corporation's is not refused.
    public static let japaneseInvoiceIssuer = IdentifierScheme(
        "invoice.JP",
        "Japanese invoice registration number",
        country: .japan,
        kind: .vat,
        form: "T and 13 digits",
        example: "T5835678256246"
    ) { number in
        guard number.fits("Tddddddddddddd") else {
            return .wrongForm
        }
        let digits = number.dropFirst(1)
        return digits.digit(0) == japaneseCheckDigit(digits) ? .valid : .notChecked(.unpublished)
    }

    private static func japaneseCheckDigit(_ number: IdentifierSymbols) -> Int {
        9 - number.weighted([2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1], from: 1) % 9
    }

    /// The numbers of businesses in South Korea.
    public static let koreanBusinessNumber = IdentifierScheme(
        "brn.KR",
        "Korean business registration number",
        country: .southKorea,
        kind: .vat,
        prefixes: ["KR"],
        form: "10 digits that begin with 101 or more",
        example: "116-82-00276"
    ) { number in
        guard number.fits("dddddddddd"), number.number(0..<3) > 100, number.number(3..<5) != 0,
            number.number(5..<9) != 0
        else {
            return .wrongForm
        }
        let sum = number.weighted([1, 3, 7, 1, 3, 7, 1, 3, 5]) + number.digit(8) * 5 / 10
        return number.expecting((10 - sum % 10) % 10, at: 9)
    }

    /// The tax numbers of Turkish organisations.
    public static let turkishVKN = IdentifierScheme(
        "vkn.TR",
        "Turkish tax number (VKN)",
        country: .init(letters: "TR"),
        kind: .vat,
        prefixes: ["TR"],
        form: "10 digits",
        example: "4540536920"
    ) { number in
        guard number.fits("dddddddddd") else {
            return .wrongForm
        }
        var sum = 0
        for index in 0..<9 {
            let shifted = (number.digit(index) + 9 - index) % 10
            let power = (shifted << (9 - index)) % 9
            sum += shifted != 0 && power == 0 ? 9 : power
        }
        return number.expecting((10 - sum % 10) % 10, at: 9)
    }

    /// The tax registration numbers of the United Arab Emirates.
    public static let emiratiTRN = IdentifierScheme(
        "trn.AE",
        "Emirati tax registration number (TRN)",
        country: .unitedArabEmirates,
        kind: .vat,
        prefixes: ["AE"],
        form: "15 digits that begin with 1",
        example: "100123456700003"
    ) { $0.fits("1dddddddddddddd") ? .notChecked(.unpublished) : .wrongForm }

    /// The VAT numbers of Saudi Arabia.
    public static let saudiVAT = IdentifierScheme(
        "vat.SA",
        "Saudi VAT number",
        country: .init(letters: "SA"),
        kind: .vat,
        prefixes: ["SA"],
        form: "15 digits, the first and the last 3",
        example: "300123456700003"
    ) { $0.fits("3ddddddddddddd3") ? .notChecked(.unpublished) : .wrongForm }

    /// The VAT numbers of South Africa.
    public static let southAfricanVAT = IdentifierScheme(
        "vat.ZA",
        "South African VAT number",
        country: .southAfrica,
        kind: .vat,
        prefixes: ["ZA"],
        form: "10 digits that begin with 4",
        example: "4123456789"
    ) { $0.fits("4ddddddddd") ? .notChecked(.unpublished) : .wrongForm }

    /// The tax numbers of Israeli companies and dealers.
    public static let israeliTaxNumber = IdentifierScheme(
        "vat.IL",
        "Israeli tax number",
        country: .israel,
        kind: .vat,
        prefixes: ["IL"],
        form: "9 digits",
        example: "516179157"
    ) { $0.fits("ddddddddd") ? $0.expecting($0.luhn(0..<8), at: 8) : .wrongForm }

    /// The tax numbers of Serbia.
    public static let serbianPIB = IdentifierScheme(
        "pib.RS",
        "Serbian tax number (PIB)",
        country: .init(letters: "RS"),
        kind: .vat,
        prefixes: ["RS"],
        form: "9 digits",
        example: "101134702"
    ) { $0.fits("ddddddddd") ? $0.expecting($0.hybrid(0..<8), at: 8) : .wrongForm }
}
