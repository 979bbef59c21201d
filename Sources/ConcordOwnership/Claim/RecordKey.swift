/// Which record something is about: the name of its schema and its id.
public struct RecordKey: Sendable, Hashable {
    /// The name of the record's schema: `customer`.
    public let name: String

    /// The record's id in the canonical model.
    public let id: String

    /// The hash of the id, worked out once: keys are looked up and compared far more often than made.
    private let digest: Int

    /// The key of a record.
    public init(_ name: String, _ id: String) {
        self.name = name
        self.id = id
        digest = id.hashValue
    }
}

extension RecordKey {
    /// Whether both are the key of one record.
    public static func == (left: Self, right: Self) -> Bool {
        left.digest == right.digest && left.id == right.id && left.name == right.name
    }

    /// Hashes the id, which differs where keys do nearly always.
    public func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}

extension RecordKey: Comparable {
    /// Whether the first key sorts before the second: by name, then by id, both by their bytes.
    public static func < (left: Self, right: Self) -> Bool {
        left.name == right.name
            ? left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
            : left.name.utf8.lexicographicallyPrecedes(right.name.utf8)
    }
}

extension RecordKey: CustomStringConvertible {
    /// `customer/c-1`.
    public var description: String { "\(name)/\(id)" }
}
