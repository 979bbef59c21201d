public import ConcordConfiguration
public import ConcordValues

/// One thing that a system said about one record: some claims that share their source, version and time (OWNERSHIP R4).
///
/// Nothing in an event says when it arrived. What follows from events is the same in whatever order they come.
public struct ClaimEvent: Sendable, Hashable {
    /// Whether an event says all that its system knows of the record.
    public enum Completeness: String, Sendable, Hashable, CaseIterable {
        /// All of it: what is left out is given up.
        case snapshot
        /// What changed: what is left out is as it was.
        case delta
    }

    /// What it says: one object, so that the many places that hold an event hold one reference.
    ///
    /// Sound: it is written before the event is made and never after.
    nonisolated(unsafe) let content: ClaimContent

    /// The event's id, given by its source or by who took it in; the same whenever it is delivered again.
    public var id: String { content.header.id }

    /// The system that speaks.
    public var system: SystemID { content.header.system }

    /// The record that it speaks of.
    public var record: RecordKey { content.header.record }

    /// How far the system had got.
    public var version: SourceVersion { content.header.version }

    /// When the system said so.
    public var sourceTime: Instant { content.header.sourceTime }

    /// From when on it holds; from when it was said if nil.
    public var validFrom: Instant? { content.header.terms?.validFrom }

    /// Until when it holds, that instant not included; without end if nil.
    public var validTo: Instant? { content.header.terms?.validTo }

    /// Whether it says all that the system knows.
    public var completeness: Completeness { content.header.completeness }

    /// The hash of the payload that it was made from, if there was one.
    public var payloadHash: ContentHash? { content.header.payloadHash }

    /// What orders events of one version and time, where the source declares such an order.
    public var tieOrder: Int64 { content.header.terms?.tieOrder ?? 0 }

    /// Who in the system made the change, if that is known.
    ///
    /// An approver must be somebody else.
    public var author: String? { content.header.author }

    /// Why and for how long the event overrides what owners say; nil for all but a steward's.
    public var override: OverrideTerms? { content.header.terms?.override }

    /// What is said: at most once about each path.
    public var entries: [ClaimEntry] { content.entries }

    /// An event.
    ///
    /// - Parameters:
    ///   - id: The event's id.
    ///   - system: The system that speaks.
    ///   - record: The record that it speaks of.
    ///   - version: How far the system had got.
    ///   - sourceTime: When the system said so.
    ///   - validFrom: From when on it holds; from when it was said if nil.
    ///   - validTo: Until when it holds; without end if nil.
    ///   - completeness: Whether it says all that the system knows.
    ///   - payloadHash: The hash of the payload that it was made from.
    ///   - tieOrder: What orders events of one version and time.
    ///   - author: Who in the system made the change.
    ///   - override: Why and for how long it overrides what owners say.
    ///   - entries: What is said.
    public init(
        id: String,
        system: SystemID,
        record: RecordKey,
        version: SourceVersion = .none,
        sourceTime: Instant,
        validFrom: Instant? = nil,
        validTo: Instant? = nil,
        completeness: Completeness = .delta,
        payloadHash: ContentHash? = nil,
        tieOrder: Int64 = 0,
        author: String? = nil,
        override: OverrideTerms? = nil,
        entries: [ClaimEntry]
    ) {
        let head = ClaimHead(
            id: id,
            system: system,
            record: record,
            version: version,
            sourceTime: sourceTime,
            completeness: completeness,
            payloadHash: payloadHash,
            author: author,
            terms: ClaimTerms(validFrom: validFrom, validTo: validTo, tieOrder: tieOrder, override: override)
        )
        content = ClaimContent.make(head, saying: entries)
    }

    init(_ content: ClaimContent) {
        self.content = content
    }

    /// From when on the event holds: its business time.
    public var businessTime: Instant { validFrom ?? sourceTime }

    /// Whether this event is greater than another one of its system: by version, source time, tie order, id (R7).
    func isGreater(than other: ClaimEvent) -> Bool {
        if version != other.version { return other.version < version }
        let (own, others) = (Moment(sourceTime), Moment(other.sourceTime))
        if own != others { return others < own }
        if tieOrder != other.tieOrder { return other.tieOrder < tieOrder }
        return other.id.utf8.lexicographicallyPrecedes(id.utf8)
    }
}

/// What an event says about one path.
public struct ClaimEntry: Sendable, Hashable {
    /// The path.
    public let path: ClaimPath

    /// What is said about it.
    public let value: ClaimValue

    /// What is said about one path.
    public init(_ path: ClaimPath, _ value: ClaimValue) {
        self.path = path
        self.value = value
    }
}

extension ClaimEvent {
    /// Whether two events say the same, in whatever order they say it.
    public static func == (left: Self, right: Self) -> Bool {
        if left.content === right.content { return true }
        return left.id == right.id && left.system == right.system && left.record == right.record
            && left.version == right.version && left.sourceTime == right.sourceTime
            && left.validFrom == right.validFrom && left.validTo == right.validTo
            && left.completeness == right.completeness && left.payloadHash == right.payloadHash
            && left.tieOrder == right.tieOrder && left.author == right.author && left.override == right.override
            && (left.entries == right.entries
                || left.entries.count == right.entries.count && Set(left.entries) == Set(right.entries))
    }

    /// Hashes the id and the system.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(id)
        hasher.combine(system)
    }
}
