extension IdentifierScheme {
    /// International bank account numbers, ISO 13616.
    ///
    /// The countries, lengths and structures are those of release 101 of the register of IBANs. Account numbers have
    /// check digits of their own in many countries, which are not looked at.
    public static let iban = IdentifierScheme(
        "iban",
        "IBAN",
        form: "the letters of a country, 2 check digits and the country's account number",
        example: "DE89 3704 0044 0532 0130 00",
        rule: IBANRegister.check
    )
}

/// The structure of account numbers, by country.
enum IBANRegister {
    @Sendable static func check(_ number: IdentifierSymbols) -> IdentifierVerdict {
        guard number.slice(0..<4).fits("aadd"), number.isAlphanumeric else {
            return .wrongForm
        }
        guard let structure = structure(number) else {
            return .unknownCountry(number.slice(0..<2).text)
        }
        guard fits(number, structure) else {
            return .wrongFormExpecting(describe(number.slice(0..<2).text, structure))
        }
        let rest = number.remainder97(4..<number.count)
        let expected = 98 - number.slice(0..<2).remainder97(0..<2, after: rest) * 100 % 97
        return number.expecting(pair: expected, at: 2)
    }

    /// The structure that the first two letters name, or nil.
    private static func structure(_ number: IdentifierSymbols) -> StaticString? {
        let key = UInt16(number[0]) << 8 | UInt16(number[1])
        var low = 0
        var high = rows.count
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].key < key {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < rows.count && rows[low].key == key ? rows[low].structure : nil
    }

    /// Whether what follows the check digits is the parts of a structure.
    private static func fits(_ number: IdentifierSymbols, _ structure: StaticString) -> Bool {
        var index = 4
        var fits = true
        forEachPart(of: structure) { kind, length in
            for _ in 0..<length {
                fits = fits && number[index].fits(kind)
                index += 1
            }
        }
        return fits && index == number.count
    }

    private static func describe(_ country: String, _ structure: StaticString) -> String {
        var total = 4
        var parts = "\(country), 2 check digits"
        forEachPart(of: structure) { kind, length in
            total += length
            let name =
                switch kind {
                case UInt8(ascii: "d"): "digits"
                case UInt8(ascii: "a"): "letters"
                default: "letters or digits"
                }
            parts += ", \(length) \(name)"
        }
        return "\(total) characters: \(parts)"
    }

    /// Gives the body each part: `d` digits, `a` letters, `x` either, and how many.
    private static func forEachPart(of structure: StaticString, _ body: (UInt8, Int) -> Void) {
        structure.withUTF8Buffer { bytes in
            var kind: UInt8 = 0
            var length = 0
            for byte in bytes {
                if byte.isDigit {
                    length = length * 10 + Int(byte - 0x30)
                } else {
                    if length > 0 { body(kind, length) }
                    kind = byte
                    length = 0
                }
            }
            body(kind, length)
        }
    }

    private struct Row {
        let key: UInt16
        let structure: StaticString

        init(_ country: StaticString, _ structure: StaticString) {
            key = country.withUTF8Buffer { UInt16($0[0]) << 8 | UInt16($0[1]) }
            self.structure = structure
        }
    }

    /// In the order of the countries' letters.
    private static let rows: [Row] = [
        Row("AD", "d8x12"), Row("AE", "d19"), Row("AL", "d8x16"), Row("AT", "d16"), Row("AZ", "a4x20"),
        Row("BA", "d16"), Row("BE", "d12"), Row("BG", "a4d6x8"), Row("BH", "a4x14"), Row("BI", "d23"),
        Row("BR", "d23a1x1"), Row("BY", "x4d4x16"), Row("CH", "d5x12"), Row("CR", "d18"), Row("CY", "d8x16"),
        Row("CZ", "d20"), Row("DE", "d18"), Row("DJ", "d23"), Row("DK", "d14"), Row("DO", "x4d20"), Row("EE", "d16"),
        Row("EG", "d25"), Row("ES", "d20"), Row("FI", "d14"), Row("FK", "a2d12"), Row("FO", "d14"),
        Row("FR", "d10x11d2"), Row("GB", "a4d14"), Row("GE", "a2d16"), Row("GI", "a4x15"), Row("GL", "d14"),
        Row("GR", "d7x16"), Row("GT", "x24"), Row("HN", "a4d20"), Row("HR", "d17"), Row("HU", "d24"),
        Row("IE", "a4d14"), Row("IL", "d19"), Row("IQ", "a4d15"), Row("IS", "d22"), Row("IT", "a1d10x12"),
        Row("JO", "a4d4x18"), Row("KW", "a4x22"), Row("KZ", "d3x13"), Row("LB", "d4x20"), Row("LC", "a4x24"),
        Row("LI", "d5x12"), Row("LT", "d16"), Row("LU", "d3x13"), Row("LV", "a4x13"), Row("LY", "d21"),
        Row("MC", "d10x11d2"), Row("MD", "x20"), Row("ME", "d18"), Row("MK", "d3x10d2"), Row("MN", "d16"),
        Row("MR", "d23"), Row("MT", "a4d5x18"), Row("MU", "a4d19a3"), Row("NI", "a4d20"), Row("NL", "a4d10"),
        Row("NO", "d11"), Row("OM", "d3x16"), Row("PK", "a4x16"), Row("PL", "d24"), Row("PS", "a4x21"),
        Row("PT", "d21"), Row("QA", "a4x21"), Row("RO", "a4x16"), Row("RS", "d18"), Row("RU", "d14x15"),
        Row("SA", "d2x18"), Row("SC", "a4d20a3"), Row("SD", "d14"), Row("SE", "d20"), Row("SI", "d15"),
        Row("SK", "d20"), Row("SM", "a1d10x12"), Row("SO", "d19"), Row("ST", "d21"), Row("SV", "a4d20"),
        Row("TL", "d19"), Row("TN", "d20"), Row("TR", "d6x16"), Row("UA", "d6x19"), Row("VA", "d18"),
        Row("VG", "a4d16"), Row("XK", "d16"), Row("YE", "a4d4x18"),
    ]

    /// The letters of all countries of the register.
    static var countries: [String] {
        rows.map { row in
            String(decoding: [UInt8(row.key >> 8), UInt8(row.key & 0xFF)], as: UTF8.self)
        }
    }
}
