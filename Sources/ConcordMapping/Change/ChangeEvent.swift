public import ConcordSchema
public import ConcordValues

/// What a vendor told of one change of one object: which object, what became of it, and the fields that came with it.
///
/// Readers of the packs make events of the vendors' messages, such as `Salesforce.changeEvents(in:)`. Fields have the names
/// and the forms that the vendor's REST API gives them, so that the rules that read objects read events too.
///
/// Events may come late, twice, or in another order. The host keeps the ``order`` of the last one that it applied to an
/// object and passes over those that are not after it, and remembers each ``key`` for as long as a vendor may repeat one.
public struct ChangeEvent: Sendable, Hashable {
    /// What became of the object.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// It was made.
        case created
        /// Some of its fields changed.
        case changed
        /// It was deleted.
        case deleted
        /// It was brought back.
        case undeleted
        /// Something happened that the event does not tell.
        case gap
    }

    /// The vendor's type of object: `Opportunity`.
    public let object: String

    /// The vendor's id of the object; nil if the event is about all objects of the type.
    public let id: String?

    /// What became of it.
    public let kind: Kind

    /// The fields that changed, in the event's order.
    public let fields: [Field]

    /// Whether a field that is not among ``fields`` has no value, as where an object is made; otherwise it is as it was.
    public let isWhole: Bool

    /// When it happened, as the vendor says.
    public let at: Instant?

    /// Who did it, as the vendor says: a user's id, or the name of what did it.
    public let by: String?

    /// Where the event stands among those of its object.
    public let order: Order

    /// Where the event stands in the vendor's stream, for subscribing again from there; opaque.
    public let token: String?

    /// The same text for the same event, however often it comes.
    public let key: String

    /// Why the event does not tell what happened, in words; for gaps.
    public let reason: String?

    /// An event.
    ///
    /// - Parameters:
    ///   - object: The vendor's type of object.
    ///   - id: The vendor's id of the object; nil if the event is about all objects of the type.
    ///   - kind: What became of it.
    ///   - fields: The fields that changed.
    ///   - isWhole: Whether a field that is not among them has no value.
    ///   - at: When it happened.
    ///   - by: Who did it.
    ///   - order: Where the event stands among those of its object.
    ///   - token: Where the event stands in the vendor's stream.
    ///   - key: The same text for the same event, however often it comes.
    ///   - reason: Why the event does not tell what happened; for gaps.
    public init(
        object: String,
        id: String?,
        kind: Kind,
        fields: [Field] = [],
        isWhole: Bool = false,
        at: Instant? = nil,
        by: String? = nil,
        order: Order,
        token: String? = nil,
        key: String,
        reason: String? = nil
    ) {
        self.object = object
        self.id = id
        self.kind = kind
        self.fields = fields
        self.isWhole = isWhole
        self.at = at
        self.by = by
        self.order = order
        self.token = token
        self.key = key
        self.reason = reason
    }
}

extension ChangeEvent {
    /// A field that changed.
    public struct Field: Sendable, Hashable {
        /// The pointer to the field in the vendor's object.
        public let pointer: String

        /// The value that it has now, `null` if it was emptied; nil if the event does not tell.
        public let value: JSONText?

        /// A field that changed.
        public init(_ pointer: String, _ value: JSONText?) {
            self.pointer = pointer
            self.value = value
        }
    }

    /// Where an event stands among those of its object: numbers that are compared one after the other.
    ///
    /// Orders of different objects, or of different systems, mean nothing to each other.
    public struct Order: Sendable, Hashable, Comparable {
        /// The numbers, the weightiest first.
        public let numbers: [Int64]

        /// An order.
        public init(_ numbers: Int64...) {
            self.numbers = numbers
        }

        /// Whether one event came before the other.
        public static func < (left: Self, right: Self) -> Bool {
            left.numbers.lexicographicallyPrecedes(right.numbers)
        }
    }

    /// The pointers to the fields that changed.
    public var changed: [String] { fields.map(\.pointer) }

    /// The pointers to the fields that were emptied.
    public var nulled: [String] { fields.filter { $0.value == .null }.map(\.pointer) }
}
