extension ValueError.Code {
    /// Two amounts that should be in one currency are not.
    public static let moneyCurrencyMismatch = Self(rawValue: "money.currencyMismatch")
    /// The currency has no minor units that an amount could be rounded to.
    public static let moneyNoMinorUnits = Self(rawValue: "money.noMinorUnits")
    /// The weights do not say how to split an amount: none, a negative one, or all zero.
    public static let moneyWeights = Self(rawValue: "money.weights")
    /// An amount cannot be split exactly at the scale asked for, because it has more decimals itself.
    public static let moneyAllocationScale = Self(rawValue: "money.allocationScale")
    /// An exchange rate, or its number of base units, is zero or less.
    public static let exchangeRateNotPositive = Self(rawValue: "exchangeRate.notPositive")
    /// The amount is not in the source currency of the exchange rate.
    public static let exchangeRateWrongPair = Self(rawValue: "exchangeRate.wrongPair")
}
