/// The tag of a language as in BCP 47, such as `de`, `en-GB` or `zh-Hant-TW`.
///
/// The tag is well-formed in the sense of RFC 5646 §2.2.9: it has the form of §2.1, up to 255 bytes. Whether its subtags
/// are registered is not checked. It is kept as it was written; tags that differ in case mean the same language to
/// RFC 5646 and are two values here.
public struct LanguageTag: TextValue {
    /// The tag as it was written.
    public let text: String

    /// Reads a language tag.
    ///
    /// - Parameter text: The bytes of the tag, nothing before and nothing after it.
    /// - Throws: ``ValueError`` with the code `language.syntax` if the text is not well-formed.
    public init(utf8 text: UnsafeBufferPointer<UInt8>) throws(ValueError) {
        guard text.count <= Self.maximumTextLength, Self.isWellFormed(text) || Self.isIrregular(text) else {
            throw ValueError(
                .languageSyntax,
                expected: text.contains(UInt8(ascii: "_"))
                    ? "a language tag with hyphens, like en-GB"
                    : "a language tag of BCP 47, like de, en-GB or zh-Hant-TW",
                refused: text
            )
        }
        self.text = String(decoding: text, as: UTF8.self)
    }

    private init(text: String) {
        self.text = text
    }

    /// A language that nobody has determined (ISO 639-2 `und`).
    public static let undetermined = Self(text: "und")

    /// The first subtag: `zh` in `zh-Hant-TW`.
    public var language: Substring { text.prefix { $0 != "-" } }

    /// The script: `Hant` in `zh-Hant-TW`; `nil` if the tag has none.
    public var script: Substring? {
        subtagsBeforeExtensions.first { $0.utf8.count == 4 && $0.utf8.allSatisfy(\.isASCIILetter) }
    }

    /// The region: `TW` in `zh-Hant-TW`, `419` in `es-419`; `nil` if the tag has none.
    public var region: Substring? {
        subtagsBeforeExtensions.first { subtag in
            subtag.utf8.count == 2 || subtag.utf8.count == 3 && subtag.utf8.allSatisfy(\.isASCIIDigit)
        }
    }

    /// The subtags after the language and before the first single letter, which opens an extension or private use.
    private var subtagsBeforeExtensions: ArraySlice<Substring> {
        let subtags = text.split(separator: "-")
        return subtags.first?.utf8.count == 1
            ? []
            : subtags.dropFirst().prefix { $0.utf8.count > 1 }
    }

    /// The most bytes that ``writeText(to:)`` writes: 255.
    public static var maximumTextLength: Int { 255 }

    /// Writes the tag as it was written.
    ///
    /// - Parameter destination: Memory for at least ``maximumTextLength`` bytes.
    /// - Returns: The number of bytes written.
    public func writeText(to destination: UnsafeMutablePointer<UInt8>) -> Int {
        text.writeUTF8(to: destination)
    }

    /// The tag as it was written.
    public var description: String { text }

    /// Where in the tag the next subtag stands; the order is that of RFC 5646 §2.1.
    private enum Place: Int {
        case language
        /// After a language of two or three letters; up to three extended languages may follow.
        case extendedLanguage
        case script
        case region
        case variant
        /// After a single letter or digit that opens an extension; at least one subtag must follow.
        case extensionStart
        case extensionRest
        case privateUseStart
        case privateUseRest
    }

    private static func isWellFormed(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var place = Place.language
        var extendedLanguages = 0
        for subtag in text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false) {
            guard (1...8).contains(subtag.count), subtag.allSatisfy({ $0.isASCIILetter || $0.isASCIIDigit }) else {
                return false
            }
            guard let next = self.place(after: subtag, at: place, extendedLanguages: &extendedLanguages) else {
                return false
            }
            place = next
        }
        return place != .language && place != .extensionStart && place != .privateUseStart
    }

    /// Takes a subtag at a place, and returns the earliest place that may come next, or `nil` if it cannot stand there.
    private static func place(
        after subtag: Slice<UnsafeBufferPointer<UInt8>>,
        at place: Place,
        extendedLanguages: inout Int
    ) -> Place? {
        let count = subtag.count
        let isAlphabetic = subtag.allSatisfy(\.isASCIILetter)
        let isPrivateUse = count == 1 && subtag.first.map { $0 | 0x20 == UInt8(ascii: "x") } == true
        switch place {
        case .privateUseStart, .privateUseRest:
            return .privateUseRest
        case .extensionStart:
            return count >= 2 ? .extensionRest : nil
        case .language:
            if isPrivateUse {
                return .privateUseStart
            }
            return isAlphabetic && count >= 2 ? (count <= 3 ? .extendedLanguage : .script) : nil
        case .extendedLanguage, .script, .region, .variant, .extensionRest:
            break
        }
        if isPrivateUse {
            return .privateUseStart
        }
        if count == 1 {
            return .extensionStart
        }
        if place == .extensionRest {
            return .extensionRest
        }
        if place == .extendedLanguage, count == 3, isAlphabetic {
            extendedLanguages += 1
            return extendedLanguages < 3 ? .extendedLanguage : .script
        }
        if place.rawValue <= Place.script.rawValue, count == 4, isAlphabetic {
            return .region
        }
        if place.rawValue <= Place.region.rawValue, count == 2 && isAlphabetic || count == 3 && isNumeric(subtag) {
            return .variant
        }
        let startsWithDigit = subtag.first.map(\.isASCIIDigit) == true
        return count >= 5 || count == 4 && startsWithDigit ? .variant : nil
    }

    private static func isNumeric(_ subtag: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        subtag.allSatisfy(\.isASCIIDigit)
    }

    private static let irregular = [
        "en-gb-oed", "i-ami", "i-bnn", "i-default", "i-enochian", "i-hak", "i-klingon", "i-lux", "i-mingo",
        "i-navajo", "i-pwn", "i-tao", "i-tay", "i-tsu", "sgn-be-fr", "sgn-be-nl", "sgn-ch-de",
    ]

    /// Whether the tag is one of those registered before RFC 4646 that do not have the form of today: the `irregular` of
    /// RFC 5646 §2.1.
    private static func isIrregular(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count <= 10 else {
            return false
        }
        let lowercased = text.map { $0.isASCIIUppercase ? $0 | 0x20 : $0 }
        return irregular.contains { $0.utf8.elementsEqual(lowercased) }
    }
}

extension ValueError.Code {
    /// `language.syntax`: the text is not a well-formed language tag.
    public static let languageSyntax = Self(rawValue: "language.syntax")
}
