/// Text that stands in HTML and XML as it is, in elements and in attributes alike.
package enum MarkupText {
    /// The text with references for what markup would take for its own.
    ///
    /// Both languages read the five named and numbered references; neither has control characters, for which U+FFFD
    /// stands. Line ends and tabs are references too, because XML makes spaces of them in attributes.
    package static func escaped(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: \.isMarkup) else { return text }
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'", "\t", "\n", "\r": escaped += "&#\(scalar.value);"
            case _ where scalar.isMarkup: escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

extension Unicode.Scalar {
    /// Whether it means something in markup, or may not stand there (XML 1.0, 2.2 Characters).
    fileprivate var isMarkup: Bool {
        switch value {
        case 0..<0x20, 0x22, 0x26, 0x27, 0x3C, 0x3E, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}
