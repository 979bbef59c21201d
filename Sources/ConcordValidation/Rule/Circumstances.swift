public import ConcordConfiguration
public import ConcordValues

/// What is known of the situation in which records are validated, beside the records.
///
/// There is no clock and no locale: what day it is, and where, is said here.
public struct Circumstances: Sendable, Hashable {
    /// The day that counts as today.
    public var today: LocalDate

    /// What the records are to be ready for; none asks only what always holds.
    public var readiness: [Readiness]

    /// The part of the firm that they belong to.
    public var scope: ConfigurationScope

    /// The country whose law and custom apply: that of the legal entity that sells.
    public var country: CountryCode?

    /// Circumstances.
    ///
    /// - Parameters:
    ///   - today: The day that counts as today.
    ///   - readiness: What the records are to be ready for.
    ///   - scope: The part of the firm that they belong to.
    ///   - country: The country whose law and custom apply.
    public init(
        today: LocalDate,
        readyFor readiness: [Readiness] = [],
        scope: ConfigurationScope = ConfigurationScope(),
        country: CountryCode? = nil
    ) {
        self.today = today
        self.readiness = readiness
        self.scope = scope
        self.country = country
    }
}
