internal import ConcordSchema

/// Takes a predicate's text apart into words, signs and literals (CEL, language definition, *Syntax*).
struct PredicateScanner {
    private let bytes: [UInt8]
    private var place = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// The next token.
    mutating func next() throws(PredicateProblem) -> PredicateToken {
        while let byte = byte(0), byte == 0x20 || (0x09...0x0D).contains(byte), byte != 0x0B { place += 1 }
        let start = place
        guard let byte = byte(0) else { return PredicateToken(content: .end, start: start, end: start) }
        let content: PredicateToken.Content
        switch byte {
        case UInt8(ascii: "'"), UInt8(ascii: "\""): content = .text(try takeText(byte))
        case _ where PredicateText.isDigit(byte): content = .number(try takeNumber())
        case _ where PredicateText.beginsWord(byte): content = .word(try takeWord())
        default: content = .sign(try takeSign())
        }
        return PredicateToken(content: content, start: start, end: place)
    }

    /// The line and column of a byte.
    func position(_ offset: Int) -> SourcePosition {
        let before = bytes[..<min(offset, bytes.count)]
        let line = before.reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return SourcePosition(offset: offset, line: line, column: offset - start + 1)
    }

    private func byte(_ distance: Int) -> UInt8? {
        place + distance < bytes.count ? bytes[place + distance] : nil
    }

    private mutating func takeWord() throws(PredicateProblem) -> String {
        let start = place
        while let byte = byte(0), PredicateText.continuesWord(byte) { place += 1 }
        let word = String(decoding: bytes[start..<place], as: UTF8.self)
        if byte(0) == UInt8(ascii: "'") || byte(0) == UInt8(ascii: "\""),
            ["r", "b", "rb", "br"].contains(word.lowercased())
        {
            throw unsupported(
                at: start,
                word.lowercased() == "r" ? "a raw text" : "a text of bytes",
                advice: "write a text in quotes, and a backslash in it as \\\\"
            )
        }
        return word
    }

    private mutating func takeNumber() throws(PredicateProblem) -> String {
        let start = place
        while let byte = byte(0), PredicateText.isDigit(byte) { place += 1 }
        if byte(0) == UInt8(ascii: ".") {
            place += 1
            guard let digit = byte(0), PredicateText.isDigit(digit) else {
                throw syntax(at: place, "a digit behind the point", found: rest())
            }
            while let byte = byte(0), PredicateText.isDigit(byte) { place += 1 }
        }
        let digits = String(decoding: bytes[start..<place], as: UTF8.self)
        guard let byte = byte(0), PredicateText.beginsWord(byte) else { return digits }
        switch byte {
        case UInt8(ascii: "x"), UInt8(ascii: "X"):
            throw unsupported(at: start, "a hexadecimal number", advice: "write it with decimal digits")
        case UInt8(ascii: "u"), UInt8(ascii: "U"):
            throw unsupported(at: start, "an unsigned number", advice: "write \(Quotation.cut(digits))")
        case UInt8(ascii: "e"), UInt8(ascii: "E"):
            throw unsupported(at: start, "a number with an exponent", advice: "write all its digits")
        default:
            throw syntax(at: place, "a space or an operator after the number", found: rest())
        }
    }

    private mutating func takeSign() throws(PredicateProblem) -> String {
        for sign in ["===", "!==", "==", "!=", "<=", ">=", "<>", "=>", "&&", "||", "//"]
        where bytes[place...].starts(with: sign.utf8) {
            place += sign.utf8.count
            return sign
        }
        guard let byte = byte(0) else { return "" }
        if byte >= 0x80 || byte < 0x20 || byte == 0x7F {
            throw syntax(
                at: place,
                "a name, a value or an operator",
                found: rest(),
                advice: byte < 0x80 ? nil : "quotes, signs and names are ASCII; other letters stand in texts"
            )
        }
        place += 1
        return String(Unicode.Scalar(byte))
    }

    /// The character that stands here, for a message.
    private func rest() -> String {
        guard let first = String(decoding: bytes[place...].prefix(8), as: UTF8.self).unicodeScalars.first else {
            return "the end of the predicate"
        }
        return Quotation.quoted(String(first))
    }
}

// MARK: - Texts

extension PredicateScanner {
    private mutating func takeText(_ quote: UInt8) throws(PredicateProblem) -> String {
        let start = place
        if byte(1) == quote, byte(2) == quote {
            throw unsupported(
                at: start,
                "a text in three quotes",
                advice: "write one quote, and the end of a line as \\n"
            )
        }
        place += 1
        var text: [UInt8] = []
        while let byte = byte(0), byte != quote {
            switch byte {
            case UInt8(ascii: "\\"):
                text.append(contentsOf: Array(String(try takeEscape()).utf8))
            case 0x0A, 0x0D:
                throw syntax(
                    at: place,
                    "the closing quote of the text",
                    found: "the end of the line",
                    advice: "write \\n"
                )
            default:
                text.append(byte)
                place += 1
            }
        }
        guard byte(0) == quote else {
            throw syntax(
                at: start,
                "the closing quote of the text",
                found: "the end of the predicate"
            )
        }
        place += 1
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func takeEscape() throws(PredicateProblem) -> Unicode.Scalar {
        let start = place
        guard let letter = byte(1) else {
            throw syntax(at: start, "an escape sequence", found: "the end of the predicate")
        }
        place += 2
        switch letter {
        case UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
            return Unicode.Scalar(letter)
        case UInt8(ascii: "a"): return "\u{07}"
        case UInt8(ascii: "b"): return "\u{08}"
        case UInt8(ascii: "f"): return "\u{0C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "v"): return "\u{0B}"
        case UInt8(ascii: "x"), UInt8(ascii: "X"): return try takeScalar(digits: 2, radix: 16, from: start)
        case UInt8(ascii: "u"): return try takeScalar(digits: 4, radix: 16, from: start)
        case UInt8(ascii: "U"): return try takeScalar(digits: 8, radix: 16, from: start)
        case UInt8(ascii: "0")...UInt8(ascii: "3"):
            place -= 1
            return try takeScalar(digits: 3, radix: 8, from: start)
        default:
            throw syntax(
                at: start,
                #"one of the escapes \\ \? \" \' \` \a \b \f \n \r \t \v \x \u \U or three octal digits"#,
                found: "a backslash before something else",
                advice: #"write a backslash as \\"#
            )
        }
    }

    private mutating func takeScalar(
        digits count: Int,
        radix: UInt32,
        from start: Int
    ) throws(PredicateProblem) -> Unicode.Scalar {
        var value: UInt32 = 0
        for _ in 0..<count {
            guard let byte = byte(0), let digit = Self.digit(byte), digit < radix else {
                throw syntax(
                    at: place,
                    "\(count) \(radix == 8 ? "octal" : "hexadecimal") digits in the escape",
                    found: rest()
                )
            }
            value = value << (radix == 8 ? 3 : 4) | digit
            place += 1
        }
        guard let scalar = Unicode.Scalar(value) else {
            throw syntax(
                at: start,
                "the number of a Unicode scalar",
                found: Quotation.quoted(String(decoding: bytes[start..<place], as: UTF8.self)),
                advice: "a surrogate is half of a character; write the whole one with \\U"
            )
        }
        return scalar
    }

    private static func digit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
        default: nil
        }
    }
}

// MARK: - Problems

extension PredicateScanner {
    func syntax(at offset: Int, _ expected: String, found: String, advice: String? = nil) -> PredicateProblem {
        PredicateProblem(.predicateSyntax, at: position(offset), expected: expected, found: found, advice: advice)
    }

    func unsupported(at offset: Int, _ found: String, advice: String) -> PredicateProblem {
        PredicateProblem(
            .predicateUnsupported,
            at: position(offset),
            expected: "names, values, comparisons, in, has, &&, || and !",
            found: found,
            advice: advice
        )
    }
}
