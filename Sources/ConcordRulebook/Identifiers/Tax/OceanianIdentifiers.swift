import ConcordModel
import ConcordValues

extension IdentifierScheme {
    /// Australian business numbers, which are also the numbers for GST.
    public static let australianBusinessNumber = IdentifierScheme(
        "abn.AU",
        "Australian business number (ABN)",
        country: .australia,
        kind: .vat,
        prefixes: ["AU"],
        form: "11 digits, the first not 0",
        example: "51 824 753 556"
    ) { number in
        guard number.fits("ddddddddddd"), number.digit(0) != 0 else {
            return .wrongForm
        }
        // The check digits are the first two: from 11 on what is missing to a multiple of 89.
        return number.expecting(pair: 99 - number.weighted([3, 5, 7, 9, 11, 13, 15, 17, 19], from: 2) % 89, at: 0)
    }

    /// The numbers of Australian companies.
    public static let australianCompanyNumber = IdentifierScheme(
        "acn.AU",
        "Australian company number (ACN)",
        country: .australia,
        kind: .company,
        prefixes: ["AU"],
        form: "9 digits",
        example: "004 085 616"
    ) { number in
        guard number.fits("ddddddddd") else {
            return .wrongForm
        }
        return number.expecting((10 - number.weighted([8, 7, 6, 5, 4, 3, 2, 1]) % 10) % 10, at: 8)
    }

    /// The tax numbers of New Zealand, which are also the numbers for GST.
    public static let newZealandIRD = IdentifierScheme(
        "ird.NZ",
        "New Zealand IRD number",
        country: .newZealand,
        kind: .vat,
        prefixes: ["NZ"],
        form: "8 or 9 digits, from 10-000-000 to 150-000-000",
        example: "49-091-850"
    ) { number in
        guard number.isDigits, number.count == 8 || number.count == 9,
            (10_000_000...150_000_000).contains(number.number(0..<number.count))
        else {
            return .wrongForm
        }
        // Numbers of eight digits count as if there were a 0 in front.
        let last = number.count - 1
        let shift = 8 - last
        var check = 0
        for weights in [[3, 2, 7, 6, 5, 4, 3, 2], [7, 4, 3, 2, 5, 2, 7, 6]] {
            var sum = 0
            for index in 0..<last {
                sum += weights[index + shift] * number.digit(index)
            }
            check = (11 - sum % 11) % 11
            guard check == 10 else {
                break
            }
        }
        return number.expecting(check, at: last)
    }

    /// The numbers of New Zealand businesses, which are location numbers of GS1.
    public static let newZealandBusinessNumber = IdentifierScheme(
        "nzbn.NZ",
        "New Zealand business number (NZBN)",
        country: .newZealand,
        kind: .company,
        form: "13 digits that begin with 94",
        example: "9429041525746"
    ) { $0.fits("94ddddddddddd") ? $0.expecting($0.gs1(0..<12), at: 12) : .wrongForm }
}
