public import ConcordSchema
public import ConcordValues

extension Examination {
    /// The records of one kind that refer to one other and are at hand, whether all of the kind are or not.
    ///
    /// For rules of sums that can only grow: what is at hand may be too much already. If it is not, ask for all of them, so
    /// that it is noted if some are not at hand.
    ///
    /// - Parameters:
    ///   - type: The kind of record.
    ///   - property: What refers to the other record.
    ///   - id: The other record.
    /// - Returns: The records, sorted by id.
    @inlinable
    public func known<Other: CanonicalRecord, Target>(
        _ type: Other.Type,
        with property: any KeyPath<Other, RecordID<Target>> & Sendable,
        _ id: RecordID<Target>
    ) -> [RelatedRecord<Other>] {
        related.table(type)?.records(with: id.text, by: property) { [$0[keyPath: property].text] } ?? []
    }
}
