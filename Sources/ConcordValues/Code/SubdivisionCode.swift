/// A state, province or other subdivision of a country as in ISO 3166-2, such as `US-TX`.
///
/// The form is checked, and the code is not looked up: the standard's list is long and changes every year.
public struct SubdivisionCode: TextValue {
    /// The code as it was written.
    public let text: String

    /// The country that the code begins with.
    public let country: CountryCode

    /// Reads the two letters of a country, a hyphen, and one to three upper-case letters or digits.
    ///
    /// - Parameter text: The bytes of the code, nothing before and nothing after it.
    /// - Throws: ``ValueError`` with the code `subdivision.syntax` if the text has another form.
    public init(utf8 text: UnsafeBufferPointer<UInt8>) throws(ValueError) {
        guard
            (4...6).contains(text.count),
            text[2] == UInt8(ascii: "-"),
            text[3...].allSatisfy({ $0.isASCIIUppercase || $0.isASCIIDigit }),
            let country = try? CountryCode(utf8: UnsafeBufferPointer(rebasing: text[..<2]))
        else {
            throw ValueError(
                .subdivisionSyntax,
                expected: "a subdivision as in ISO 3166-2, like US-TX or DE-BY: a country, a hyphen, and one to three "
                    + "upper-case letters or digits",
                refused: text
            )
        }
        self.text = String(decoding: text, as: UTF8.self)
        self.country = country
    }

    private init(country: CountryCode, text: String) {
        self.country = country
        self.text = text
    }

    /// A subdivision of no country, in the codes that ISO 3166-1 leaves to users.
    public static let unknown = Self(country: .unknown, text: "ZZ-Z")

    /// The part after the hyphen: `TX`.
    public var subdivision: String { String(text.dropFirst(3)) }

    /// The most bytes that ``writeText(to:)`` writes: 6.
    public static var maximumTextLength: Int { 6 }

    /// Writes the code as it was written.
    ///
    /// - Parameter destination: Memory for at least ``maximumTextLength`` bytes.
    /// - Returns: The number of bytes written.
    public func writeText(to destination: UnsafeMutablePointer<UInt8>) -> Int {
        text.writeUTF8(to: destination)
    }

    /// The code as it was written.
    public var description: String { text }
}

extension ValueError.Code {
    /// `subdivision.syntax`: the text is not a country, a hyphen and one to three upper-case letters or digits.
    public static let subdivisionSyntax = Self(rawValue: "subdivision.syntax")
}
