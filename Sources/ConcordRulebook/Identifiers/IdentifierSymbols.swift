/// The characters of an identifier in memory that a check borrows: capital letters, digits and what else was written.
///
/// Indices outside the text give a zero byte, so that no rule can read past its end.
struct IdentifierSymbols {
    private let bytes: UnsafeBufferPointer<UInt8>

    /// Whether the text as it was written ended in a hyphen, which in Norwegian payment references is a check digit.
    let endsInHyphen: Bool

    /// The most characters that an identifier can have.
    static let limit = 64

    /// The byte that stands for `Ñ`, the one letter beyond ASCII that an identifier has (Mexico).
    static let enye: UInt8 = 0xD1

    /// The byte that stands for a character that no identifier has.
    private static let foreign: UInt8 = 0xFF

    private init(_ bytes: UnsafeBufferPointer<UInt8>, endsInHyphen: Bool) {
        self.bytes = bytes
        self.endsInHyphen = endsInHyphen
    }

    /// Gives the body a text in capital letters, without spaces, dots, commas, hyphens, slashes and apostrophes.
    ///
    /// Nothing is left of a text of more than ``limit`` characters.
    static func withSymbols<R>(of text: String, _ body: (Self) -> R) -> R {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: limit) { memory in
            var text = text
            var endsInHyphen = false
            let count = text.withUTF8 { utf8 in
                endsInHyphen = utf8.last == UInt8(ascii: "-")
                return fold(utf8, into: memory)
            }
            return body(Self(UnsafeBufferPointer(rebasing: memory[..<count]), endsInHyphen: endsInHyphen))
        }
    }

    private static func fold(_ utf8: UnsafeBufferPointer<UInt8>, into memory: UnsafeMutableBufferPointer<UInt8>) -> Int
    {
        var count = 0
        var index = 0
        while index < utf8.count {
            let byte = utf8[index]
            let next = index + 1 < utf8.count ? utf8[index + 1] : 0
            index += 1
            let symbol: UInt8
            switch byte {
            case 0x20, 0x09, UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "/"), 0x27:
                continue
            case 0xC2 where next == 0xA0:  // A space that does not break, as web pages have it.
                index += 1
                continue
            case 0xE2 where next == 0x80 && index + 1 < utf8.count && isSpaceOrDash(utf8[index + 1]):
                index += 2
                continue
            case 0xC3 where next == 0x91 || next == 0xB1:
                index += 1
                symbol = enye
            case UInt8(ascii: "a")...UInt8(ascii: "z"): symbol = byte & 0xDF
            case 0x21...0x7E: symbol = byte
            default: symbol = foreign
            }
            guard count < limit else {
                return 0
            }
            memory[count] = symbol
            count += 1
        }
        return count
    }

    /// Whether the third byte of a character U+2000 to U+203F makes it a narrow space or a dash.
    private static func isSpaceOrDash(_ byte: UInt8) -> Bool {
        (0x80...0x95).contains(byte) || byte == 0xAF
    }

    var count: Int { bytes.count }

    subscript(_ index: Int) -> UInt8 {
        index >= 0 && index < bytes.count ? bytes[index] : 0
    }

    /// The digit at an index, or what it would be if the character were one.
    func digit(_ index: Int) -> Int {
        Int(self[index] &- UInt8(ascii: "0"))
    }

    /// A digit as itself, A as 10 … Z as 35, as in ISO 7064 and ISO 13616.
    func value(_ index: Int) -> Int {
        let byte = self[index]
        return byte < UInt8(ascii: "A") ? Int(byte) - 0x30 : Int(byte) - 0x37
    }

    /// The digits of a range as a number, which must fit in a word.
    func number(_ range: Range<Int>) -> Int {
        range.reduce(0) { $0 &* 10 &+ digit($1) }
    }

    /// The text without its first characters.
    func dropFirst(_ length: Int) -> Self {
        slice(min(length, count)..<count)
    }

    /// The characters of a range, as much of it as there is.
    func slice(_ range: Range<Int>) -> Self {
        Self(UnsafeBufferPointer(rebasing: bytes[range.clamped(to: 0..<count)]), endsInHyphen: endsInHyphen)
    }

    /// Whether the text begins with these characters.
    func starts(with prefix: String) -> Bool {
        !prefix.isEmpty && bytes.starts(with: prefix.utf8)
    }

    /// Whether the text ends with these characters.
    func ends(with suffix: StaticString) -> Bool {
        count >= suffix.utf8CodeUnitCount && dropFirst(count - suffix.utf8CodeUnitCount).fits(suffix)
    }

    /// Whether every character fits a pattern: `d` a digit, `a` a letter, `x` either, anything else itself.
    func fits(_ pattern: StaticString) -> Bool {
        pattern.withUTF8Buffer { pattern in
            guard pattern.count == count else {
                return false
            }
            for index in 0..<count where !bytes[index].fits(pattern[index]) {
                return false
            }
            return true
        }
    }

    /// Whether all characters of a range are digits and there are that many.
    func isDigits(_ range: Range<Int>) -> Bool {
        range.upperBound <= count && range.allSatisfy { bytes[$0].isDigit }
    }

    /// Whether there are characters and all are digits.
    var isDigits: Bool { count > 0 && isDigits(0..<count) }

    /// Whether all characters are letters or digits.
    var isAlphanumeric: Bool { count > 0 && bytes.allSatisfy { $0.isDigit || $0.isCapital } }

    /// The character at an index as text.
    func text(_ index: Int) -> String {
        slice(index..<index + 1).text
    }

    /// The characters as text.
    var text: String {
        // All is ASCII but for the two bytes that stand for something else.
        if bytes.allSatisfy({ $0 < 0x80 }) {
            return String(decoding: bytes, as: UTF8.self)
        }
        var text = ""
        for byte in bytes {
            text.unicodeScalars.append(byte == Self.foreign ? "\u{FFFD}" : Unicode.Scalar(byte))
        }
        return text
    }
}

extension UInt8 {
    /// Whether the byte is 0 to 9.
    var isDigit: Bool { self &- 0x30 < 10 }

    /// Whether the byte is A to Z.
    var isCapital: Bool { self &- 0x41 < 26 }

    /// Whether the byte fits one character of a pattern.
    func fits(_ pattern: UInt8) -> Bool {
        switch pattern {
        case UInt8(ascii: "d"): isDigit
        case UInt8(ascii: "a"): isCapital
        case UInt8(ascii: "x"): isDigit || isCapital
        default: self == pattern
        }
    }
}
