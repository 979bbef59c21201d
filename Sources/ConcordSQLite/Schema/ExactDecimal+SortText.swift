#if SQLite
import ConcordValues

extension ExactDecimal {
    /// A text whose bytes sort as the numbers do, whatever their scales: 1.0 and 1.00 have the same.
    ///
    /// First the sign, then the place of the first digit in four digits, then the digits. Of a negative number all digits are turned
    /// round, and what stands behind them sorts behind all digits.
    var sortText: String {
        if isZero { return "1" }
        let reduced = reduced
        let digits = String(reduced.coefficient.magnitude)
        let place = 5_000 + digits.utf8.count - reduced.scale
        if !isNegative { return "2\(place)\(digits)" }
        let turned = digits.utf8.map { UInt8(ascii: "9") - ($0 - UInt8(ascii: "0")) }
        return "0\(9_999 - place)\(String(decoding: turned, as: UTF8.self))~"
    }
}
#endif
