import ConcordModel
import ConcordValues

extension IdentifierScheme {
    /// The numbers for goods and services tax in India.
    ///
    /// Of taxpayers, collectors and agents, whose numbers contain a PAN; the numbers of embassies and of bodies of the
    /// United Nations have another form.
    public static let indianGSTIN = IdentifierScheme(
        "gstin.IN",
        "Indian GST number (GSTIN)",
        country: .india,
        kind: .vat,
        form: "2 digits of a state, the 10 characters of a PAN, a letter or digit, mostly Z, and one to check",
        example: "27AAPFU0939F1ZV",
        rule: IndianNumber.gstin
    )

    /// The numbers of taxpayers in India.
    public static let indianPAN = IdentifierScheme(
        "pan.IN",
        "Indian taxpayer number (PAN)",
        country: .india,
        kind: .tax,
        form: "5 letters, the fourth the kind of holder, 4 digits and a letter",
        example: "AAPFU0939F"
    ) { IndianNumber.isPAN($0) ? .notChecked(.unpublished) : .wrongForm }
}

/// Indian tax numbers.
enum IndianNumber {
    private static let alphabet: StaticString = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"

    @Sendable static func gstin(_ number: IdentifierSymbols) -> IdentifierVerdict {
        guard number.fits("ddaaaaaddddaxxx"), isPAN(number.slice(2..<12)), number[12] != UInt8(ascii: "0") else {
            return .wrongForm
        }
        switch number.number(0..<2) {
        case 1...38, 97, 99: break
        default:
            return .wrongFormExpecting("a number that begins with a state's code, 01 to 38, or 97 or 99")
        }
        // Luhn's way by 36: from the right, products with 2 and 1 in turn, counting both their digits.
        var sum = 0
        for index in 0..<14 {
            let product = number.value(index) * (index % 2 == 0 ? 1 : 2)
            sum += product / 36 + product % 36
        }
        return number.expecting((36 - sum % 36) % 36, of: alphabet, at: 14)
    }

    static func isPAN(_ number: IdentifierSymbols) -> Bool {
        number.fits("aaaaadddda") && number.number(5..<9) != 0
            && IdentifierSymbols.index(of: number[3], in: "ABCEFGHJKLPT") != nil
    }
}
