/// Czech VAT numbers, which for persons are birth numbers, and Slovak ones, which share them.
enum CzechVAT {
    @Sendable static func check(_ number: IdentifierSymbols) -> IdentifierVerdict {
        guard number.isDigits else {
            return .wrongForm
        }
        switch number.count {
        case 8:
            guard number.digit(0) != 9 else {
                return .wrongForm
            }
            return number.expecting((11 - number.weighted([8, 7, 6, 5, 4, 3, 2]) % 11) % 10, at: 7)
        case 9 where number.digit(0) == 6:
            // Persons without a birth number.
            let remainder = number.weighted([8, 7, 6, 5, 4, 3, 2], from: 1) % 11
            return number.expecting([8, 9, 0, 1, 2, 3, 4, 5, 6, 7, 8][remainder], at: 8)
        case 9:
            // Birth numbers until 1953 have no check digit.
            guard number.number(0..<2) < 54, isBorn(number), number.number(6..<9) != 0 else {
                return .wrongForm
            }
            return .notChecked(.noCheckDigit)
        case 10:
            guard isBorn(number) else {
                return .wrongForm
            }
            return birthCheck(number)
        default:
            return .wrongForm
        }
    }

    @Sendable static func slovakia(_ number: IdentifierSymbols) -> IdentifierVerdict {
        guard number.fits("dddddddddd") else {
            return .wrongForm
        }
        if isBorn(number), case .valid = birthCheck(number) {
            return .valid
        }
        switch number.digit(2) {
        case 2, 3, 4, 7, 8, 9: break
        default: return .wrongForm
        }
        guard number.digit(0) != 0 else {
            return .wrongForm
        }
        return number.expecting((11 - number.number(0..<9) * 10 % 11) % 11, at: 9)
    }

    /// The whole number is a multiple of 11; until 1985 a remainder of 10 was written as 0.
    private static func birthCheck(_ number: IdentifierSymbols) -> IdentifierVerdict {
        let remainder = number.number(0..<9) % 11
        guard remainder == 10 else {
            return number.expecting(remainder, at: 9)
        }
        let year = number.number(0..<2)
        return number.expecting((54...85).contains(year) ? 0 : 10, at: 9)
    }

    /// Whether the first six digits are a day; the month has 50 added for women, and 20 more where numbers ran out.
    private static func isBorn(_ number: IdentifierSymbols) -> Bool {
        let month = number.number(2..<4) % 50
        let year = number.number(0..<2)
        let isShort = number.count == 9
        let isLeapless = year == 0 && isShort
        guard IdentifierSymbols.isDay(year: year, month: month > 20 ? month - 20 : month, day: number.number(4..<6))
        else {
            return false
        }
        return !(isLeapless && month % 20 == 2 && number.number(4..<6) == 29)
    }
}
