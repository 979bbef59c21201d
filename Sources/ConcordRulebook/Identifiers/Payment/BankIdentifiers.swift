import ConcordValues

extension IdentifierScheme {
    /// Business identifier codes of banks, ISO 9362, also called SWIFT codes.
    public static let bic = IdentifierScheme(
        "bic",
        "BIC",
        form: "4 letters, the 2 letters of a country, 2 letters or digits, and 3 more for a branch",
        example: "DEUTDEFF500"
    ) { number in
        guard number.count == 8 || number.count == 11, number.slice(0..<8).fits("aaaaaaxx"), number.isAlphanumeric
        else {
            return .wrongForm
        }
        let letters = number.slice(4..<6).text
        guard let country = try? CountryCode(letters), country.isListed || letters == "XK" else {
            return .unknownCountry(letters)
        }
        return .notChecked(.noCheckDigit)
    }

    /// The routing numbers of banks in the United States, of the American Bankers Association.
    public static let abaRoutingNumber = IdentifierScheme(
        "aba",
        "ABA routing number",
        country: .unitedStates,
        form: "9 digits that begin with 00 to 12, 21 to 32, 61 to 72 or 80",
        example: "111000025"
    ) { number in
        guard number.fits("ddddddddd") else {
            return .wrongForm
        }
        switch number.number(0..<2) {
        case 0...12, 21...32, 61...72, 80: break
        default: return .wrongForm
        }
        return number.expecting((10 - number.weighted([3, 7, 1, 3, 7, 1, 3, 7]) % 10) % 10, at: 8)
    }

    /// The sort codes of banks in the United Kingdom.
    ///
    /// The check digits of accounts depend on the bank, by a list that changes, and are not looked at.
    public static let sortCode = IdentifierScheme(
        "sortCode",
        "UK sort code",
        country: .unitedKingdom,
        form: "6 digits",
        example: "20-00-00"
    ) { $0.fits("dddddd") ? .notChecked(.noCheckDigit) : .wrongForm }

    /// The identifiers of creditors for SEPA direct debits, AT-02 of the rulebooks of the European Payments Council.
    public static let sepaCreditor = IdentifierScheme(
        "sepaCreditor",
        "SEPA creditor identifier",
        form: "the letters of a country, 2 check digits, 3 of the business and 1 to 28 letters or digits",
        example: "DE98ZZZ09999999999"
    ) { number in
        guard number.slice(0..<4).fits("aadd"), (8...35).contains(number.count), number.isAlphanumeric else {
            return .wrongForm
        }
        let letters = number.slice(0..<2).text
        guard let country = try? CountryCode(letters), country.isListed || letters == "XK" else {
            return .unknownCountry(letters)
        }
        // The three characters of the business are the creditor's own and not counted.
        let rest = number.remainder97(7..<number.count)
        return number.expecting(pair: 98 - number.remainder97(0..<2, after: rest) * 100 % 97, at: 2)
    }
}

/// Card numbers, only to find one where none may be.
public enum CardNumber {
    /// Whether a text is the whole number of a payment card: 12 to 19 digits, apart from spaces and hyphens, whose last
    /// one fits.
    ///
    /// An invoice may show the first six and the last four digits at most (EN 16931, BR-51). One in ten numbers of such
    /// a length that is no card's passes too.
    ///
    /// - Parameter text: What is written where a card is named.
    /// - Returns: `true` if the text must not be stored.
    public static func isUnmasked(_ text: String) -> Bool {
        IdentifierSymbols.withSymbols(of: text) { number in
            guard (12...19).contains(number.count), number.isDigits, (2...6).contains(number.digit(0)) else {
                return false
            }
            let last = number.count - 1
            return number.luhn(0..<last) == number.digit(last)
        }
    }
}
