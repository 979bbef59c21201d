public import ConcordValues

/// What a run of mappings knows that no payload says.
public struct MappingContext: Sendable {
    /// The configured instance that the payloads come from.
    public var system: SystemID

    /// The tenant or organisation within the system.
    public var tenant: String?

    /// When the payloads are taken in; a mapping has no clock of its own.
    public var ingestedAt: Instant

    /// The currency of amounts that come without one; nil if there is none, and such an amount is an error.
    public var currency: CurrencyCode?

    /// The time zone of dates that come without one; nil if there is none, and such a date is an error where it needs one.
    public var timeZone: TimeZoneID?

    /// The crosswalk between vendors' ids and canonical ones.
    public var identities: any IdentityCrosswalk

    /// What a run of mappings knows.
    ///
    /// - Parameters:
    ///   - system: The configured instance that the payloads come from.
    ///   - tenant: The tenant or organisation within the system.
    ///   - ingestedAt: When the payloads are taken in.
    ///   - currency: The currency of amounts that come without one.
    ///   - timeZone: The time zone of dates that come without one.
    ///   - identities: The crosswalk between vendors' ids and canonical ones.
    public init(
        system: SystemID,
        tenant: String? = nil,
        ingestedAt: Instant,
        currency: CurrencyCode? = nil,
        timeZone: TimeZoneID? = nil,
        identities: any IdentityCrosswalk = DerivedIdentities()
    ) {
        self.system = system
        self.tenant = tenant
        self.ingestedAt = ingestedAt
        self.currency = currency
        self.timeZone = timeZone
        self.identities = identities
    }
}
