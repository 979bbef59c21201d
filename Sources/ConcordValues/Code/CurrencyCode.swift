/// The three letters of a currency as in ISO 4217, such as `EUR`.
///
/// Any three upper-case letters are accepted, because the list changes and old documents keep old codes. What the list
/// says about a code is asked separately: ``isListed``, ``isHistoric``, ``minorUnits``, ``numeric``, ``name``.
///
/// ```swift
/// CurrencyCode.jpy.minorUnits                 // 0
/// try CurrencyCode("DEM").withdrawn           // "2002-03"
/// ```
public struct CurrencyCode: TextValue {
    /// The three letters, first one highest.
    private let letters: UInt32

    private init(letters: UInt32) {
        self.letters = letters
    }

    /// Takes a literal of three upper-case letters.
    private init(listed literal: StaticString) {
        letters = PackedLetters.pack(literal)
    }

    /// Reads three upper-case letters.
    ///
    /// - Parameter text: The bytes of the code, nothing before and nothing after it.
    /// - Throws: ``ValueError`` with the code `currency.syntax` if the text is not three letters from A to Z.
    public init(utf8 text: UnsafeBufferPointer<UInt8>) throws(ValueError) {
        guard text.count == 3, let letters = PackedLetters.pack(text) else {
            throw Self.refusal(of: text)
        }
        self.letters = letters
    }

    /// The most bytes that ``writeText(to:)`` writes: 3.
    public static var maximumTextLength: Int { 3 }

    /// Writes the three letters and returns 3.
    ///
    /// - Parameter destination: Memory for three bytes.
    /// - Returns: The number of bytes written.
    public func writeText(to destination: UnsafeMutablePointer<UInt8>) -> Int {
        PackedLetters.write(letters, count: 3, to: destination)
    }

    /// Whether ISO 4217 lists the code as current.
    public var isListed: Bool { facts?.isListed ?? false }

    /// Whether ISO 4217 has listed the code and has withdrawn it.
    public var isHistoric: Bool { facts.map { !$0.isListed } ?? false }

    /// When the code was withdrawn, as ISO 4217 says it: `2002-03`, or a range such as `1989 to 1990`; `nil` if it was
    /// not withdrawn or never listed.
    public var withdrawn: String? {
        facts.flatMap { $0.isListed ? nil : String(describing: $0.withdrawn) }
    }

    /// The number of decimal places of the currency's minor unit: 2 for `EUR`, 0 for `JPY`, 3 for `BHD`.
    ///
    /// `nil` if it is not known: for codes that are not listed, for those that have no minor unit, such as gold, and for
    /// most historic codes, for which ISO 4217 no longer says it.
    public var minorUnits: Int? {
        facts.flatMap { $0.minorUnits < 0 ? nil : Int($0.minorUnits) }
    }

    /// The three-digit code as a number: 978 for `EUR`, 8 for `ALL`, which is written 008; `nil` if there is none.
    public var numeric: Int? {
        facts.flatMap { $0.numeric < 0 ? nil : Int($0.numeric) }
    }

    /// The currency's name in English; `nil` if ISO 4217 never listed the code.
    public var name: String? {
        facts.map { String(describing: $0.name) }
    }

    /// All codes that ISO 4217 lists as current, in alphabetical order.
    public static var listed: [Self] {
        table.all.lazy.filter(\.isListed).map { Self(letters: $0.letters) }
    }

    /// All codes that ISO 4217 has withdrawn, in alphabetical order.
    public static var historic: [Self] {
        table.all.lazy.filter { !$0.isListed }.map { Self(letters: $0.letters) }
    }

    private var facts: CurrencyFacts? { Self.table[letters] }

    private static let table = CodeTable(CurrencyFacts.all, key: \.letters)

    @inline(never)
    private static func refusal(of text: UnsafeBufferPointer<UInt8>) -> ValueError {
        if let letters = PackedLetters.uppercased(text, count: 3), table[letters] != nil {
            return ValueError(.currencySyntax, expected: "\(Self(letters: letters)), in upper case", refused: text)
        }
        return ValueError(
            .currencySyntax,
            expected: "a currency as the three upper-case letters of ISO 4217, like EUR",
            refused: text
        )
    }
}

extension CurrencyCode {
    /// UAE dirham.
    public static let aed = Self(listed: "AED")
    /// Australian dollar.
    public static let aud = Self(listed: "AUD")
    /// Brazilian real.
    public static let brl = Self(listed: "BRL")
    /// Canadian dollar.
    public static let cad = Self(listed: "CAD")
    /// Swiss franc.
    public static let chf = Self(listed: "CHF")
    /// Yuan renminbi.
    public static let cny = Self(listed: "CNY")
    /// Czech koruna.
    public static let czk = Self(listed: "CZK")
    /// Danish krone.
    public static let dkk = Self(listed: "DKK")
    /// Euro.
    public static let eur = Self(listed: "EUR")
    /// Pound sterling.
    public static let gbp = Self(listed: "GBP")
    /// Hong Kong dollar.
    public static let hkd = Self(listed: "HKD")
    /// Forint.
    public static let huf = Self(listed: "HUF")
    /// New Israeli sheqel.
    public static let ils = Self(listed: "ILS")
    /// Indian rupee.
    public static let inr = Self(listed: "INR")
    /// Yen, which has no minor unit in use.
    public static let jpy = Self(listed: "JPY")
    /// Won, which has no minor unit in use.
    public static let krw = Self(listed: "KRW")
    /// Kuwaiti dinar, which has three decimal places.
    public static let kwd = Self(listed: "KWD")
    /// Mexican peso.
    public static let mxn = Self(listed: "MXN")
    /// Norwegian krone.
    public static let nok = Self(listed: "NOK")
    /// New Zealand dollar.
    public static let nzd = Self(listed: "NZD")
    /// Zloty.
    public static let pln = Self(listed: "PLN")
    /// Romanian leu.
    public static let ron = Self(listed: "RON")
    /// Saudi riyal.
    public static let sar = Self(listed: "SAR")
    /// Swedish krona.
    public static let sek = Self(listed: "SEK")
    /// Singapore dollar.
    public static let sgd = Self(listed: "SGD")
    /// US dollar.
    public static let usd = Self(listed: "USD")
    /// Rand.
    public static let zar = Self(listed: "ZAR")
    /// No currency, which ISO 4217 lists so that a transaction can say it.
    public static let none = Self(listed: "XXX")
}

extension CurrencyCode: Comparable {
    /// Whether the first code is earlier in the alphabet.
    public static func < (left: Self, right: Self) -> Bool {
        left.letters < right.letters
    }
}

extension ValueError.Code {
    /// `currency.syntax`: the text is not three upper-case letters.
    public static let currencySyntax = Self(rawValue: "currency.syntax")
}
