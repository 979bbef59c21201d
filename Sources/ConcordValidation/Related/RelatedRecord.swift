public import ConcordSchema

/// A record beside the one that is validated, as it is kept: looking at a few of its fields copies no more than those.
public final class RelatedRecord<Record: CanonicalRecord>: Sendable {
    /// The record.
    public let record: Record

    init(_ record: Record) {
        self.record = record
    }
}
