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
        /// How many of its leaves went where, over all objects.
        ///
        /// One field may go several ways: a value is mapped where there is one, and `null` is kept.
        public fileprivate(set) var leaves = Leaves()
    }

    /// How many leaves went where.
    public struct Leaves: Sendable, Hashable {
        /// The leaves that rules read.
        public fileprivate(set) var mapped = 0
        /// The leaves that no rule reads and that are kept.
        public fileprivate(set) var kept = 0
        /// The leaves that rules leave out.
        public fileprivate(set) var dropped = 0
        /// The leaves that no rule reads and nothing keeps.
        public fileprivate(set) var unknown = 0

        /// All of them.
        public var total: Int { mapped + kept + dropped + unknown }

        fileprivate mutating func add(_ count: Int, _ disposition: Disposition) {
            switch disposition {
            case .mapped: mapped += count
            case .kept: kept += count
            case .dropped: dropped += count
            case .unknown: unknown += count
            }
        }
    }

    /// The number of objects.
    public private(set) var objects = 0

    /// The number of records that came of them.
    public internal(set) var records = 0

    /// The number of leaves.
    public private(set) var leaves = 0

    private var sums = Leaves()

    /// The leaves that rules read.
    public var mapped: Int { sums.mapped }

    /// The leaves that no rule reads and that are kept.
    public var kept: Int { sums.kept }

    /// The leaves that rules leave out.
    public var dropped: Int { sums.dropped }

    /// The leaves that no rule reads and nothing keeps.
    public var unknown: Int { sums.unknown }

    /// What became of each source field, by pointer.
    public private(set) var fields: [String: Field] = [:]

    /// What was asked of each crosswalk of the mapping, in the order of its rules.
    public internal(set) var crosswalks: [CrosswalkUse] = []

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
        sums.add(count, disposition)
        let isFilled = value.isPresent
        func add(to field: inout Field) {
            field.seen += 1
            if isFilled { field.filled += 1 }
            field.leaves.add(count, disposition)
        }
        add(to: &fields[pointer, default: Field(disposition: disposition, note: note)])
    }
}

extension Coverage {
    /// Adds the account of later objects, such as those that another worker read.
    ///
    /// The account is that of one run over both, in this order.
    ///
    /// - Parameter later: The account of the objects behind these.
    public mutating func merge(_ later: Coverage) {
        merge(later.crosswalks, after: objects)
        objects += later.objects
        records += later.records
        leaves += later.leaves
        sums.add(later.sums)
        fields.merge(later.fields) { field, later in
            var field = field
            field.seen += later.seen
            field.filled += later.filled
            field.leaves.add(later.leaves)
            return field
        }
    }
}

extension Coverage.Leaves {
    fileprivate mutating func add(_ other: Self) {
        mapped += other.mapped
        kept += other.kept
        dropped += other.dropped
        unknown += other.unknown
    }
}
