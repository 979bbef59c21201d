/// What was read from one XML stream.
public struct XMLReadSummary: Sendable, Hashable {
    /// How many records were given.
    public internal(set) var records = 0

    /// How many issues were given.
    public internal(set) var issues = 0

    /// The size of the largest record that was held, counted as ``XMLLimits/recordSize`` is.
    public internal(set) var largestRecordSize = 0

    /// The most start tags that were known before the parser came to them; bounded by the size of a chunk.
    public internal(set) var longestQueue = 0
}
