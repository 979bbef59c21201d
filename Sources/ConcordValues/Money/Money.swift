/// An amount in a currency: `1.10 EUR`.
///
/// An amount without a currency does not exist, and two currencies never meet without an ``ExchangeRate``. The amount
/// keeps the decimals that it came with; ``rounded(_:)`` brings it to those of its currency, by a rule that you name.
///
/// `==` compares representations, as ``ExactDecimal`` does: 1.10 EUR is not 1.1 EUR. Use ``compare(_:)`` for amounts.
public struct Money: Sendable, Hashable {
    /// How much.
    public var amount: ExactDecimal

    /// Of what.
    public var currency: CurrencyCode

    /// An amount in a currency.
    public init(_ amount: ExactDecimal, _ currency: CurrencyCode) {
        self.amount = amount
        self.currency = currency
    }

    /// Nothing, at scale 0, in a currency.
    public static func zero(_ currency: CurrencyCode) -> Money {
        Money(.zero, currency)
    }

    /// Whether the amount is zero, whatever its scale.
    public var isZero: Bool { amount.isZero }

    /// Whether the amount is less than zero.
    public var isNegative: Bool { amount.isNegative }

    /// The amount with the other sign.
    public var negated: Money { Money(amount.negated, currency) }

    /// The amount without its sign.
    public var magnitude: Money { Money(amount.magnitude, currency) }
}

extension Money: CustomStringConvertible {
    /// The amount in plain notation and the currency: `1.10 EUR`.
    public var description: String { "\(amount) \(currency)" }
}

extension Money {
    /// The exact sum of two amounts in one currency.
    ///
    /// - Throws: ``ValueError/Code/moneyCurrencyMismatch``; ``ValueError/Code/decimalOverflow``.
    public func adding(_ other: Money) throws(ValueError) -> Money {
        try requireCurrency(of: other)
        return Money(try amount.adding(other.amount), currency)
    }

    /// The exact difference of two amounts in one currency.
    ///
    /// - Throws: ``ValueError/Code/moneyCurrencyMismatch``; ``ValueError/Code/decimalOverflow``.
    public func subtracting(_ other: Money) throws(ValueError) -> Money {
        try requireCurrency(of: other)
        return Money(try amount.subtracting(other.amount), currency)
    }

    /// The exact product with a number, such as an hourly rate times hours; round the result with ``rounded(_:)``.
    ///
    /// - Throws: ``ValueError/Code/decimalOverflow``; ``ValueError/Code/decimalScale``.
    public func multiplying(by factor: ExactDecimal) throws(ValueError) -> Money {
        Money(try amount.multiplying(by: factor), currency)
    }

    /// How the amount stands to another in the same currency, whatever their scales.
    ///
    /// - Throws: ``ValueError/Code/moneyCurrencyMismatch``.
    public func compare(_ other: Money) throws(ValueError) -> Ordering {
        try requireCurrency(of: other)
        return amount.compare(other.amount)
    }

    /// The amount with as many decimals as its currency has minor units: 2 for EUR, 0 for JPY.
    ///
    /// - Parameter rule: Which neighbour to take where digits are cut.
    /// - Returns: The amount at the scale of its currency.
    /// - Throws: ``ValueError/Code/moneyNoMinorUnits``; ``ValueError/Code/decimalOverflow``.
    public func rounded(_ rule: RoundingRule) throws(ValueError) -> Money {
        Money(try amount.quantized(toScale: currency.scale(), rounding: rule), currency)
    }

    /// The exact sum of two amounts in one currency.
    ///
    /// - Throws: What ``adding(_:)`` throws.
    public static func + (left: Money, right: Money) throws(ValueError) -> Money {
        try left.adding(right)
    }

    /// The exact difference of two amounts in one currency.
    ///
    /// - Throws: What ``subtracting(_:)`` throws.
    public static func - (left: Money, right: Money) throws(ValueError) -> Money {
        try left.subtracting(right)
    }

    /// The exact product of an amount and a number.
    ///
    /// - Throws: What ``multiplying(by:)`` throws.
    public static func * (left: Money, right: ExactDecimal) throws(ValueError) -> Money {
        try left.multiplying(by: right)
    }

    private func requireCurrency(of other: Money) throws(ValueError) {
        guard currency == other.currency else {
            throw ValueError(
                .moneyCurrencyMismatch,
                expected: "two amounts in \(currency)",
                observed: "\(self) and \(other)"
            )
        }
    }
}

extension CurrencyCode {
    /// The scale that was asked for, or else the minor units of the currency.
    func scale(_ scale: Int? = nil) throws(ValueError) -> Int {
        guard let scale = scale ?? minorUnits else {
            throw ValueError(
                .moneyNoMinorUnits,
                expected: "a currency with minor units, or a scale given explicitly",
                observed: description
            )
        }
        return scale
    }
}
