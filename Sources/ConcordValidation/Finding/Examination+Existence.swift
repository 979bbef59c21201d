public import ConcordSchema
public import ConcordValues

extension Examination {
    /// Whether a reference leads nowhere: all records of the kind are at hand, and the record is none of them.
    ///
    /// - Parameter id: The reference.
    /// - Returns: False if there is no reference, or if the record is there. False too if nobody can say, which is noted:
    ///   the rule did not look.
    public mutating func isDangling<Other: CanonicalRecord>(_ id: RecordID<Other>?) -> Bool {
        guard let id else { return false }
        switch related.kept(id) {
        case .found: return false
        case .doesNotExist: return true
        case .notAtHand:
            note(.record(Other.self, id.text))
            return false
        }
    }
}
