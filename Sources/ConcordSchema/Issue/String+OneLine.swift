extension String {
    /// The text with control characters and ends of lines as JSON's escapes, so that it stands in one line.
    ///
    /// What a message quotes comes from documents; nothing in it may begin a line of a log or move a terminal's cursor.
    package var onOneLine: String {
        guard unicodeScalars.contains(where: \.endsLineOrControls) else { return self }
        var text = ""
        for scalar in unicodeScalars {
            guard scalar.endsLineOrControls else {
                text.unicodeScalars.append(scalar)
                continue
            }
            switch scalar {
            case "\n": text += #"\n"#
            case "\r": text += #"\r"#
            case "\t": text += #"\t"#
            default:
                let digits = String(scalar.value, radix: 16)
                text += #"\u"# + String(repeating: "0", count: max(4 - digits.count, 0)) + digits
            }
        }
        return text
    }
}

extension Unicode.Scalar {
    /// Whether it is a control character (C0, DEL, C1) or separates lines or paragraphs.
    fileprivate var endsLineOrControls: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
        default: false
        }
    }
}
