/// The name of a time zone in the IANA database, such as `Europe/Berlin` or `Etc/UTC`.
///
/// Only the form of the name is checked, as in RFC 9557 §4.1, up to 64 bytes: which names exist, and what offset each
/// has when, changes several times a year, and those rules are the host's. The name is kept as it was written; two names
/// of one zone (`Asia/Calcutta`, `Asia/Kolkata`) are two values.
public struct TimeZoneID: TextValue {
    /// The name as it was written.
    public let name: String

    /// Coordinated universal time, `Etc/UTC`.
    public static let utc = Self(name: "Etc/UTC")

    private init(name: String) {
        self.name = name
    }

    /// Reads the name of a time zone.
    ///
    /// - Parameter text: The bytes of the name, nothing before and nothing after it.
    /// - Throws: ``ValueError`` with the code `timeZone.syntax` if the text cannot be such a name.
    public init(utf8 text: UnsafeBufferPointer<UInt8>) throws(ValueError) {
        guard Self.isWellFormed(text) else {
            throw Self.refusal(of: text)
        }
        self.init(name: String(decoding: text, as: UTF8.self))
    }

    /// The most bytes that ``writeText(to:)`` writes: 64.
    public static var maximumTextLength: Int { 64 }

    /// Writes the name as it was written.
    ///
    /// - Parameter destination: Memory for at least ``maximumTextLength`` bytes.
    /// - Returns: The number of bytes written.
    public func writeText(to destination: UnsafeMutablePointer<UInt8>) -> Int {
        name.writeUTF8(to: destination)
    }

    /// The name as it was written.
    public var description: String { name }

    /// Whether the bytes are parts of letters, digits and `.`, `_`, `-`, `+`, joined by `/`; no part starts with a digit
    /// or a sign, or is `.` or `..` (names are paths in the database).
    private static func isWellFormed(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard !text.isEmpty, text.count <= maximumTextLength else {
            return false
        }
        // With one separator, inside, no part is empty: most names are a region and a city.
        if let separators = letters.separators(in: text), separators <= 1 {
            return true
        }
        var lengthOfPart = 0
        var isDots = true
        for byte in text {
            if byte == UInt8(ascii: "/") {
                if lengthOfPart == 0 || isDots && lengthOfPart <= 2 {
                    return false
                }
                lengthOfPart = 0
                isDots = true
                continue
            }
            let isInitial = byte.isASCIILetter || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
            let isLater = byte.isASCIIDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
            guard isInitial || isLater && lengthOfPart > 0 else {
                return false
            }
            isDots = isDots && byte == UInt8(ascii: ".")
            lengthOfPart += 1
        }
        return lengthOfPart > 2 || lengthOfPart > 0 && !isDots
    }

    /// Letters and `_`, and the slash between them: what all but a few names are made of.
    private static let letters = NameAlphabet(
        classes: """
            BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB\
            BBBBBBBBBBBBBBBABBBBBBBBBBBBBBBB\
            B@@@@@@@@@@@@@@@@@@@@@@@@@@BBBB@\
            B@@@@@@@@@@@@@@@@@@@@@@@@@@BBBBB
            """
    )

    @inline(never)
    private static func refusal(of text: UnsafeBufferPointer<UInt8>) -> ValueError {
        let example = "the name of an IANA time zone like Europe/Berlin or Etc/UTC"
        if let first = text.first, first == UInt8(ascii: "+") || first == UInt8(ascii: "-") {
            return ValueError(.timeZoneSyntax, expected: "\(example); an offset is not a zone", refused: text)
        }
        return ValueError(.timeZoneSyntax, expected: example, refused: text)
    }
}

extension ValueError.Code {
    /// `timeZone.syntax`: the text cannot be the name of an IANA time zone.
    public static let timeZoneSyntax = Self(rawValue: "timeZone.syntax")
}
