public import ConcordSchema

/// What a difference between two plans comes to in a sample of a vendor's objects: how many become something else, and how.
public struct SampleDifference: Sendable, Hashable {
    /// A field whose value becomes another one.
    public struct FieldEffect: Sendable, Hashable {
        /// One value that becomes another one.
        public struct Values: Sendable, Hashable {
            /// The value as it was, as JSON; nil if there was none.
            public let before: String?
            /// The value as it is, as JSON; nil if there is none.
            public let after: String?
            /// In how many records.
            public let records: Int
        }

        /// The field's path, without the items of lists: `stage.canonical`.
        public let field: String

        /// In how many records it changes.
        public let records: Int

        /// The changes that are most frequent; none of a field that is not for everybody.
        public let values: [Values]

        /// The rule that differs and fills it: `/Loss_Reason__c → lossReason`; nil if none is about the field.
        public let rule: String?

        /// Where that rule comes from.
        public let layer: RuleLayer?
    }

    /// Why objects are refused by one plan and not by the other.
    public struct Reason: Sendable, Hashable {
        /// What kind of issue it is.
        public let code: IssueCode
        /// The field, without the items of lists; empty for the object as a whole.
        public let field: String
        /// The pointer to the value in the vendor's object.
        public let source: String?
        /// How many objects have it.
        public let objects: Int
    }

    /// The objects that were read.
    public internal(set) var objects = 0

    /// The objects that both plans accept and that become the same records.
    public internal(set) var same = 0

    /// The objects that both plans accept and that become other records.
    public internal(set) var changed = 0

    /// The objects that were refused and are accepted.
    public internal(set) var accepted = 0

    /// The objects that were accepted and are refused.
    public internal(set) var refused = 0

    /// The objects that both plans refuse.
    public internal(set) var refusedByBoth = 0

    /// The records that both plans make and whose documents differ.
    public internal(set) var changedRecords = 0

    /// The records that only the later plan makes, of objects that both accept.
    public internal(set) var addedRecords = 0

    /// The records that only the earlier plan makes, of objects that both accept.
    public internal(set) var removedRecords = 0

    /// The fields that change, the most frequent first.
    public internal(set) var fields: [FieldEffect] = []

    /// For each code that becomes something else, how many objects have it and become something else themselves; in the
    /// order of the plans' difference.
    public internal(set) var codes: [Int] = []

    /// Why those that are accepted now were refused.
    public internal(set) var reasonsBefore: [Reason] = []

    /// Why those that are refused now are.
    public internal(set) var reasonsAfter: [Reason] = []

    /// The objects that become something else.
    public var affected: Int { changed + accepted + refused }
}
