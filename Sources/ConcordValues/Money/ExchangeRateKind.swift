/// What a rate stands for: the spot rate of a day, the average of a month, a rate agreed in a contract.
///
/// Open: firms keep kinds of their own, and any text is kept as it is.
public struct ExchangeRateKind: OpenCode {
    /// The kind as text.
    public let rawValue: String

    /// A kind with the given text.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The market's rate on the day.
    public static let spot = Self(rawValue: "spot")
    /// The average over a period, used for results.
    public static let average = Self(rawValue: "average")
    /// Agreed between the parties.
    public static let contract = Self(rawValue: "contract")
    /// Assumed for planning.
    public static let budget = Self(rawValue: "budget")
    /// The rate at the end of a period, used for balances.
    public static let closing = Self(rawValue: "closing")

    /// The known codes.
    public static let codes: CodeList = ["spot", "average", "contract", "budget", "closing"]
}
