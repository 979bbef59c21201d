/// Dutch VAT numbers: of organisations by their number's own digit, of sole traders since 2020 by the whole of it.
enum DutchVAT {
    @Sendable static func check(_ number: IdentifierSymbols) -> IdentifierVerdict {
        guard number.fits("dddddddddBdd"), number.number(10..<12) != 0 else {
            return .wrongForm
        }
        let digit = number.weighted([9, 8, 7, 6, 5, 4, 3, 2]) % 11
        if digit == number.digit(8) {
            return .valid
        }
        // NL as 23 and 21, B as 11; the last two digits make the whole leave 1.
        let head = number.remainder97(0..<10, after: 2_321 % 97)
        if (head * 100 + number.number(10..<12)) % 97 == 1 {
            return .valid
        }
        return .wrongCheckDigit(expected: digit < 10 ? "\(digit)" : nil, found: number.text(8))
    }
}
