/// Bulgarian VAT numbers: of organisations, of persons by date of birth, of foreigners, and of others.
enum BulgarianVAT {
    @Sendable static func check(_ number: IdentifierSymbols) -> IdentifierVerdict {
        if number.fits("ddddddddd") {
            var check = number.weighted([1, 2, 3, 4, 5, 6, 7, 8]) % 11
            if check == 10 {
                check = number.weighted([3, 4, 5, 6, 7, 8, 9, 10]) % 11 % 10
            }
            return number.expecting(check, at: 8)
        }
        guard number.fits("dddddddddd") else {
            return .wrongForm
        }
        // Nothing in ten digits says which of the three kinds they are, so that any may fit.
        let found = number.digit(9)
        let person = number.weighted([2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10
        let foreigner = number.weighted([21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10
        let other = (11 - number.weighted([4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11
        if found == other || found == foreigner || found == person && isBorn(number) {
            return .valid
        }
        return .wrongCheckDigit(
            expected: other < 10 && other != foreigner ? "\(other) or \(foreigner)" : "\(foreigner)",
            found: number.text(9)
        )
    }

    /// Whether the first six digits are a day; the month has 20 added in the nineteenth century, 40 since 2000.
    private static func isBorn(_ number: IdentifierSymbols) -> Bool {
        let month = number.number(2..<4)
        let year = number.number(0..<2)
        let offset = month > 40 ? 40 : month > 20 ? 20 : 0
        // 1900 had no 29 February, 1800 neither.
        if year == 0, offset < 40, month - offset == 2, number.number(4..<6) == 29 {
            return false
        }
        return IdentifierSymbols.isDay(year: year, month: month - offset, day: number.number(4..<6))
    }
}
