/// What may stand in XML, and how it is written.
enum XMLText {
    /// Whether a character may stand in a document (XML 1.0 §2.2).
    static func isCharacter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }

    /// Whether a text is a name without a colon (Namespaces in XML §3, XML 1.0 §2.3).
    static func isName(_ text: some StringProtocol) -> Bool {
        guard let first = text.unicodeScalars.first, isNameStart(first) else { return false }
        return text.unicodeScalars.dropFirst().allSatisfy { isNameStart($0) || isNameRest($0) }
    }

    private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0x5F, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF,
            0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD,
            0x10000...0xEFFFF:
            true
        default: false
        }
    }

    private static func isNameRest(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
        default: false
        }
    }

    /// Writes one byte of a text so that a parser gives it back (XML 1.0 §2.4, §2.11, §3.3.3).
    static func append(_ byte: UInt8, isAttribute: Bool, to result: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "&"): result += Array("&amp;".utf8)
        case UInt8(ascii: "<"): result += Array("&lt;".utf8)
        // Behind ]] it has to be.
        case UInt8(ascii: ">"): result += Array("&gt;".utf8)
        // Parsers read it as a newline otherwise.
        case 0x0D: result += Array("&#13;".utf8)
        case UInt8(ascii: "\"") where isAttribute: result += Array("&quot;".utf8)
        // Parsers read them as blanks otherwise.
        case 0x09 where isAttribute: result += Array("&#9;".utf8)
        case 0x0A where isAttribute: result += Array("&#10;".utf8)
        default: result.append(byte)
        }
    }
}
