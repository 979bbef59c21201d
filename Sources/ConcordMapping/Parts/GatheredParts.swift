public import ConcordSchema

/// What became of parts that were put into the records that they are parts of.
public struct GatheredParts<Parent: CanonicalRecord, Part: Record>: Sendable {
    /// How many the records did not have.
    public internal(set) var inserted = 0

    /// How many took the place of one that their record had.
    public internal(set) var replaced = 0

    /// How many were in another one of the records, and were taken out there.
    public internal(set) var moved = 0

    /// How many were deleted, and were taken out.
    public internal(set) var removed = 0

    /// The parts whose record is not among those that they were put into.
    public internal(set) var orphans: [PartRecord<Parent, Part>] = []

    /// One error for each of those.
    public internal(set) var issues: [Issue] = []

    init() {}
}
