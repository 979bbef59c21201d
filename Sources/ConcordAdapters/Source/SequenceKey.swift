public import ConcordValues

/// What must be done in order: the messages about one object of one system.
///
/// Messages with one key are never taken out of order; messages with different keys may be.
public struct SequenceKey: Sendable, Hashable {
    /// The system.
    public let system: SystemID

    /// The system's type of object: `Account`.
    public let object: String

    /// The object's id in the system.
    public let id: String

    /// A key.
    public init(_ system: SystemID, _ object: String, _ id: String) {
        self.system = system
        self.object = object
        self.id = id
    }
}

extension SequenceKey {
    /// Hashes the id, which differs where keys do nearly always.
    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension SequenceKey: Comparable {
    /// Whether the first key sorts before the second: by system, object and id.
    public static func < (left: Self, right: Self) -> Bool {
        if left.system != right.system { return left.system < right.system }
        if left.object != right.object { return left.object.utf8.lexicographicallyPrecedes(right.object.utf8) }
        return left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
    }
}

extension SequenceKey: CustomStringConvertible {
    /// `salesforce:emea/Account/0015g00000XyzAbAAJ`.
    public var description: String { "\(system)/\(object)/\(id)" }
}
