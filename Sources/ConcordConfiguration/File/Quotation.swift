/// How messages quote what they found.
enum Quotation {
    /// The longest quotation, in bytes.
    private static let maximumLength = 60

    /// A text in quotes, cut after 60 bytes.
    static func quoted(_ text: String) -> String {
        "\"\(cut(text))\""
    }

    /// A text, cut after 60 bytes at the end of a character.
    static func cut(_ text: String) -> String {
        guard text.utf8.count > maximumLength else { return text }
        let limit = text.utf8.index(text.startIndex, offsetBy: maximumLength)
        // One scalar at most is given up; a character may be as long as somebody piles marks on a letter.
        let end = text.unicodeScalars.index(before: text.unicodeScalars.index(after: limit))
        return String(text.unicodeScalars[..<end]) + "…"
    }

    /// Some names as a message lists them: `one of a, b, c`, or how many there are if they are many.
    static func choice(_ names: [String]) -> String {
        switch names.count {
        case 0: "nothing"
        case 1: names[0]
        case 2...16: "one of \(names.joined(separator: ", "))"
        default: "one of \(names.count) known names"
        }
    }

    /// A text with control characters and ends of lines escaped, so that it stands in one line.
    static func onOneLine(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A: result += #"\n"#
            case 0x0D: result += #"\r"#
            case 0x09: result += #"\t"#
            case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029:
                let digits = String(scalar.value, radix: 16)
                result += #"\u"# + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
