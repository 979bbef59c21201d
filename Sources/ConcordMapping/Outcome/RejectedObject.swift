public import ConcordConfiguration
public import ConcordSchema
public import ConcordValues

/// A vendor's object that was refused, as a repair kit: the original bytes, all issues, what read it, and what that run
/// knew.
///
/// A kit holds all that is needed to read the object again as it would have been read the first time: the ids and the
/// time of ingestion are those of the run that refused it, so that reading it twice gives the same record twice.
public struct RejectedObject: Sendable, Hashable {
    /// The mapping's name and version: `salesforce/opportunity@1`.
    public let mapping: String

    /// The hash of the mapping with the overlays that were upon it, as `Mapping.fingerprint(with:)` makes it.
    public let plan: ContentHash?

    /// The overlays that were upon the mapping, the most general first.
    public let overlays: [RuleLayer]

    /// The system that the object came from.
    public let system: String

    /// The tenant or organisation within the system, if the run had one.
    public let tenant: String?

    /// When the run took its objects in.
    public let ingestedAt: Instant?

    /// The currency of amounts that come without one, if the run had one.
    public let currency: CurrencyCode?

    /// The time zone of dates that come without one, if the run had one.
    public let timeZone: TimeZoneID?

    /// The day on which rows of crosswalks had to hold, if it was stated; else it was that of ``ingestedAt``.
    public let codesAsOf: LocalDate?

    /// The file or stream that the object stood in, if it has a name.
    public let origin: String?

    /// Where the object began in its file or stream.
    public let position: SourcePosition?

    /// The object as it came.
    public let payload: [UInt8]

    /// Everything that was wrong with it.
    public let issues: [Issue]

    /// A refused object.
    ///
    /// - Parameters:
    ///   - mapping: The mapping's name and version.
    ///   - plan: The hash of the mapping with its overlays.
    ///   - overlays: The overlays that were upon the mapping, the most general first.
    ///   - system: The system that the object came from.
    ///   - tenant: The tenant or organisation within the system.
    ///   - ingestedAt: When the run took its objects in.
    ///   - currency: The currency of amounts that come without one.
    ///   - timeZone: The time zone of dates that come without one.
    ///   - codesAsOf: The day on which rows of crosswalks had to hold, if it was stated.
    ///   - origin: The file or stream that the object stood in.
    ///   - position: Where the object began in it.
    ///   - payload: The object as it came.
    ///   - issues: Everything that was wrong with it.
    public init(
        mapping: String,
        plan: ContentHash? = nil,
        overlays: [RuleLayer] = [],
        system: String,
        tenant: String? = nil,
        ingestedAt: Instant? = nil,
        currency: CurrencyCode? = nil,
        timeZone: TimeZoneID? = nil,
        codesAsOf: LocalDate? = nil,
        origin: String? = nil,
        position: SourcePosition?,
        payload: [UInt8],
        issues: [Issue]
    ) {
        self.mapping = mapping
        self.plan = plan
        self.overlays = overlays
        self.system = system
        self.tenant = tenant
        self.ingestedAt = ingestedAt
        self.currency = currency
        self.timeZone = timeZone
        self.codesAsOf = codesAsOf
        self.origin = origin
        self.position = position
        self.payload = payload
        self.issues = issues
    }

    /// An object that a mapping refused.
    ///
    /// - Parameters:
    ///   - payload: The object as it came.
    ///   - mapping: The mapping, with its overlays.
    ///   - context: What the run knew; its identity crosswalk is not kept.
    ///   - origin: The file or stream that the object stood in.
    ///   - position: Where the object began in it.
    ///   - issues: Everything that was wrong with it.
    public init<Target: CanonicalRecord>(
        _ payload: [UInt8],
        by mapping: Mapping<Target>,
        in context: MappingContext,
        origin: String? = nil,
        position: SourcePosition? = nil,
        issues: [Issue]
    ) {
        self.init(
            mapping: mapping.tag,
            plan: mapping.fingerprint(),
            overlays: mapping.overlays,
            system: context.system.text,
            tenant: context.tenant,
            ingestedAt: context.ingestedAt,
            currency: context.currency,
            timeZone: context.timeZone,
            codesAsOf: context.codesAsOf,
            origin: origin,
            position: position,
            payload: payload,
            issues: issues
        )
    }
}
