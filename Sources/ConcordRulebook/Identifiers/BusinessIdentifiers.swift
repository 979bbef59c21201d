public import ConcordModel

extension IdentifierScheme {
    /// Legal entity identifiers, ISO 17442.
    public static let lei = IdentifierScheme(
        "lei",
        "legal entity identifier (LEI)",
        kind: .lei,
        form: "18 letters or digits and 2 check digits",
        example: "213800KUD8LAJWSQ9D15"
    ) { number in
        guard number.count == 20, number.isAlphanumeric, number.isDigits(18..<20) else {
            return .wrongForm
        }
        return number.expecting(pair: 98 - number.remainder97(0..<18) * 100 % 97, at: 18)
    }

    /// Numbers of Dun & Bradstreet, whose last digit checks nothing since 2006.
    public static let duns = IdentifierScheme(
        "duns",
        "D-U-N-S number",
        kind: .duns,
        form: "9 digits",
        example: "15-048-3782"
    ) { $0.fits("ddddddddd") ? .notChecked(.noCheckDigit) : .wrongForm }

    /// Global location numbers of GS1.
    public static let gln = IdentifierScheme(
        "gln",
        "global location number (GLN)",
        kind: .gln,
        form: "13 digits",
        example: "7300010000001"
    ) { $0.fits("ddddddddddddd") ? $0.expecting($0.gs1(0..<12), at: 12) : .wrongForm }

    /// Global trade item numbers of GS1, which bar codes show.
    public static let gtin = IdentifierScheme(
        "gtin",
        "global trade item number (GTIN)",
        form: "8, 12, 13 or 14 digits",
        example: "4006381333931"
    ) { number in
        guard number.isDigits, number.count == 8 || (12...14).contains(number.count) else {
            return .wrongForm
        }
        return number.expecting(number.gs1(0..<number.count - 1), at: number.count - 1)
    }
}

extension IdentifierScheme {
    /// The schemes that are not those of one country's taxes: of registers, accounts and payment references.
    public static let general: [IdentifierScheme] = [
        .lei, .duns, .gln, .gtin, .iban, .bic, .abaRoutingNumber, .sortCode, .sepaCreditor, .creditorReference,
        .norwegianKID, .swissQRReference, .belgianReference,
    ]

    /// The scheme with a name, such as `vat.DE` or `iban`.
    ///
    /// - Parameter name: The name, as in ``name``.
    /// - Returns: The scheme; `nil` if there is none.
    public static func named(_ name: String) -> IdentifierScheme? {
        TaxIdentifier.schemes.first { $0.name == name } ?? general.first { $0.name == name }
    }
}

extension RegistrationIdentifier {
    /// What the published rules say about the number, by its kind and, where countries have rules, its jurisdiction.
    ///
    /// - Parameter home: The country to take where the identifier names none.
    /// - Returns: The finding; `nil` if no rule can be named: another kind of number, or one of no country.
    public func check(home: Jurisdiction? = nil) -> IdentifierCheck? {
        switch kind {
        case .lei: return IdentifierScheme.lei.check(value)
        case .duns: return IdentifierScheme.duns.check(value)
        case .gln: return IdentifierScheme.gln.check(value)
        case .vat, .tax, .employer, .company:
            guard let country = (jurisdiction ?? home)?.country else {
                return kind == .vat ? TaxIdentifier.check(value) : nil
            }
            let schemes = TaxIdentifier.schemes(of: country, kind)
            return schemes.isEmpty ? nil : TaxIdentifier.check(value, in: country, kind)
        default: return nil
        }
    }
}
