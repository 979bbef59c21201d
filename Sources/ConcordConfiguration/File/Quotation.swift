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
}
