/// The account of a run: what became of every leaf of every object.
///
/// The books balance: ``leaves`` is always the sum of ``mapped``, ``kept``, ``dropped`` and ``unknown``.
public struct Coverage: Sendable, Hashable {
    /// What becomes of a source field.
    public enum Disposition: String, Sendable, Hashable {
        /// A rule reads it.
        case mapped
        /// No rule reads it; it is kept as it is.
        case kept
        /// A rule leaves it out, for a reason.
        case dropped
        /// No rule reads it, and nothing keeps it.
        case unknown
    }

    /// What became of one source field over the run.
    public struct Field: Sendable, Hashable {
        /// What becomes of it.
        public var disposition: Disposition
        /// Where it goes, or why it is left out.
        public var note: String
        /// In how many objects it was there.
        public var seen = 0
        /// In how many of them it held something.
        public var filled = 0
    }

    /// The number of objects.
    public private(set) var objects = 0

    /// The number of records that came of them.
    public internal(set) var records = 0

    /// The number of leaves.
    public private(set) var leaves = 0

    /// The leaves that rules read.
    public private(set) var mapped = 0

    /// The leaves that no rule reads and that are kept.
    public private(set) var kept = 0

    /// The leaves that rules leave out.
    public private(set) var dropped = 0

    /// The leaves that no rule reads and nothing keeps.
    public private(set) var unknown = 0

    /// What became of each source field, by pointer.
    public private(set) var fields: [String: Field] = [:]

    /// An account of nothing yet.
    public init() {}

    /// Whether every leaf is accounted for.
    public var isBalanced: Bool { leaves == mapped + kept + dropped + unknown }

    mutating func beginObject() {
        objects += 1
    }

    mutating func count(_ pointer: String, _ value: SourceValue, _ disposition: Disposition, _ note: String) {
        let count = value.leafCount
        leaves += count
        switch disposition {
        case .mapped: mapped += count
        case .kept: kept += count
        case .dropped: dropped += count
        case .unknown: unknown += count
        }
        fields[pointer, default: Field(disposition: disposition, note: note)].seen += 1
        if value.isPresent { fields[pointer]?.filled += 1 }
    }
}
