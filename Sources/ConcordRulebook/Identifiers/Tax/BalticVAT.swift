/// The VAT numbers of Estonia, Latvia and Lithuania.
enum BalticVAT {
    @Sendable static func estonia(_ number: IdentifierSymbols) -> IdentifierVerdict {
        guard number.fits("ddddddddd") else {
            return .wrongForm
        }
        return number.expecting((10 - number.weighted([3, 7, 1, 3, 7, 1, 3, 7]) % 10) % 10, at: 8)
    }

    /// Organisations have a first digit above 3; persons have their personal code, since 2017 without a birthday.
    @Sendable static func latvia(_ number: IdentifierSymbols) -> IdentifierVerdict {
        guard number.fits("ddddddddddd") else {
            return .wrongForm
        }
        if number.digit(0) > 3 {
            let check = (14 - number.weighted([9, 1, 4, 8, 3, 10, 2, 5, 7, 6]) % 11) % 11
            return number.expecting(check, at: 10)
        }
        if number.number(0..<2) != 32 {
            let day = number.number(0..<2)
            let month = number.number(2..<4)
            let year = number.number(4..<6)
            // The seventh digit is the century, 0 for 1800.
            guard number.digit(6) < 3, IdentifierSymbols.isDay(year: year, month: month, day: day),
                !(year == 0 && number.digit(6) < 2 && month == 2 && day == 29)
            else {
                return .wrongForm
            }
        }
        return number.expecting((1 + number.weighted([10, 5, 8, 4, 2, 1, 6, 3, 7, 9])) % 11 % 10, at: 10)
    }

    @Sendable static func lithuania(_ number: IdentifierSymbols) -> IdentifierVerdict {
        guard number.isDigits, number.count == 9 || number.count == 12, number.digit(number.count - 2) == 1 else {
            return .wrongForm
        }
        let last = number.count - 1
        var check = sum(number, to: last, from: 0) % 11
        if check == 10 {
            check = sum(number, to: last, from: 2) % 11 % 10
        }
        return number.expecting(check, at: last)
    }

    /// The digits times weights that count from 1 to 9 and begin anew, from an offset.
    private static func sum(_ number: IdentifierSymbols, to end: Int, from offset: Int) -> Int {
        var sum = 0
        for index in 0..<end {
            sum += (1 + (index + offset) % 9) * number.digit(index)
        }
        return sum
    }
}
