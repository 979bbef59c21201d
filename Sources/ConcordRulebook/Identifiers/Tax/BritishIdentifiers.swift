import ConcordModel
import ConcordValues

extension IdentifierScheme {
    /// British VAT numbers, as Britain has kept them since it left the Union.
    public static let britishVAT = IdentifierScheme(
        "vat.GB",
        "British VAT number",
        country: .unitedKingdom,
        kind: .vat,
        prefixes: ["GB"],
        keepsPrefix: true,
        form: "GB, 9 or 12 digits, or GD or HA and 3 digits",
        example: "GB980780684",
        rule: BritishVAT.check
    )

    /// The VAT numbers of Northern Ireland for trade in goods with the Union.
    public static let northernIrishVAT = IdentifierScheme(
        "vat.XI",
        "Northern Irish VAT number",
        country: .unitedKingdom,
        kind: .vat,
        prefixes: ["XI"],
        keepsPrefix: true,
        form: "XI, 9 or 12 digits, or GD or HA and 3 digits",
        example: "XI980780684",
        rule: BritishVAT.check
    )
}

/// British VAT numbers: of traders, of their branches, of departments of government and of health authorities.
enum BritishVAT {
    @Sendable static func check(_ number: IdentifierSymbols) -> IdentifierVerdict {
        if number.fits("GDddd") || number.fits("HAddd") {
            // Departments have 000 to 499, health authorities the rest.
            let isHealth = number.starts(with: "HA")
            guard (number.number(2..<5) >= 500) == isHealth else {
                return .wrongFormExpecting(
                    "GD with 000 to 499 or HA with 500 to 999, like \(isHealth ? "HA500" : "GD001")"
                )
            }
            return .notChecked(.noCheckDigit)
        }
        guard number.isDigits, number.count == 9 || number.count == 12 else {
            return .wrongForm
        }
        let remainder = number.weighted([8, 7, 6, 5, 4, 3, 2]) % 97
        let first = 97 - remainder
        let found = number.number(7..<9)
        // Numbers that begin below 100 are from before the second series, whose sum has 55 more.
        let second = number.number(0..<3) < 100 ? nil : Optional((97 - (remainder + 55) % 97) % 97)
        if found == first || found == first % 97 || found == second {
            return .valid
        }
        let expected = IdentifierSymbols.pair(first)
        return .wrongCheckDigit(
            expected: second.map { "\(expected) or \(IdentifierSymbols.pair($0))" } ?? expected,
            found: number.slice(7..<9).text
        )
    }
}
