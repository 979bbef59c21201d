public import ConcordConfiguration
public import ConcordOwnership
public import ConcordValues

/// Everything that is stored in one step: all of it, or nothing (the *unit of work*).
///
/// That a cursor moves in the same step as the claims behind it is why nothing is lost; that what is to be sent is written
/// in the same step as what it follows from is why nothing is sent twice or forgotten.
public struct StoreCommit: Sendable {
    /// What was said: events, approvals, what was sent.
    public var claims: [ClaimLine] = []
    /// Records as they hold now.
    public var records: [StoredRecord] = []
    /// Vendors' objects as they came last; nil for one that is gone.
    public var originals: [(sequence: SequenceKey, object: [UInt8]?)] = []
    /// Who is who.
    public var links: [IdentityLink] = []
    /// What is to be sent.
    ///
    /// An entry takes the place of all for its record and system that were never begun.
    public var planned: [OutboxEntry] = []
    /// Systems that have all that they should, by record: what was planned for them and never begun is forgotten.
    public var settled: [(system: SystemID, record: RecordKey)] = []
    /// Entries that are tried now, or were and will be again: with their attempts, and when.
    public var attempted: [OutboxEntry] = []
    /// Entries that are done with.
    public var delivered: [ContentHash] = []
    /// Messages that are parked.
    public var parked: [DeadLetter] = []
    /// Sequences whose letters were dealt with: the ids that leave.
    public var released: [(sequence: SequenceKey, ids: [String])] = []
    /// Exceptions that are opened.
    public var opened: [QueuedException] = []
    /// Exceptions that are no longer so, and since when.
    public var withdrawn: [(id: ContentHash, at: Instant)] = []
    /// Exceptions that somebody decided about.
    public var resolved: [(record: RecordKey?, resolution: ExceptionResolution)] = []
    /// How far sources were read.
    public var cursors: [(source: String, cursor: SourceCursor)] = []

    /// Nothing.
    public init() {}

    /// Whether there is nothing to store.
    public var isEmpty: Bool {
        claims.isEmpty && records.isEmpty && originals.isEmpty && links.isEmpty && planned.isEmpty && settled.isEmpty
            && attempted.isEmpty && delivered.isEmpty && parked.isEmpty && released.isEmpty && opened.isEmpty
            && withdrawn.isEmpty && resolved.isEmpty && cursors.isEmpty
    }

    /// Adds everything of another commit behind this one's.
    public mutating func append(_ other: StoreCommit) {
        claims += other.claims
        records += other.records
        originals += other.originals
        links += other.links
        planned += other.planned
        settled += other.settled
        attempted += other.attempted
        delivered += other.delivered
        parked += other.parked
        released += other.released
        opened += other.opened
        withdrawn += other.withdrawn
        resolved += other.resolved
        cursors += other.cursors
    }
}
