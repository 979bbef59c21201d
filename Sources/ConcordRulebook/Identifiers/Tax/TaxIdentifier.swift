public import ConcordModel
public import ConcordValues

/// Numbers by which countries know taxpayers, businesses and employers.
///
/// ```swift
/// TaxIdentifier.check("DE 136,695 976")                       // .valid("DE136695976")
/// TaxIdentifier.check("DE136695977")                          // .wrongCheckDigit(expected: "6", found: "7")
/// TaxIdentifier.check("51 824 753 556", in: .australia)       // .valid("51824753556")
/// TaxIdentifier.check("12-3456789", in: .unitedStates, .employer)
/// ```
public enum TaxIdentifier {
    /// The schemes whose rules are known, by country and in it the usual first.
    public static let schemes: [IdentifierScheme] =
        EuropeanVAT.schemes + [
            .britishVAT, .northernIrishVAT, .swissVAT, .swissUID, .liechtensteinVAT, .norwegianVAT,
            .norwegianOrganisation, .icelandicVAT, .icelandicKennitala, .serbianPIB, .turkishVKN,
            .employerIdentificationNumber, .canadianGST, .canadianBusinessNumber, .mexicanRFC, .brazilianCNPJ,
            .brazilianCPF, .argentineCUIT, .chileanRUT, .australianBusinessNumber, .australianCompanyNumber,
            .newZealandIRD, .newZealandBusinessNumber, .singaporeanGST, .singaporeanUEN, .indianGSTIN, .indianPAN,
            .japaneseInvoiceIssuer, .japaneseCorporateNumber, .koreanBusinessNumber, .emiratiTRN, .saudiVAT,
            .southAfricanVAT, .israeliTaxNumber,
        ]

    /// The schemes of a country, of one kind or of all.
    ///
    /// - Parameters:
    ///   - country: The country; Greece is `GR` or `EL`, Northern Ireland `XI` or with the others of `GB`.
    ///   - kind: The kind of registration, `nil` for all.
    /// - Returns: The schemes, the usual first; none if no rule is known.
    public static func schemes(of country: CountryCode, _ kind: RegistrationKind? = nil) -> [IdentifierScheme] {
        schemes.filter { scheme in
            (scheme.country == country || scheme.lettersInFront == country)
                && (kind == nil || scheme.kind == kind)
        }
    }

    /// Checks a number that begins with the letters of a country, as VAT numbers on European invoices do.
    ///
    /// - Parameter text: The number, as it was written; separators and the case of letters are not counted.
    /// - Returns: What the country's rules say; ``IdentifierCheck/notChecked(_:_:)`` if none is known.
    public static func check(_ text: String) -> IdentifierCheck {
        IdentifierSymbols.withSymbols(of: text) { symbols in
            guard symbols.slice(0..<2).fits("aa") || symbols.starts(with: kosovo) else {
                return .wrongForm(expected: "the two letters of a country and a number, like DE136695976")
            }
            var best: IdentifierCheck?
            for scheme in schemes where scheme.prefixes.contains(where: { symbols.starts(with: $0) }) {
                best = better(best, scheme.check(symbols))
            }
            if let best {
                return best
            }
            let letters = symbols.slice(0..<2).text
            guard letters != kosovo else {
                return .notChecked(symbols.text, .noRule)
            }
            guard let country = try? CountryCode(letters), country.isListed || letters == "XK" else {
                return .unknownCountry(letters)
            }
            // Schemes that have no letters in front of their own: those of India or Japan.
            return among(schemes(of: country), symbols.dropFirst(2)) ?? .notChecked(symbols.text, .noRule)
        }
    }

    /// Whether a VAT number begins as EN 16931 asks for (BR-CO-09): with a country of ISO 3166-1, `EL`, `XI` or `1A`.
    ///
    /// - Parameter text: The number, as it was written.
    /// - Returns: `true` if its first two characters, without regard to case, are one of those.
    public static func hasCountryPrefix(_ text: String) -> Bool {
        IdentifierSymbols.withSymbols(of: text) { symbols in
            let letters = symbols.slice(0..<2).text
            if letters == "EL" || letters == "XI" || letters == kosovo {
                return true
            }
            return (try? CountryCode(letters))?.isListed == true
        }
    }

    /// What stands for Kosovo in front of VAT numbers.
    private static let kosovo = "1A"

    /// Checks a number of a country, with or without its letters in front.
    ///
    /// - Parameters:
    ///   - text: The number, as it was written; separators and the case of letters are not counted.
    ///   - country: The country whose number it should be.
    ///   - kind: The kind of registration that it should be; `nil` if any will do.
    /// - Returns: The first of the country's schemes that accept it; else what the nearest of them says.
    public static func check(
        _ text: String,
        in country: CountryCode,
        _ kind: RegistrationKind? = nil
    ) -> IdentifierCheck {
        IdentifierSymbols.withSymbols(of: text) { symbols in
            among(schemes(of: country, kind), symbols) ?? .notChecked(symbols.text, .noRule)
        }
    }

    private static func among(_ schemes: [IdentifierScheme], _ symbols: IdentifierSymbols) -> IdentifierCheck? {
        var best: IdentifierCheck?
        for scheme in schemes {
            best = better(best, scheme.check(symbols))
        }
        return best
    }

    /// The finding that says more: a valid number before an unproved one, a wrong digit before a wrong form.
    private static func better(_ first: IdentifierCheck?, _ second: IdentifierCheck) -> IdentifierCheck {
        guard let first else {
            return second
        }
        if case .wrongForm(let left) = first, case .wrongForm(let right) = second {
            return left == right ? first : .wrongForm(expected: "\(left); or \(right)")
        }
        return rank(second) < rank(first) ? second : first
    }

    private static func rank(_ check: IdentifierCheck) -> Int {
        switch check {
        case .valid: 0
        case .notChecked: 1
        case .wrongCheckDigit: 2
        case .unknownCountry: 3
        case .wrongForm: 4
        }
    }
}

extension CountryCode {
    /// The country with two letters that this library's own tables name.
    init(letters: String) {
        self = (try? CountryCode(letters)) ?? .unknown
    }
}
