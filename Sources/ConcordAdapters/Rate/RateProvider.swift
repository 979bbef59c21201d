public import ConcordValues

/// The host's door to exchange rates.
///
/// ## Implementation guidance
///
/// A rate that is not known is nil and never 1. Say which kind of rate it is, of which day, and who says so: the record that
/// is converted with it keeps all of that.
public protocol RateProvider: Sendable {
    /// The rate from one currency to another.
    ///
    /// - Parameters:
    ///   - base: The currency that is converted.
    ///   - quote: The currency that comes of it.
    ///   - date: The day.
    ///   - kind: Spot, corporate, contract.
    /// - Returns: The rate; nil if it is not known.
    /// - Throws: What kept it from answering.
    func rate(
        from base: CurrencyCode,
        to quote: CurrencyCode,
        on date: LocalDate,
        kind: ExchangeRateKind
    ) async throws(AdapterFailure) -> ExchangeRate?
}
