/// The two letters of a country or territory as in ISO 3166-1, such as `DE`.
///
/// Any two upper-case letters are accepted: the list changes, and codes that it leaves to users are in wide use (`XK` for
/// Kosovo). What the list says about a code is asked separately: ``isListed``, ``alpha3``, ``numeric``, ``name``.
public struct CountryCode: TextValue {
    /// The two letters, first one highest.
    private let letters: UInt16

    private init(letters: UInt16) {
        self.letters = letters
    }

    /// Takes a literal of two upper-case letters.
    private init(listed literal: StaticString) {
        letters = UInt16(truncatingIfNeeded: PackedLetters.pack(literal))
    }

    /// Reads two upper-case letters.
    ///
    /// - Parameter text: The bytes of the code, nothing before and nothing after it.
    /// - Throws: ``ValueError`` with the code `country.syntax` if the text is not two letters from A to Z.
    public init(utf8 text: UnsafeBufferPointer<UInt8>) throws(ValueError) {
        guard text.count == 2, let letters = PackedLetters.pack(text) else {
            throw Self.refusal(of: text)
        }
        self.letters = UInt16(truncatingIfNeeded: letters)
    }

    /// The country with a three-letter code of ISO 3166-1, such as `DEU`.
    ///
    /// - Parameter text: The three upper-case letters.
    /// - Throws: ``ValueError`` with the code `country.unknownAlpha3` if ISO 3166-1 lists no such code.
    public init(alpha3 text: some StringProtocol) throws(ValueError) {
        var text = String(text)
        let facts = text.withUTF8 { bytes in
            bytes.count == 3 ? PackedLetters.pack(bytes).flatMap { Self.tableByAlpha3[$0] } : nil
        }
        guard let facts else {
            throw ValueError(
                .countryUnknownAlpha3,
                expected: "a country as the three upper-case letters of ISO 3166-1, like DEU",
                observed: String(text.unicodeScalars.prefix(65))
            )
        }
        letters = facts.letters
    }

    /// The most bytes that ``writeText(to:)`` writes: 2.
    public static var maximumTextLength: Int { 2 }

    /// Writes the two letters and returns 2.
    ///
    /// - Parameter destination: Memory for two bytes.
    /// - Returns: The number of bytes written.
    public func writeText(to destination: UnsafeMutablePointer<UInt8>) -> Int {
        PackedLetters.write(UInt32(letters), count: 2, to: destination)
    }

    /// Whether ISO 3166-1 lists the code.
    public var isListed: Bool { facts != nil }

    /// The three-letter code of ISO 3166-1, `DEU`; `nil` if the country is not listed.
    public var alpha3: String? {
        facts.map { String(describing: $0.alpha3) }
    }

    /// The three-digit code as a number: 276 for `DE`, 8 for `AL`, which is written 008; `nil` if not listed.
    public var numeric: Int? {
        facts.map { Int($0.numeric) }
    }

    /// A short name in English; `nil` if the country is not listed.
    public var name: String? {
        facts.map { String(describing: $0.name) }
    }

    /// All codes that ISO 3166-1 lists, in alphabetical order.
    public static var listed: [Self] {
        table.all.map { Self(letters: $0.letters) }
    }

    private var facts: CountryFacts? { Self.table[UInt32(letters)] }

    private static let table = CodeTable(CountryFacts.all) { UInt32($0.letters) }

    private static let tableByAlpha3 = CodeTable(CountryFacts.all) { PackedLetters.pack($0.alpha3) }

    @inline(never)
    private static func refusal(of text: UnsafeBufferPointer<UInt8>) -> ValueError {
        if let letters = PackedLetters.uppercased(text, count: 2), table[letters] != nil {
            let code = Self(letters: UInt16(truncatingIfNeeded: letters))
            return ValueError(.countrySyntax, expected: "\(code), in upper case", refused: text)
        }
        if let letters = PackedLetters.uppercased(text, count: 3), let facts = tableByAlpha3[letters] {
            return ValueError(.countrySyntax, expected: "\(Self(letters: facts.letters)), two letters", refused: text)
        }
        return ValueError(
            .countrySyntax,
            expected: "a country as the two upper-case letters of ISO 3166-1, like DE",
            refused: text
        )
    }
}

// The members have the countries' names: half a dozen two-letter codes are words of Swift (`in`, `is`, `do`, `as`).
extension CountryCode {
    /// `ZZ`, which ISO 3166-1 leaves to users: no known country.
    public static let unknown = Self(listed: "ZZ")
    /// `AE`.
    public static let unitedArabEmirates = Self(listed: "AE")
    /// `AT`.
    public static let austria = Self(listed: "AT")
    /// `AU`.
    public static let australia = Self(listed: "AU")
    /// `BE`.
    public static let belgium = Self(listed: "BE")
    /// `BR`.
    public static let brazil = Self(listed: "BR")
    /// `CA`.
    public static let canada = Self(listed: "CA")
    /// `CH`.
    public static let switzerland = Self(listed: "CH")
    /// `CN`.
    public static let china = Self(listed: "CN")
    /// `CZ`.
    public static let czechia = Self(listed: "CZ")
    /// `DE`.
    public static let germany = Self(listed: "DE")
    /// `DK`.
    public static let denmark = Self(listed: "DK")
    /// `ES`.
    public static let spain = Self(listed: "ES")
    /// `FI`.
    public static let finland = Self(listed: "FI")
    /// `FR`.
    public static let france = Self(listed: "FR")
    /// `GB`.
    public static let unitedKingdom = Self(listed: "GB")
    /// `HK`.
    public static let hongKong = Self(listed: "HK")
    /// `IE`.
    public static let ireland = Self(listed: "IE")
    /// `IL`.
    public static let israel = Self(listed: "IL")
    /// `IN`.
    public static let india = Self(listed: "IN")
    /// `IT`.
    public static let italy = Self(listed: "IT")
    /// `JP`.
    public static let japan = Self(listed: "JP")
    /// `KR`.
    public static let southKorea = Self(listed: "KR")
    /// `LU`.
    public static let luxembourg = Self(listed: "LU")
    /// `MX`.
    public static let mexico = Self(listed: "MX")
    /// `NL`.
    public static let netherlands = Self(listed: "NL")
    /// `NO`.
    public static let norway = Self(listed: "NO")
    /// `NZ`.
    public static let newZealand = Self(listed: "NZ")
    /// `PL`.
    public static let poland = Self(listed: "PL")
    /// `PT`.
    public static let portugal = Self(listed: "PT")
    /// `SE`.
    public static let sweden = Self(listed: "SE")
    /// `SG`.
    public static let singapore = Self(listed: "SG")
    /// `US`.
    public static let unitedStates = Self(listed: "US")
    /// `ZA`.
    public static let southAfrica = Self(listed: "ZA")
}

extension CountryCode: Comparable {
    /// Whether the first code is earlier in the alphabet.
    public static func < (left: Self, right: Self) -> Bool {
        left.letters < right.letters
    }
}

extension ValueError.Code {
    /// `country.syntax`: the text is not two upper-case letters.
    public static let countrySyntax = Self(rawValue: "country.syntax")

    /// `country.unknownAlpha3`: ISO 3166-1 lists no such three-letter code.
    public static let countryUnknownAlpha3 = Self(rawValue: "country.unknownAlpha3")
}
