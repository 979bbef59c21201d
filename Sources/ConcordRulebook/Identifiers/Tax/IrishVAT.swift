/// Irish VAT numbers: seven digits and a letter, since 2013 with a second letter, and the form from before 1991.
enum IrishVAT {
    private static let alphabet: StaticString = "WABCDEFGHIJKLMNOPQRSTUV"

    @Sendable static func check(_ number: IdentifierSymbols) -> IdentifierVerdict {
        guard number.count == 8 || number.count == 9, number[0].isDigit, number.isDigits(2..<7), number[7].isCapital,
            let second = number.count == 8 ? 0 : IdentifierSymbols.index(of: number[8], in: "WABCDEFGHI")
        else {
            return .wrongForm
        }
        if number[1].isDigit {
            let sum = number.weighted([8, 7, 6, 5, 4, 3, 2]) + 9 * second
            return number.expecting(sum % 23, of: alphabet, at: 7)
        }
        guard number.count == 8, number[1].isCapital || number[1] == UInt8(ascii: "+") || number[1] == UInt8(ascii: "*")
        else {
            return .wrongForm
        }
        // The same with a 0 in front, the first digit put last, and the letter left out.
        let sum = number.weighted([7, 6, 5, 4, 3], from: 2) + 2 * number.digit(0)
        return number.expecting(sum % 23, of: alphabet, at: 7)
    }
}
