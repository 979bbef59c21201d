public import ConcordSchema
public import ConcordValues

/// What a change event means for canonical records: a patch of each record, and all that is to be said of it.
public struct MappedChange<Target: CanonicalRecord>: Sendable {
    /// The change of one record.
    public struct Change: Sendable, Hashable {
        /// The record's identity.
        public let id: RecordID<Target>

        /// What became of the record.
        public let kind: ChangeEvent.Kind

        /// A merge patch (RFC 7396) of the record's document; the whole document of a record that was made.
        public let patch: MergePatch
    }

    /// What became of the vendor's object.
    public let kind: ChangeEvent.Kind

    /// The changes, one for most objects.
    public let changes: [Change]

    /// The vendor's object with the change applied, every other byte as it was; nil if the object was not given.
    public let object: [UInt8]?

    /// What is to be said of the change.
    public let issues: [Issue]

    /// The identity of the record; nil if it is not known.
    public var id: RecordID<Target>? { changes.first?.id }

    /// The patch of the record; one that changes nothing if there is none.
    public var patch: MergePatch { changes.first?.patch ?? .empty }

    /// Whether something cannot be worked out without the whole object: fetch it, and read that.
    public var needsWhole: Bool { issues.contains { $0.code == .needsWhole } }

    /// Whether no issue is an error.
    public var isAcceptable: Bool { issues.allSatisfy { $0.severity != .error } }
}
