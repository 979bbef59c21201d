public import ConcordValues

/// Exchange rates in memory.
public struct RateTable: RateProvider {
    private struct Question: Hashable {
        let base: CurrencyCode
        let quote: CurrencyCode
        let date: LocalDate
        let kind: ExchangeRateKind
    }

    private var rates: [Question: ExchangeRate] = [:]

    /// A table.
    ///
    /// - Parameter rates: The rates; of two for one question, the later counts.
    public init(_ rates: [ExchangeRate] = []) {
        for rate in rates { insert(rate) }
    }

    /// Adds a rate.
    public mutating func insert(_ rate: ExchangeRate) {
        rates[Question(base: rate.source, quote: rate.target, date: rate.date, kind: rate.kind)] = rate
    }

    /// The rate for exactly that day; nil if it is not in the table.
    ///
    /// A rate the other way round is another rate.
    public func rate(
        from base: CurrencyCode,
        to quote: CurrencyCode,
        on date: LocalDate,
        kind: ExchangeRateKind
    ) async throws(AdapterFailure) -> ExchangeRate? {
        rates[Question(base: base, quote: quote, date: date, kind: kind)]
    }
}
