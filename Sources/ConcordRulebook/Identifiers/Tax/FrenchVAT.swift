/// French VAT numbers: a key of two characters and the SIREN; those of Monaco have FR and 000 too.
enum FrenchVAT {
    /// The letters of keys, which have no I and no O.
    private static let alphabet: StaticString = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"

    @Sendable static func check(_ number: IdentifierSymbols) -> IdentifierVerdict {
        guard number.count == 11, number.isDigits(2..<11),
            let first = IdentifierSymbols.index(of: number[0], in: alphabet),
            let second = IdentifierSymbols.index(of: number[1], in: alphabet)
        else {
            return .wrongForm
        }
        let siren = number.number(2..<11)
        if number.number(2..<5) != 0 {
            let verdict = number.expecting(number.luhn(2..<10), at: 10)
            guard case .valid = verdict else {
                return verdict
            }
        }
        if first < 10, second < 10 {
            return number.expecting(pair: (siren * 3 + 12) % 97, at: 0)
        }
        // Numbers of the new style, whose key has a letter: its two parts are a multiple of 11 and a remainder.
        let key = first < 10 ? first * 24 + second - 10 : first * 34 + second - 100
        if key % 11 == (siren + 1 + key / 11) % 11 {
            return .valid
        }
        return .wrongCheckDigit(expected: nil, found: number.slice(0..<2).text)
    }
}
