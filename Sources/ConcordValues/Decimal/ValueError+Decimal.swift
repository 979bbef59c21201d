extension ValueError.Code {
    /// The text is not a decimal in the notation that was asked for.
    public static let decimalSyntax = Self(rawValue: "decimal.syntax")
    /// The exact value needs more than 38 digits.
    public static let decimalOverflow = Self(rawValue: "decimal.overflow")
    /// The scale is not in -400...400.
    public static let decimalScale = Self(rawValue: "decimal.scale")
    /// A number of significant digits is not in 1...38.
    public static let decimalPrecision = Self(rawValue: "decimal.precision")
    /// A divisor is zero.
    public static let decimalDivisionByZero = Self(rawValue: "decimal.divisionByZero")
    /// A quotient has no exact decimal form, and no rounding was asked for.
    public static let decimalInexact = Self(rawValue: "decimal.inexact")
}

extension ValueError {
    /// An error about a text that may be long or not UTF-8 at all.
    init(_ code: Code, expected: String, observedUTF8 text: UnsafeBufferPointer<UInt8>) {
        // 64 characters are shown; no more bytes than that may need are decoded, whatever the length of the text.
        let shown = UnsafeBufferPointer(rebasing: text.prefix(260))
        self.init(code, expected: expected, observed: String(decoding: shown, as: UTF8.self))
    }

    static func decimalOverflow(_ observed: String) -> ValueError {
        ValueError(.decimalOverflow, expected: "a decimal of at most 38 digits", observed: observed)
    }

    static func decimalScale(_ scale: Int) -> ValueError {
        ValueError(.decimalScale, expected: "a scale from -400 to 400", observed: "\(scale)")
    }

    static func decimalPrecision(_ precision: Int) -> ValueError {
        ValueError(.decimalPrecision, expected: "a number of digits from 1 to 38", observed: "\(precision)")
    }

    static func decimalDivisionByZero(_ dividend: ExactDecimal) -> ValueError {
        ValueError(
            .decimalDivisionByZero,
            expected: "a divisor other than zero",
            observed: "\(dividend.scientificDescription) / 0"
        )
    }
}
