/// Makes free texts and unknown JSON: whatever may stand where no format says otherwise.
extension SeededGenerator {
    /// A free text: short or long, with quotes, control characters and letters of many scripts.
    mutating func freeText(controls: Bool = true) -> String {
        switch number(in: 0...9) {
        case 0: return controls ? "" : "-"
        // Lengths around those at which the machine goes over to another way of reading.
        case 1...4:
            let count = one(of: [1, 3, 7, 8, 9, 14, 15, 16, 17, 31, 64])
            return characters("abcdefgh XYZ-0123456789", count: count)
        default: break
        }
        var text = ""
        for _ in 0..<number(in: 1...6) {
            switch number(in: 0...(controls ? 9 : 7)) {
            case 0: text += one(of: ["\"", "\\", "/", "\\u0041", "{", "}", "[", ",", ":", "\"},{\"", "null"])
            case 1: text += one(of: ["ä", "ß", "Ł", "e\u{301}", "ﬁ", "Ω"])
            case 2: text += one(of: ["東京", "株式会社", "项目", "서울", "中"])
            case 3: text += one(of: ["👍", "👩‍👩‍👧", "🇩🇪", "𝔘", "\u{10FFFF}"])
            case 4: text += one(of: ["مرحبا", "שלום", "\u{202E}", "\u{2028}", "\u{FEFF}", "\u{FFFD}", "\u{FFFF}"])
            case 8: text += String(Unicode.Scalar(UInt8(number(in: 0...0x1F))))
            case 9: text += one(of: ["\n", "\r\n", "\t", "\u{8}", "\u{C}", "\u{7F}", "\u{0}"])
            default: text += characters("abcdefghijklmnopqrstuvwxyz ", count: number(in: 1...12))
            }
        }
        return text
    }

    /// The text of an id: not empty, at most 255 bytes, without control characters.
    mutating func identity() -> String {
        switch number(in: 0...9) {
        case 0: return characters("0123456789abcdef", count: 255)
        case 1:
            let text = freeText(controls: false)
            return text.utf8.count > 255 ? "a" : text
        case 2: return characters("0123456789abcdef", count: one(of: [1, 7, 8, 15, 16, 32]))
        default: return "\(characters("abcdefghijklmnopqrstuvwxyz", count: 2))-\(number(in: 1...9_999_999))"
        }
    }

    /// Some way to write a text: with the escapes that it needs, and with some that it does not.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - percent: How many characters in a hundred are escaped without need.
    /// - Returns: The text as written.
    mutating func written(_ text: String, escaping percent: Int) -> DocumentTree.Text {
        let meant = Array(text.utf8)
        guard percent > 0 else { return DocumentTree.Text(text) }
        var written: [UInt8] = []
        for scalar in text.unicodeScalars {
            let isNeeded = scalar == "\"" || scalar == "\\" || scalar.value < 0x20
            guard isNeeded || happens(percent: percent) else {
                written += UTF8.encode(scalar).map(Array.init) ?? []
                continue
            }
            let short: Unicode.Scalar? =
                switch scalar {
                case "\"", "\\", "/": scalar
                case "\u{8}": "b"
                case "\u{C}": "f"
                case "\n": "n"
                case "\r": "r"
                case "\t": "t"
                default: nil
                }
            if let short, happens(percent: 50) {
                written += [UInt8(ascii: "\\"), UInt8(ascii: short)]
                continue
            }
            for unit in UTF16.encode(scalar).map(Array.init) ?? [] { written += escape(unit) }
        }
        return DocumentTree.Text(written: written, meant: meant)
    }

    private mutating func escape(_ unit: UInt16) -> [UInt8] {
        let isCapital = happens(percent: 50)
        return Array("\\u".utf8) + DocumentTree.Text.hexadecimal(UInt8(unit >> 8), capital: isCapital)
            + DocumentTree.Text.hexadecimal(UInt8(unit & 0xFF), capital: isCapital)
    }

    /// A text that nobody reads, which may have half of a surrogate pair.
    mutating func unreadText() -> DocumentTree.Text {
        guard happens(percent: 5) else { return written(freeText(), escaping: happens(percent: 20) ? 30 : 0) }
        let unit = UInt16(number(in: 0xD800...0xDFFF))
        var meant = Array("half ".utf8)
        DocumentTreeParser.append(UInt32(unit), to: &meant)
        return DocumentTree.Text(written: Array("half ".utf8) + escape(unit), meant: meant)
    }

    /// A number as JSON allows it, and as few programs keep it.
    mutating func unreadNumber() -> String {
        one(of: [
            "0", "-0", "1", "-17", "1.10", "1.1", "0.000", "-0.0", "1e5", "1E+400", "-1.5e-400", "1e0", "0e0",
            "9007199254740993", "123456789012345678901234567890.123456789012345678901234567890",
        ])
    }

    /// Any JSON value.
    mutating func anyJSON(depth: Int = 3) -> DocumentTree {
        switch number(in: 0...(depth > 0 ? 9 : 6)) {
        case 0: return .null
        case 1: return .boolean(happens(percent: 50))
        case 2, 3: return .number(unreadNumber())
        case 4...6: return .string(unreadText())
        case 7, 8:
            var members: [DocumentTree.Member] = []
            for _ in 0..<number(in: 0...3) {
                let name = unreadText()
                guard !members.contains(where: { $0.name == name }) else { continue }
                members.append(DocumentTree.Member(name, anyJSON(depth: depth - 1)))
            }
            return .object(members)
        default: return .array((0..<number(in: 0...3)).map { _ in anyJSON(depth: depth - 1) })
        }
    }
}
