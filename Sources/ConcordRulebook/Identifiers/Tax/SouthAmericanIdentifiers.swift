import ConcordModel
import ConcordValues

extension IdentifierScheme {
    /// The numbers of Brazilian organisations; since July 2026 their first twelve characters may be letters.
    public static let brazilianCNPJ = IdentifierScheme(
        "cnpj.BR",
        "Brazilian organisation number (CNPJ)",
        country: .brazil,
        kind: .tax,
        prefixes: ["BR"],
        form: "12 letters or digits and 2 digits",
        example: "12.ABC.345/01DE-35",
        rule: BrazilianNumber.organisation
    )

    /// The numbers of persons in Brazil.
    public static let brazilianCPF = IdentifierScheme(
        "cpf.BR",
        "Brazilian person's number (CPF)",
        country: .brazil,
        kind: .tax,
        prefixes: ["BR"],
        form: "11 digits, not all the same",
        example: "390.533.447-05",
        rule: BrazilianNumber.person
    )

    /// The tax numbers of Argentina.
    public static let argentineCUIT = IdentifierScheme(
        "cuit.AR",
        "Argentine tax number (CUIT)",
        country: .init(letters: "AR"),
        kind: .vat,
        prefixes: ["AR"],
        form: "11 digits that begin with 20, 23, 24, 27, 30, 33, 34, 50, 51 or 55",
        example: "20-26756539-3"
    ) { number in
        guard number.fits("ddddddddddd") else {
            return .wrongForm
        }
        switch number.number(0..<2) {
        case 20, 23, 24, 27, 30, 33, 34, 50, 51, 55: break
        default: return .wrongForm
        }
        let check = (11 - number.weighted([5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11
        return number.expecting(check == 10 ? 9 : check, at: 10)
    }

    /// The tax numbers of Chile.
    public static let chileanRUT = IdentifierScheme(
        "rut.CL",
        "Chilean tax number (RUT)",
        country: .init(letters: "CL"),
        kind: .vat,
        prefixes: ["CL"],
        form: "7 or 8 digits and a digit or K",
        example: "12.531.909-2"
    ) { number in
        let last = number.count - 1
        guard last == 7 || last == 8, number.isDigits(0..<last),
            number[last].isDigit || number[last] == UInt8(ascii: "K")
        else {
            return .wrongForm
        }
        var sum = 0
        for index in 0..<last {
            sum += (2 + (last - 1 - index) % 6) * number.digit(index)
        }
        return number.expecting((11 - sum % 11) % 11, of: "0123456789K", at: last)
    }
}

/// Brazilian numbers, which end in two check digits by 11.
enum BrazilianNumber {
    @Sendable static func organisation(_ number: IdentifierSymbols) -> IdentifierVerdict {
        guard number.fits("xxxxxxxxxxxxdd"), !(0..<12).allSatisfy({ number[$0] == UInt8(ascii: "0") }) else {
            return .wrongForm
        }
        // A letter counts as its place in ASCII less that of 0, so that digits are themselves and A is 17.
        let first = digit(sum(number, places: 0))
        let second = digit(sum(number, places: 1) + 2 * first)
        return number.expecting(pair: first * 10 + second, at: 12)
    }

    @Sendable static func person(_ number: IdentifierSymbols) -> IdentifierVerdict {
        guard number.fits("ddddddddddd"), (1..<11).contains(where: { number[$0] != number[0] }) else {
            return .wrongForm
        }
        let first = digit(number.weighted([10, 9, 8, 7, 6, 5, 4, 3, 2]))
        let second = digit(number.weighted([11, 10, 9, 8, 7, 6, 5, 4, 3]) + 2 * first)
        return number.expecting(pair: first * 10 + second, at: 9)
    }

    /// The twelve characters times 2 to 9 from the right and anew, with this many places still to come behind them.
    private static func sum(_ number: IdentifierSymbols, places: Int) -> Int {
        var sum = 0
        for index in 0..<12 {
            sum += (2 + (11 - index + places) % 8) * (Int(number[index]) - 0x30)
        }
        return sum
    }

    private static func digit(_ sum: Int) -> Int {
        sum % 11 < 2 ? 0 : 11 - sum % 11
    }
}
