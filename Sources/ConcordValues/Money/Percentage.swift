/// A number of hundredths: `12.5` is 12.5 %.
///
/// The text is the number of percent, without a sign for it.
public struct Percentage: Sendable, Hashable {
    /// The number of percent: 12.5 for 12.5 %.
    public let percent: ExactDecimal

    /// A number of percent.
    public init(_ percent: ExactDecimal) {
        self.percent = percent
    }

    /// The percentage as a fraction of one: 0.125 for 12.5 %.
    ///
    /// - Throws: ``ValueError/Code/decimalScale`` if the percentage has more than 398 decimals.
    public func fraction() throws(ValueError) -> ExactDecimal {
        try ExactDecimal(coefficient: percent.coefficient, scale: percent.scale + 2)
    }

    /// The exact part of a number: 12.5 % of 80 is 10.000.
    ///
    /// - Throws: ``ValueError/Code/decimalOverflow``; ``ValueError/Code/decimalScale``.
    public func of(_ number: ExactDecimal) throws(ValueError) -> ExactDecimal {
        try fraction().multiplying(by: number)
    }

    /// The exact part of an amount; round the result with ``Money/rounded(_:)``.
    ///
    /// - Throws: ``ValueError/Code/decimalOverflow``; ``ValueError/Code/decimalScale``.
    public func of(_ money: Money) throws(ValueError) -> Money {
        Money(try of(money.amount), money.currency)
    }

    /// The part of an amount, rounded once: 19 % of 9.99 EUR is 1.90 EUR.
    ///
    /// - Parameters:
    ///   - money: The whole.
    ///   - scale: The number of decimals of the part; without it, as many as the currency has minor units.
    ///   - rule: Which neighbour to take where digits are cut.
    /// - Returns: The part, in the same currency.
    /// - Throws: ``ValueError/Code/moneyNoMinorUnits``; ``ValueError/Code/decimalOverflow``;
    ///   ``ValueError/Code/decimalScale``.
    public func of(_ money: Money, scale: Int? = nil, rounding rule: RoundingRule) throws(ValueError) -> Money {
        let scale = try money.currency.scale(scale)
        return Money(
            try money.amount.multiplying(by: percent, dividingBy: 100, scale: scale, rounding: rule),
            money.currency
        )
    }
}

extension Percentage: TextValue {
    /// Reads the number of percent in canonical plain notation, as ``ExactDecimal/init(utf8:)`` does.
    ///
    /// - Parameter text: The bytes of the number, nothing before and nothing after it.
    /// - Throws: What ``ExactDecimal/init(utf8:)`` throws.
    public init(utf8 text: UnsafeBufferPointer<UInt8>) throws(ValueError) {
        self.init(try ExactDecimal(utf8: text))
    }

    /// As many bytes as an ``ExactDecimal`` may need.
    public static var maximumTextLength: Int { ExactDecimal.maximumTextLength }

    /// Writes the number of percent in plain notation.
    ///
    /// - Parameter destination: Memory for at least ``maximumTextLength`` bytes.
    /// - Returns: The number of bytes written.
    public func writeText(to destination: UnsafeMutablePointer<UInt8>) -> Int {
        percent.writeText(to: destination)
    }
}

extension Percentage: Comparable {
    /// The total order of ``ExactDecimal``.
    public static func < (left: Percentage, right: Percentage) -> Bool {
        left.percent < right.percent
    }
}
