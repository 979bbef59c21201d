/// What an amount in one currency is in another, on a day, according to someone.
///
/// A rate is quoted in one of two ways, and both are kept as they are quoted, because the reciprocal of a decimal is
/// seldom a decimal:
///
/// | operation | the quotation says | conversion |
/// |---|---|---|
/// | ``Operation/multiply`` | `baseUnits` of the source are `rate` of the target | amount × rate ÷ baseUnits |
/// | ``Operation/divide`` | `rate` of the source are `baseUnits` of the target | amount × baseUnits ÷ rate |
///
/// 100 JPY = 0.61 EUR is, from JPY to EUR, 0.61 with 100 base units and ``Operation/multiply``; from EUR to JPY, the
/// same numbers and ``Operation/divide``.
public struct ExchangeRate: Sendable, Hashable {
    /// How an amount is converted.
    ///
    /// Closed for good: there are only these two.
    public enum Operation: String, Sendable, Hashable, CaseIterable {
        /// The rate is a price of the source in the target: multiply by it.
        case multiply
        /// The rate is a price of the target in the source: divide by it.
        case divide
    }

    /// The currency that is converted.
    public let source: CurrencyCode

    /// The currency that it is converted to.
    public let target: CurrencyCode

    /// The rate as it was quoted; more than zero.
    public let rate: ExactDecimal

    /// How the rate is applied.
    public let operation: Operation

    /// How many units the rate is quoted for, commonly 1, 100 or 1000; more than zero.
    public let baseUnits: ExactDecimal

    /// The day that the rate is for.
    public let date: LocalDate

    /// What the rate stands for.
    public let kind: ExchangeRateKind

    /// Who published the rate, such as `ECB`.
    public let provider: String?

    /// Whether a contract fixes the rate, so that no later rate replaces it.
    public let isFixedByContract: Bool

    /// A rate as it was quoted.
    ///
    /// - Parameters:
    ///   - source: The currency that is converted.
    ///   - target: The currency that it is converted to.
    ///   - rate: The rate as it was quoted; more than zero.
    ///   - operation: How the rate is applied.
    ///   - baseUnits: How many units the rate is quoted for; more than zero.
    ///   - date: The day that the rate is for.
    ///   - kind: What the rate stands for.
    ///   - provider: Who published the rate.
    ///   - isFixedByContract: Whether a contract fixes the rate.
    /// - Throws: ``ValueError/Code/exchangeRateNotPositive`` if the rate or the base units are zero or less.
    public init(
        from source: CurrencyCode,
        to target: CurrencyCode,
        rate: ExactDecimal,
        operation: Operation = .multiply,
        baseUnits: ExactDecimal = 1,
        date: LocalDate,
        kind: ExchangeRateKind,
        provider: String? = nil,
        isFixedByContract: Bool = false
    ) throws(ValueError) {
        for number in [rate, baseUnits] where number.isNegative || number.isZero {
            throw ValueError(.exchangeRateNotPositive, expected: "a rate above zero", observed: number.description)
        }
        self.source = source
        self.target = target
        self.rate = rate
        self.operation = operation
        self.baseUnits = baseUnits
        self.date = date
        self.kind = kind
        self.provider = provider
        self.isFixedByContract = isFixedByContract
    }

    /// An amount in the source currency, converted to the target currency and rounded once.
    ///
    /// - Parameters:
    ///   - money: An amount in the source currency.
    ///   - scale: The number of decimals of the result; without it, as many as the target currency has minor units.
    ///   - rule: Which neighbour to take where digits are cut.
    /// - Returns: The amount in the target currency.
    /// - Throws: ``ValueError/Code/exchangeRateWrongPair`` if the amount is in any other currency, the target currency
    ///   included; ``ValueError/Code/moneyNoMinorUnits``; ``ValueError/Code/decimalOverflow``;
    ///   ``ValueError/Code/decimalScale``.
    public func convert(_ money: Money, scale: Int? = nil, rounding rule: RoundingRule) throws(ValueError) -> Money {
        guard money.currency == source else {
            throw ValueError(
                .exchangeRateWrongPair,
                expected: "an amount in \(source), to convert to \(target)",
                observed: money.description
            )
        }
        let (factor, divisor) = operation == .multiply ? (rate, baseUnits) : (baseUnits, rate)
        let scale = try target.scale(scale)
        return Money(
            try money.amount.multiplying(by: factor, dividingBy: divisor, scale: scale, rounding: rule),
            target
        )
    }
}

extension ExchangeRate: CustomStringConvertible {
    /// The quotation with its kind, day and source: `1 EUR = 1.0850 USD (spot, 2026-03-02, ECB)`.
    public var description: String {
        let (left, right) = operation == .multiply ? (baseUnits, rate) : (rate, baseUnits)
        let origin = provider.map { ", \($0)" } ?? ""
        return "\(left) \(source) = \(right) \(target) (\(kind), \(date)\(origin))"
    }
}
