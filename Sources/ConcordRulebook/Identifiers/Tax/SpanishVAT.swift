/// Spanish VAT numbers: the NIF of citizens, foreigners and organisations.
enum SpanishVAT {
    private static let letters: StaticString = "TRWAGMYFPDXBNJZSQVHLCKE"

    @Sendable static func check(_ number: IdentifierSymbols) -> IdentifierVerdict {
        if number.fits("dddddddda") {
            return number.expecting(number.number(0..<8) % 23, of: letters, at: 8)
        }
        guard number.count == 9, number.isDigits(1..<8), number[8].isDigit || number[8].isCapital else {
            return .wrongForm
        }
        switch number[0] {
        case UInt8(ascii: "X"), UInt8(ascii: "Y"), UInt8(ascii: "Z"):
            guard number[8].isCapital else {
                return .wrongForm
            }
            let lead = Int(number[0] - UInt8(ascii: "X"))
            return number.expecting((lead * 10_000_000 + number.number(1..<8)) % 23, of: letters, at: 8)
        case UInt8(ascii: "K"), UInt8(ascii: "L"), UInt8(ascii: "M"):
            // Persons without an identity card: the young, those abroad, foreigners for a time.
            guard number[8].isCapital else {
                return .wrongForm
            }
            return number.expecting(number.number(1..<8) % 23, of: letters, at: 8)
        default:
            return organisation(number)
        }
    }

    /// Organisations end in a digit or the letter for it; which of them, by the kind of organisation, is not certain
    /// for all kinds, so that both fit.
    private static func organisation(_ number: IdentifierSymbols) -> IdentifierVerdict {
        guard IdentifierSymbols.index(of: number[0], in: "ABCDEFGHJNPQRSUVW") != nil else {
            return .wrongForm
        }
        let digit = number.luhn(1..<8)
        let letter = IdentifierSymbols.symbol(digit, of: "JABCDEFGHI")
        if number[8] == letter || number[8].isDigit && number.digit(8) == digit {
            return .valid
        }
        return .wrongCheckDigit(
            expected: number[8].isDigit ? "\(digit)" : String(Unicode.Scalar(letter)),
            found: number.text(8)
        )
    }
}
