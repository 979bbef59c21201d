public import ConcordConfiguration
public import ConcordOwnership
public import ConcordSchema

/// One change for a system: what to write, and the key under which it is written once.
public struct TargetChange: Sendable, Hashable {
    /// The key: the same whenever this change is sent, another one for any other change (OWNERSHIP R20).
    public let key: ContentHash

    /// The system that is written to, the object's type, and its id; the record's id in place of it if the object is new.
    public let sequence: SequenceKey

    /// Whether the system does not have the object yet.
    public let isNew: Bool

    /// The record that the change comes from.
    public let record: RecordKey

    /// What the record should say there, by unit; `cleared` where a value is to be taken away.
    public let values: [ClaimEntry]

    /// The same in the vendor's words, if there is a mapping to them: a patch of the object, or the new object.
    public let body: [UInt8]?

    /// What of the values could not be said in the vendor's words, and why.
    public let unwritten: [Issue]

    /// A change.
    ///
    /// - Parameters:
    ///   - key: The key under which it is written once.
    ///   - sequence: The system that is written to, the object's type, and its id.
    ///   - isNew: Whether the system does not have the object yet.
    ///   - record: The record that the change comes from.
    ///   - values: What the record should say there.
    ///   - body: The same in the vendor's words.
    ///   - unwritten: What of the values could not be said in them.
    public init(
        key: ContentHash,
        sequence: SequenceKey,
        isNew: Bool,
        record: RecordKey,
        values: [ClaimEntry],
        body: [UInt8]?,
        unwritten: [Issue] = []
    ) {
        self.key = key
        self.sequence = sequence
        self.isNew = isNew
        self.record = record
        self.values = values
        self.body = body
        self.unwritten = unwritten
    }
}
