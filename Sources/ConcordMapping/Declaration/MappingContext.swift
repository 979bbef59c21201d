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

    /// The day on which rows of crosswalks must hold; nil for the day of ``ingestedAt``, as its offset has it.
    ///
    /// It is stated where a run takes in what belongs to another day, such as an export of last year's books.
    public var codesAsOf: LocalDate?

    /// The day on which rows of crosswalks must hold.
    var codesOn: LocalDate { codesAsOf ?? ingestedAt.localDate }

    /// The day on which the rows of a crosswalk must hold; nil where none begins or ends, since it costs to work it out.
    ///
    /// - Parameter crosswalk: The crosswalk.
    /// - Returns: What ``Crosswalk/target(of:on:)`` and ``Crosswalk/source(of:on:)`` are to be asked for.
    public func day(for crosswalk: Crosswalk) -> LocalDate? { crosswalk.isDated ? codesOn : nil }

    /// What a run of mappings knows.
    ///
    /// - Parameters:
    ///   - system: The configured instance that the payloads come from.
    ///   - tenant: The tenant or organisation within the system.
    ///   - ingestedAt: When the payloads are taken in.
    ///   - currency: The currency of amounts that come without one.
    ///   - timeZone: The time zone of dates that come without one.
    ///   - identities: The crosswalk between vendors' ids and canonical ones.
    ///   - codesAsOf: The day on which rows of crosswalks must hold; nil for the day of `ingestedAt`.
    public init(
        system: SystemID,
        tenant: String? = nil,
        ingestedAt: Instant,
        currency: CurrencyCode? = nil,
        timeZone: TimeZoneID? = nil,
        identities: any IdentityCrosswalk = DerivedIdentities(),
        codesAsOf: LocalDate? = nil
    ) {
        self.system = system
        self.tenant = tenant
        self.ingestedAt = ingestedAt
        self.currency = currency
        self.timeZone = timeZone
        self.identities = identities
        self.codesAsOf = codesAsOf
    }
}
