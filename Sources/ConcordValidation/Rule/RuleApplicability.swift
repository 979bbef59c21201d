public import ConcordConfiguration
public import ConcordValues

/// For whom, where and for what a rule is; what is not named does not matter.
public struct RuleApplicability: Sendable, Hashable {
    /// What the record is to be ready for; the rule applies if one of them is asked for.
    public let readiness: [Readiness]

    /// The countries whose law or custom it is; the rule applies if the circumstances name one of them.
    public let countries: [CountryCode]

    /// The versions of the record's schema that the rule knows; all if nil.
    public let versions: ClosedRange<Int>?

    /// The part of the firm that asks for it.
    public let scope: ConfigurationScope

    /// An applicability.
    public init(
        readiness: [Readiness] = [],
        countries: [CountryCode] = [],
        versions: ClosedRange<Int>? = nil,
        scope: ConfigurationScope = ConfigurationScope()
    ) {
        self.readiness = readiness
        self.countries = countries
        self.versions = versions
        self.scope = scope
    }

    /// Always.
    public static let always = RuleApplicability()

    /// Where a record is to be ready for one of some purposes.
    public static func ready(for readiness: Readiness...) -> Self { Self(readiness: readiness) }

    /// In some countries.
    public static func countries(_ countries: CountryCode...) -> Self { Self(countries: countries) }

    /// Whether the rule applies.
    ///
    /// - Parameters:
    ///   - circumstances: The circumstances.
    ///   - version: The version of the record's schema.
    /// - Returns: Whether the rule looks there.
    func applies(in circumstances: Circumstances, version: Int?) -> Bool {
        if !readiness.isEmpty, !readiness.contains(where: circumstances.readiness.contains) { return false }
        if !countries.isEmpty {
            guard let country = circumstances.country, countries.contains(country) else { return false }
        }
        if let versions, let version, !versions.contains(version) { return false }
        return scope.applies(to: circumstances.scope)
    }
}
