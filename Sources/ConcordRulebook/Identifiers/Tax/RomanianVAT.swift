/// Romanian VAT numbers: the number of a company, or the personal number of a person.
enum RomanianVAT {
    @Sendable static func check(_ number: IdentifierSymbols) -> IdentifierVerdict {
        guard number.isDigits, number.digit(0) != 0 else {
            return .wrongForm
        }
        switch number.count {
        case 2...10:
            // The weights end at the digit before the check digit, so that short numbers use the last of them.
            let weights = [7, 5, 3, 2, 1, 7, 5, 3, 2]
            var sum = 0
            for index in 0..<number.count - 1 {
                sum += weights[index + 10 - number.count] * number.digit(index)
            }
            return number.expecting(sum * 10 % 11 % 10, at: number.count - 1)
        case 13:
            let (year, month, day) = (number.number(1..<3), number.number(3..<5), number.number(5..<7))
            guard IdentifierSymbols.isDay(year: year, month: month, day: day) else {
                return .wrongForm
            }
            let check = number.weighted([2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11
            return number.expecting(check == 10 ? 1 : check, at: 12)
        default:
            return .wrongForm
        }
    }
}
