import ConcordModel
import ConcordValues

extension IdentifierScheme {
    /// The unique numbers of entities in Singapore, which since 2009 are mostly their numbers for GST too.
    public static let singaporeanUEN = IdentifierScheme(
        "uen.SG",
        "Singaporean entity number (UEN)",
        country: .singapore,
        kind: .company,
        form: "8 or 9 digits and a letter, or T, S or R, 2 digits, 2 letters, 4 digits and a letter",
        example: "196800306E",
        rule: SingaporeanNumber.check
    )

    /// The numbers for goods and services tax in Singapore: the entity's number, or one that begins with M.
    public static let singaporeanGST = IdentifierScheme(
        "gst.SG",
        "Singaporean GST number",
        country: .singapore,
        kind: .vat,
        form: "the entity's number (UEN), or M, 8 letters or digits and one more",
        example: "M90371234A"
    ) { number in
        if number[0] == UInt8(ascii: "M"), number.count == 10, number.isAlphanumeric, number.isDigits(2..<9) {
            return .notChecked(.unpublished)
        }
        return SingaporeanNumber.check(number)
    }
}

/// The unique numbers of entities in Singapore, in three forms.
enum SingaporeanNumber {
    @Sendable static func check(_ number: IdentifierSymbols) -> IdentifierVerdict {
        if number.fits("dddddddda") {
            let sum = number.weighted([10, 4, 9, 3, 8, 2, 7, 1])
            return number.expecting(sum % 11, of: "XMKECAWLJDB", at: 8)
        }
        if number.fits("ddddddddda") {
            // The first four digits are the year of registration.
            guard (1_800...2_100).contains(number.number(0..<4)) else {
                return .wrongForm
            }
            let sum = number.weighted([10, 8, 6, 4, 9, 7, 5, 3, 1])
            return number.expecting(sum % 11, of: "ZKCMDNERGWH", at: 9)
        }
        guard number.fits("addxxdddda"), IdentifierSymbols.index(of: number[0], in: "RST") != nil,
            number[3].isCapital, number[4].isCapital || number[4].isDigit
        else {
            return .wrongForm
        }
        let alphabet: StaticString = "ABCDEFGHJKLMNPQRSTUVWX0123456789"
        var sum = 0
        for (index, weight) in [4, 3, 5, 3, 10, 2, 2, 5, 7].enumerated() {
            guard let value = IdentifierSymbols.index(of: number[index], in: alphabet) else {
                return .wrongForm
            }
            sum += weight * value
        }
        return number.expecting((sum + 6) % 11, of: alphabet, at: 9)
    }
}
